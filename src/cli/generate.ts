import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { inAmsterdam } from '../standard/datum.ts';
import { BERICHT_SOORTEN, type BerichtType, type Release } from '../standard/message-types.ts';
import { writeChecked } from '../xml/write.ts';
import { fictiefBsn } from './generate/bsn.ts';
import { GEBRUIK, opdrachtVan, type RegelOpdracht, type TypeOpdracht } from './generate/opdracht.ts';
import { setsVoor } from './generate/rules/set-files.ts';
import { voorbeeldBericht } from './generate/vul.ts';

export { GEBRUIK };

/**
 * `ijw-gateway generate TYPE…`: valid sample messages with fictive persons. `generate --rule CODE|all`: for each rule a
 * message that breaks it and one that does not, with what must go before. Exit 2 for wrong use or a rule nobody knows.
 */
export async function generate(args: readonly string[]): Promise<number> {
  const opdracht = opdrachtVan(args, inAmsterdam(new Date()).datum);
  if (opdracht === null) {
    process.stderr.write(GEBRUIK);
    return 2;
  }
  return opdracht.soort === 'types' ? maakTypes(opdracht) : maakRegels(opdracht);
}

function maakTypes(opdracht: TypeOpdracht): number {
  const { uit, types, aantal } = opdracht;
  for (const type of types) {
    for (let i = 1; i <= aantal; i++) {
      const bytes = maak(type, opdracht);
      if (uit === null) process.stdout.write(bytes);
      else schrijf(join(uit, `${type}-${i}.xml`), bytes);
    }
  }
  return 0;
}

function maak(type: BerichtType, { release, vandaag, gemeente, aanbieder }: TypeOpdracht): Uint8Array {
  const voorbeeld = {
    vandaag,
    bsn: fictiefBsn(Math.random()),
    volgnummer: randomInt(100_000_000, 999_999_999),
    gemeente,
    aanbieder,
  };
  return writeChecked(voorbeeldBericht(type, release ?? nieuwste(type), voorbeeld));
}

function nieuwste(type: BerichtType): Release {
  return BERICHT_SOORTEN[type].releases.at(-1) ?? '3.2';
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
