import { personalElements } from '../standard/elements.ts';
import { BERICHT_TYPES, RELEASES } from '../standard/message-types.ts';
import type { PersonalKind } from '../standard/schema-files.ts';
import { TABLES } from '../store/tables/tables.ts';
import type { Uitvoer } from './check.ts';
import { dataAsMarkdown, type PersonalField } from './data-markdown.ts';
import { leesOpties, onjuistTekst } from './opties.ts';

export const GEBRUIK = `Gebruik: ijw-gateway data
  Toont per tabel wat de gateway bewaart: over wie, hoe lang, en hoe het weggaat. Zo is docs/gegevens.md gemaakt.
`;

/** `ijw-gateway data`: the map of the data, as Markdown. Gives 0, or 2 for wrong use. */
export async function data(args: readonly string[]): Promise<number> {
  return runData(args, {
    regel: (tekst) => void process.stdout.write(tekst),
    fout: (tekst) => process.stderr.write(tekst),
  });
}

export async function runData(args: readonly string[], uit: Uitvoer): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist' || gelezen.rest.length > 0) {
    uit.fout(onjuistTekst(gelezen.kind === 'onjuist' ? gelezen.fouten : ['data neemt geen argumenten.'], GEBRUIK));
    return 2;
  }
  await uit.regel(dataAsMarkdown(TABLES, personalFields()));
  return 0;
}

const KINDS: Readonly<Record<PersonalKind, string>> = {
  naam: 'naam',
  adres: 'adres',
  geboorte: 'geboortedatum of geslacht',
  contact: 'bereikbaarheid',
  zorg: 'gezondheid',
  bsn: 'BSN',
  nummer: 'nummer waaronder de gemeente iemand kent',
  vrij: 'vrije tekst',
};

/** Where messages tell of a person, as the schemas mark it (`x-persoonlijk`): each place once, with the types that have it. */
function personalFields(): PersonalField[] {
  const places = new Map<string, { readonly kind: PersonalKind; readonly types: Set<string> }>();
  for (const { path, type, persoonlijk } of RELEASES.flatMap(personalElements)) {
    const place = places.get(path) ?? { kind: persoonlijk, types: new Set() };
    place.types.add(type);
    places.set(path, place);
  }
  return [...places].map(([path, { kind, types }]) => {
    const named = BERICHT_TYPES.filter((type) => types.has(type)).join(', ');
    return { path, what: `${KINDS[kind]} (${named})` };
  });
}
