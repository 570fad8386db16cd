import { randomInt } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inAmsterdam } from '../standard/datum.ts';
import { BERICHT_SOORTEN, BERICHT_TYPES, type BerichtType, RELEASES, type Release } from '../standard/message-types.ts';
import { writeChecked } from '../xml/write.ts';
import { fictiefBsn } from './generate/bsn.ts';
import { voorbeeldBericht } from './generate/vul.ts';

const GEBRUIK = `Gebruik: ijw-gateway generate [--release ${RELEASES.join('|')}] [--aantal N] [--gemeente CODE] [--aanbieder AGB] [--uit MAP] TYPE…
  TYPE is een van ${BERICHT_TYPES.join(', ')}. Zonder --uit gaan de berichten naar de standaarduitvoer.
`;

interface Opdracht {
  readonly types: readonly BerichtType[];
  readonly release: Release | null;
  readonly aantal: number;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly uit: string | null;
}

/** `ijw-gateway generate TYPE…`: valid sample messages with fictive persons; exit 2 for wrong use. */
export async function generate(args: readonly string[]): Promise<number> {
  const opdracht = opdrachtVan(args);
  if (opdracht === null) {
    process.stderr.write(GEBRUIK);
    return 2;
  }
  const { uit, types, aantal } = opdracht;
  if (uit !== null) mkdirSync(uit, { recursive: true });
  for (const type of types) {
    for (let i = 1; i <= aantal; i++) {
      const bytes = maak(type, opdracht);
      if (uit === null) process.stdout.write(bytes);
      else writeFileSync(join(uit, `${type}-${i}.xml`), bytes);
    }
  }
  return 0;
}

function maak(type: BerichtType, { release, gemeente, aanbieder }: Opdracht): Uint8Array {
  const voorbeeld = {
    vandaag: inAmsterdam(new Date()).datum,
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

/** Null when it cannot be done: an unknown type, or one that the release does not have. */
function opdrachtVan(args: readonly string[]): Opdracht | null {
  const gelezen = lees(args);
  if (gelezen === null) return null;
  const { positionals, values } = gelezen;
  const types = BERICHT_TYPES.filter((type) => positionals.includes(type));
  const release = RELEASES.find((r) => r === values.release) ?? null;
  const { aantal = '1', gemeente = '0362', aanbieder = '42420001', uit = null } = values;
  const goed =
    types.length > 0 &&
    types.length === new Set(positionals).size &&
    (values.release === undefined || release !== null) &&
    types.every((type) => release === null || BERICHT_SOORTEN[type].releases.includes(release)) &&
    /^[1-9]\d{0,5}$/.test(aantal) &&
    /^\d{4}$/.test(gemeente) &&
    /^\d{8}$/.test(aanbieder);
  return goed ? { types, release, aantal: Number(aantal), gemeente, aanbieder, uit } : null;
}

function lees(args: readonly string[]) {
  const tekst = { type: 'string' } as const;
  const options = { release: tekst, aantal: tekst, gemeente: tekst, aanbieder: tekst, uit: tekst };
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch {
    return null;
  }
}
