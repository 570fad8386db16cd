import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { bevestiging, storing, weigering } from '../../../src/connectors/stuf/answer.ts';
import { envelopeOf, numberOf } from '../../../src/connectors/stuf/outgoing.ts';
import type { Weigergrond } from '../../../src/standard/codelists/foutcodes.ts';
import { KOPPELVLAK_XSD } from '../../../src/standard/koppelvlak.ts';
import { MESSAGES } from '../../../src/standard/messages/index.ts';
import { PACKAGE_ROOT, typesOf } from '../../../src/standard/schema-files.ts';
import type { Herkend, StufAntwoord } from '../../../src/xml/stuf/envelope.ts';
import { NIETS_HERKEND } from '../../../src/xml/stuf/stuurgegevens.ts';
import { schrijfAntwoord, schrijfEnvelop } from '../../../src/xml/stuf/write-envelope.ts';
import { envelop, REF } from '../../xml/stuf/make.ts';
import { delivery } from './make.ts';

/** What we send, before the eyes of somebody else's validator with the published schemas. */

const SCHEMA = join(PACKAGE_ROOT, 'schemas', 'ggk-0210', KOPPELVLAK_XSD);
const folder = mkdtempSync(join(tmpdir(), 'stuf-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What is in the SOAP body, or in the detail of a fault, as a document of its own. */
function content(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString();
  const [, inner = ''] =
    /<(?:detail|soapenv:Body)>\s*(<(?:GGK|StUF):[\s\S]*?)\s*<\/(?:detail|soapenv:Body)>/.exec(text) ?? [];
  return inner;
}

/** What xmllint finds wrong in these, all in one run; names them by their number. */
function mistakes(all: readonly Uint8Array[], huge: readonly string[] = []): string {
  const files = all.map((bytes, nr) => {
    const file = join(folder, `${nr}.xml`);
    writeFileSync(file, content(bytes));
    return file;
  });
  const { status, stderr } = spawnSync('xmllint', [...huge, '--nonet', '--noout', '--schema', SCHEMA, ...files], {
    encoding: 'utf8',
  });
  const wrong = stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
  if (status === 0) expect(stderr.match(/ validates$/gm)).toHaveLength(all.length);
  return wrong.join('\n');
}

const NU = new Date('2026-03-04T12:00:00.000Z');
const HERKEND: readonly Herkend[] = [
  envelop(),
  { ...envelop(), zender: { organisatie: '0362', applicatie: 'A & <B> "ë"', administratie: 'x', gebruiker: 'y' } },
  NIETS_HERKEND,
  { zender: { organisatie: '0362', applicatie: '' }, ontvanger: null, referentienummer: 'x' },
];
const GRONDEN: readonly Weigergrond[] = [
  ...(['xsd', 'uuid', 'base64', 'zender', 'grootte', 'functie', 'versie', 'referentienummer', 'bevroren'] as const),
];

describe('xmllint', () => {
  it('accepts the envelope of every message, in every release', () => {
    const releases = (['2.3', '3.2'] as const).flatMap((release) =>
      typesOf(release).map((type) => ({ release, type })),
    );
    expect(releases.length).toBeGreaterThan(20);
    const all = releases.map((one) => schrijfEnvelop(envelopeOf(delivery(one), NU), Buffer.from('<x/>')));
    expect(mistakes(all)).toBe('');
    const soorten = releases.map((one) => [MESSAGES[one.type].aard, envelopeOf(delivery(one), NU).soort].join(' '));
    expect(new Set(soorten)).toEqual(new Set(['heen Di01', 'retour Du01', 'declaratie-antwoord Du01']));
  });

  it('accepts every Bv03, Fo01 and Fo03', () => {
    const answers: StufAntwoord[] = HERKEND.flatMap((op) => [
      bevestiging(op, NU),
      storing(op, NU),
      ...GRONDEN.map((grond) => weigering(op, grond, 'é'.repeat(2_000), NU)),
      ...GRONDEN.map((grond) => weigering(op, grond, 'kort', new Date('2018-01-01T12:00:00Z'))),
    ]);
    const fo01 = answers
      .filter(({ fout }) => fout !== null)
      .map((een): StufAntwoord => ({ ...een, soort: 'Fo01', referentienummer: numberOf('Fo01', REF) }));
    expect(mistakes([...answers, ...fo01].map(schrijfAntwoord))).toBe('');
  });

  it('accepts an envelope of 24 MB, when it is told that it may be large', () => {
    const groot = schrijfEnvelop(envelopeOf(delivery({}), NU), Buffer.alloc(18 * 1024 * 1024, 'x'));
    expect(groot.length).toBeGreaterThan(24_000_000);
    expect(mistakes([groot], ['--huge'])).toBe('');
  });

  it('sees what is wrong', () => {
    expect(mistakes([schrijfEnvelop(envelop({ functieVersie: '3' }), Buffer.from('x'))])).toContain('functieVersie');
  });
});
