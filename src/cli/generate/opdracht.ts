import { OUDE_GEMEENTE } from '../../samples/afspraken.ts';
import { EERSTE_DAG, type Omstandigheid } from '../../samples/decor.ts';
import type { KeuzeWens } from '../../samples/keuze.ts';
import { plusDagen } from '../../standard/datum.ts';
import { BERICHT_TYPES, type BerichtType, RELEASES, type Release } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { leesOpties } from '../opties.ts';

export const GEBRUIK = `Gebruik: ijw-gateway generate [--release ${RELEASES.join('|')}] [--aantal N] [opties] TYPE…
         ijw-gateway generate keten [--release ${RELEASES.join('|')}] [--aantal N] [opties]
         ijw-gateway generate --rule CODE|all [--gemeente CODE] [--aanbieder AGB] [opties]
  TYPE is een van ${BERICHT_TYPES.join(', ')}. Wat in één keer wordt gemaakt hoort bij elkaar: de types van
  één voorbeeld gaan over hetzelfde kind en dezelfde toewijzing.
  keten maakt van één kind JW315, JW301, JW305, JW323 (2.3: JW303) en JW307, die een gateway na elkaar goedkeurt.
  --rule maakt per regel een bericht dat haar overtreedt en een dat slaagt, met wat eraan voorafgaat: zie set.json.
  --uit MAP         schrijf naar deze map; anders gaan de berichten naar de standaarduitvoer
  --datum DATUM     de dag van verzending (jjjj-mm-dd), anders vandaag; bij --rule niet voor ${EERSTE_DAG}
  --afspraken BESTAND  partijen, producten en tarieven uit dit document, anders uit samples/afspraken.json
  --product CODE, --gemeente CODE, --aanbieder AGB  kies daaruit
`;

interface Gedeeld {
  readonly vandaag: string;
  readonly uit: string | null;
}

/** Where products, tariffs and parties come from, and which of them. */
interface UitAfspraken extends Gedeeld {
  readonly wens: KeuzeWens;
  /** Null: the sample agreements. */
  readonly afspraken: string | null;
  readonly release: Release | null;
  readonly aantal: number;
}

export interface TypeOpdracht extends UitAfspraken {
  readonly soort: 'types';
  readonly types: readonly BerichtType[];
}

export interface KetenOpdracht extends UitAfspraken {
  readonly soort: 'keten';
}

export interface RegelOpdracht extends Gedeeld, Omstandigheid {
  readonly soort: 'regel';
  /** A rule code, or all of them. */
  readonly regel: string;
}

interface Gevraagd {
  readonly types: readonly string[];
  readonly rule: string | undefined;
  readonly datum: string;
  readonly release: string | undefined;
  readonly aantal: string | undefined;
  readonly gemeente: string | undefined;
  readonly aanbieder: string | undefined;
  readonly product: string | undefined;
  readonly afspraken: string | undefined;
  readonly uit: string | undefined;
}

const KETEN = 'keten';

/** What is asked, or a Dutch sentence for each thing that is wrong with the call. */
export function opdrachtVan(
  args: readonly string[],
  vandaag: string,
): TypeOpdracht | KetenOpdracht | RegelOpdracht | { readonly soort: 'onjuist'; readonly fouten: readonly string[] } {
  const gelezen = leesOpties(args, {
    ...{ release: 'tekst', aantal: 'tekst', gemeente: 'tekst', aanbieder: 'tekst', uit: 'tekst', datum: 'tekst' },
    ...{ rule: 'tekst', product: 'tekst', afspraken: 'tekst' },
  });
  if (gelezen.kind === 'onjuist') return { soort: 'onjuist', fouten: gelezen.fouten };
  const { opties, rest: types } = gelezen;
  const gevraagd: Gevraagd = { ...opties, types, datum: opties.datum ?? vandaag };
  const fouten = [...gedeeldeFouten(gevraagd), ...(gevraagd.rule === undefined ? typeFouten : regelFouten)(gevraagd)];
  if (fouten.length > 0) return { soort: 'onjuist', fouten };
  const { rule, datum, uit = null, gemeente, aanbieder, product, afspraken = null } = gevraagd;
  if (rule !== undefined) {
    const regel = rule === 'all' ? rule : rule.toUpperCase();
    const wie = { gemeente: gemeente ?? '0362', aanbieder: aanbieder ?? '42420001' };
    return { soort: 'regel', regel, vandaag: datum, uit, ...wie };
  }
  const release = RELEASES.find((r) => r === gevraagd.release) ?? null;
  const aantal = Number(gevraagd.aantal ?? 1);
  const gedeeld = { vandaag: datum, uit, wens: { gemeente, aanbieder, product }, afspraken, release, aantal };
  if (types[0] === KETEN) return { ...gedeeld, soort: KETEN };
  return { ...gedeeld, soort: 'types', types: BERICHT_TYPES.filter((type) => types.includes(type)) };
}

/** Null: nothing wrong. */
type Controle = string | null;

function waar(fout: boolean, zin: string): Controle {
  return fout ? zin : null;
}

function gevonden(controles: readonly Controle[]): string[] {
  return controles.filter((zin) => zin !== null);
}

function gedeeldeFouten({ datum, gemeente, aanbieder }: Gevraagd): string[] {
  return gevonden([
    waar(!isDatum(datum), `--datum ${datum} is geen bestaande datum als jjjj-mm-dd.`),
    waar(
      gemeente !== undefined && !/^\d{4}$/.test(gemeente),
      `--gemeente ${gemeente} is geen CBS-code van vier cijfers.`,
    ),
    waar(
      aanbieder !== undefined && !/^\d{8}$/.test(aanbieder),
      `--aanbieder ${aanbieder} is geen AGB-code van acht cijfers.`,
    ),
  ]);
}

function regelFouten({ types, release, aantal, product, afspraken, datum, gemeente }: Gevraagd): string[] {
  const anders = { release, aantal, product, afspraken };
  return gevonden([
    waar(types.length > 0, `--rule gaat niet samen met ${types.join(' ')}.`),
    ...Object.entries(anders).map(([naam, waarde]) =>
      waar(waarde !== undefined, `--rule gaat niet samen met --${naam}.`),
    ),
    waar(datum < EERSTE_DAG, `Bij --rule ligt --datum niet voor ${EERSTE_DAG}.`),
    waar(gemeente === OUDE_GEMEENTE.code, `Gemeente ${OUDE_GEMEENTE.code} (${OUDE_GEMEENTE.naam}) bestaat niet meer.`),
  ]);
}

function typeFouten({ types, release, aantal }: Gevraagd): string[] {
  const keten = types.includes(KETEN);
  const bekend = BERICHT_TYPES.filter((type) => types.includes(type));
  const vreemd = types.filter((type) => type !== KETEN && !BERICHT_TYPES.some((t) => t === type));
  const r = RELEASES.find((bestaand) => bestaand === release);
  const nietDaarin = r === undefined ? [] : bekend.filter((type) => !MESSAGES[type].releases.includes(r));
  return gevonden([
    waar(types.length === 0, 'Noem ten minste één type, keten of --rule.'),
    waar(keten && types.length > 1, 'keten gaat niet samen met iets anders.'),
    waar(new Set(types).size < types.length, 'Elk type kan maar één keer; neem --aantal voor meer.'),
    ...vreemd.map((type) => `${type} is geen berichttype van iJW.`),
    waar(
      release !== undefined && r === undefined,
      `--release ${release} bestaat hier niet; het is ${RELEASES.join(' of ')}.`,
    ),
    ...nietDaarin.map((type) => `${type} bestaat niet in iJW ${r}.`),
    waar(!/^[1-9]\d{0,5}$/.test(aantal ?? '1'), `--aantal ${aantal} is geen getal van 1 tot en met 999999.`),
  ]);
}

function isDatum(tekst: string): boolean {
  return /^[1-9]\d{3}-\d{2}-\d{2}$/.test(tekst) && plusDagen(tekst, 0) === tekst;
}
