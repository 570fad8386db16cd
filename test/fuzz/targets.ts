import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { valideerAfspraken } from '../../src/agreements/valideer.ts';
import { readBundle } from '../../src/bundle/read-bundle.ts';
import { judgeContent } from '../../src/rules/judge.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';
import { openBericht } from '../../src/xml/gate/gate.ts';
import { peekHeader } from '../../src/xml/read/header-peek.ts';
import { schrijfEnvelop } from '../../src/xml/stuf/write-envelope.ts';
import { writeChecked } from '../../src/xml/write/write.ts';
import { makeZip } from '../bundle/make-zip.ts';
import { bytesVan, STAPPEN } from '../samples/verhaal.ts';
import { envelop, gelezen } from '../xml/stuf/make.ts';

/** Something that reads what others send, and what it begins with. */
export interface Target {
  readonly name: string;
  readonly seeds: readonly Buffer[];
  /** Out of a hundred inputs. */
  readonly share: number;
  /** In a few words what it said; a throw is what may not be. */
  readonly read: (bytes: Buffer) => string | Promise<string>;
}

const VANDAAG = '2026-03-02';
const MESSAGE_SEEDS: readonly Buffer[] = [
  ...STAPPEN.map(bytesVan),
  ...BERICHT_TYPES.flatMap((type) =>
    MESSAGES[type].releases.map((release) => {
      const bericht = voorbeeldBericht(type, release, {
        vandaag: VANDAAG,
        bsn: '999990019',
        volgnummer: 1,
        gemeente: '0362',
        aanbieder: '42420001',
      });
      return Buffer.from(writeChecked(bericht));
    }),
  ),
];

const [eerste = Buffer.alloc(0), tweede = Buffer.alloc(0)] = MESSAGE_SEEDS;

/** The door, the gate and the rules inside a message, as `check` has them. */
function readMessage(bytes: Buffer): string {
  peekHeader(bytes);
  const gated = openBericht(bytes);
  const { bevindingen } = gated.kind === 'refused' ? gated : judgeContent(gated.bericht, VANDAAG);
  return `${gated.kind} ${[...new Set(bevindingen.map(({ regel }) => regel))].toSorted().join(' ')}`;
}

function readAgreements(bytes: Buffer): string {
  let value: unknown;
  try {
    value = JSON.parse(bytes.toString('utf8'));
  } catch {
    return 'no JSON';
  }
  const result = valideerAfspraken(value);
  return result.kind;
}

export const TARGETS: readonly Target[] = [
  { name: 'bericht', seeds: MESSAGE_SEEDS, share: 80, read: readMessage },
  {
    name: 'zip',
    seeds: [
      makeZip([
        { naam: 'a.xml', bytes: eerste },
        { naam: 'b/c.xml', bytes: tweede, stored: true },
      ]),
    ],
    share: 8,
    read: async (bytes) => {
      const bundle = await readBundle(bytes);
      return bundle.kind === 'refused' ? `${bundle.kind} ${JSON.stringify(bundle).slice(0, 40)}` : bundle.kind;
    },
  },
  {
    name: 'stuf',
    seeds: [
      Buffer.from(schrijfEnvelop(envelop({ zender: { organisatie: '42420001', applicatie: 'Zorgsysteem' } }), eerste)),
    ],
    share: 9,
    read: (bytes) => {
      const read = gelezen(bytes);
      return read.kind === 'onjuist' ? `${read.kind} ${read.grond}` : read.kind;
    },
  },
  {
    name: 'afspraken',
    seeds: [readFileSync(join(PACKAGE_ROOT, 'samples', 'afspraken.json'))],
    share: 3,
    read: readAgreements,
  },
];
