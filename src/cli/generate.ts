import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fictiefBsn } from '../samples/bsn.ts';
import { dagenVan, keten } from '../samples/keten.ts';
import { type Keuze, type KeuzeWens, kies } from '../samples/keuze.ts';
import { setsVoor } from '../samples/rules/set-files.ts';
import { voorbeeldBericht } from '../samples/vul.ts';
import { eersteVanMaand, inAmsterdam, plusDagen } from '../standard/datum.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import { partijenVan } from '../xml/partijen.ts';
import { writeChecked } from '../xml/write/write.ts';
import { leesAfspraken } from './generate/lees-afspraken.ts';
import {
  GEBRUIK,
  type KetenOpdracht,
  opdrachtVan,
  type RegelOpdracht,
  type TypeOpdracht,
} from './generate/opdracht.ts';
import { meldOnjuist } from './opties.ts';

export { GEBRUIK };

/**
 * `ijw-gateway generate TYPE…`: sample messages with fictive persons, of products and parties of the agreements;
 * `generate keten`: a chain of them about one child. `generate --rule CODE|all`: for each rule a message that breaks it
 * and one that does not, with what must go before. Exit 2 for wrong use or for what nobody knows.
 */
export async function generate(args: readonly string[]): Promise<number> {
  const opdracht = opdrachtVan(args, inAmsterdam(new Date()).datum);
  if (opdracht.soort === 'onjuist') return meldOnjuist(opdracht.fouten, GEBRUIK);
  if (opdracht.soort === 'regel') return maakRegels(opdracht);
  const keuze = keuzeVoor(opdracht);
  if ('fouten' in keuze) {
    process.stderr.write(keuze.fouten.map((fout) => `${fout}\n`).join(''));
    return 2;
  }
  return opdracht.soort === 'types' ? maakTypes(opdracht, keuze) : maakKetens(opdracht, keuze);
}

/** The days on which there must be a contract: when delivery began, and when what is asked for will. */
function keuzeVoor({ soort, vandaag, wens, afspraken }: TypeOpdracht | KetenOpdracht): Keuze | { fouten: string[] } {
  const document = leesAfspraken(afspraken);
  if ('fouten' in document) return { fouten: [...document.fouten] };
  const vorigeMaand = plusDagen(eersteVanMaand(vandaag), -1);
  const dagen = soort === 'keten' ? [dagenVan(vandaag).begin] : [eersteVanMaand(vorigeMaand), plusDagen(vandaag, 14)];
  return kies(document, wens, dagen) ?? { fouten: [geenContract(wens, dagen)] };
}

function geenContract({ gemeente, aanbieder, product }: KeuzeWens, dagen: readonly string[]): string {
  const wie = [
    aanbieder === undefined ? '' : ` van aanbieder ${aanbieder}`,
    gemeente === undefined ? '' : ` bij gemeente ${gemeente}`,
    product === undefined ? '' : ` met product ${product}`,
  ];
  return `De afspraken hebben op ${dagen.join(' en ')} geen contract${wie.join('')} waarnaar kan worden toegewezen en gedeclareerd. Kies met --gemeente, --aanbieder en --product, of geef andere afspraken met --afspraken.`;
}

function maakTypes(opdracht: TypeOpdracht, { gemeente, aanbieder, product }: Keuze): number {
  const { uit, types, aantal, vandaag, release } = opdracht;
  for (let i = 1; i <= aantal; i++) {
    // Below 900000000: there the gateway's own ToewijzingNummers begin.
    const volgnummer = randomInt(100_000_000, 900_000_000);
    const voorbeeld = { vandaag, bsn: fictiefBsn(Math.random()), volgnummer, gemeente, aanbieder, product };
    for (const type of types) {
      const bytes = writeChecked(voorbeeldBericht(type, release ?? nieuwste(type), voorbeeld));
      if (uit === null) process.stdout.write(bytes);
      else schrijf(join(uit, `${type}-${i}.xml`), bytes);
    }
  }
  return 0;
}

function nieuwste(type: BerichtType): Release {
  return MESSAGES[type].releases.at(-1) ?? '3.2';
}

/** With a folder: each chain in one of its own, with a list of who sends what. */
function maakKetens({ uit, aantal, vandaag, release }: KetenOpdracht, keuze: Keuze): number {
  for (let i = 1; i <= aantal; i++) {
    const kind = { bsn: fictiefBsn(Math.random()), nummer: randomInt(10_000_000, 90_000_000) };
    const stukken = keten(keuze, kind, release ?? '3.2', vandaag).map((bericht, n) => ({
      bestand: `${n + 1}-${bericht.type}.xml`,
      type: bericht.type,
      afzender: partijenVan(bericht).zender,
      bytes: writeChecked(bericht),
    }));
    if (uit === null) {
      for (const { bytes } of stukken) process.stdout.write(bytes);
      continue;
    }
    const map = join(uit, `keten-${i}`);
    for (const { bestand, bytes } of stukken) schrijf(join(map, bestand), bytes);
    const lijst = stukken.map(({ bestand, type, afzender }) => ({ bestand, type, afzender }));
    schrijf(join(map, 'keten.json'), new TextEncoder().encode(`${JSON.stringify(lijst, null, 2)}\n`));
    process.stdout.write(`${map}\n`);
  }
  return 0;
}

/** With a folder: every set and one line about each. Without: the failing messages alone. */
function maakRegels(opdracht: RegelOpdracht): number {
  const { uit, regel } = opdracht;
  const sets = setsVoor(regel, opdracht);
  if (sets.length === 0) {
    process.stderr.write(`Regel ${regel} is niet bekend; zie ijw-gateway rules.\n`);
    return 2;
  }
  for (const set of sets) {
    if (uit === null) {
      process.stdout.write(set.fout);
      continue;
    }
    for (const { pad, inhoud } of set.bestanden) schrijf(join(uit, set.map, pad), inhoud);
    process.stdout.write(`${set.map}\n`);
  }
  if (uit === null && !sets.every((set) => set.losstaand)) {
    process.stderr.write('Deze berichten overtreden de regel pas na andere; met --uit MAP krijgt u die erbij.\n');
  }
  return 0;
}

function schrijf(pad: string, inhoud: Uint8Array): void {
  mkdirSync(dirname(pad), { recursive: true });
  writeFileSync(pad, inhoud);
}
