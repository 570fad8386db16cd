import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGELS } from '../../src/rules/catalogue.ts';
import { NIET_GETOETST } from '../../src/rules/not-checked.ts';
import { STANDAARD_REGELS } from '../../src/rules/standard-list.ts';
import { RELEASES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { hasShared, SHARED } from '../shared.ts';

interface Gepubliceerd {
  readonly code: string;
  readonly kind: string;
  readonly controleniveau: string | null;
  readonly retourcodes: readonly string[];
  readonly berichten: readonly string[];
}

function gepubliceerd(): Gepubliceerd[] {
  const alle = JSON.parse(readFileSync(join(SHARED, 'ijw-3.2', 'rules.json'), 'utf8')) as Gepubliceerd[];
  return alle.filter((regel) => ['TR', 'CD', 'CS'].includes(regel.kind));
}

const voor32 = REGELS.filter((regel) => regel.releases.includes('3.2'));
const NIVEAUS: Readonly<Record<string, number>> = { xslt: 2, berichtoverstijgend: 3, 'externe-bron': 4 };

describe('the catalogue against iJW 3.2', () => {
  it('has every TR, CD and CS, or names it with the reason why not', () => {
    const aanwezig = new Set([
      ...voor32.map((regel) => regel.code),
      ...NIET_GETOETST.filter((n) => n.release === '3.2' && !n.deels).map((n) => n.code),
    ]);
    expect(STANDAARD_REGELS.filter((code) => !aanwezig.has(code))).toEqual([]);
    expect(STANDAARD_REGELS).toHaveLength(80 + 22 + 19);
  });

  it('does not test what it calls untested, and does test what it calls partly tested', () => {
    for (const { code, release, deels } of NIET_GETOETST) {
      const getoetst = REGELS.some((regel) => regel.code === code && regel.releases.includes(release));
      expect(getoetst, `${code} in ${release}`).toBe(deels);
    }
  });

  it.skipIf(!hasShared)('lists what the published list has [skipped without ../shared]', () => {
    expect([...STANDAARD_REGELS].sort()).toEqual(
      gepubliceerd()
        .map((regel) => regel.code)
        .sort(),
    );
  });

  it.skipIf(!hasShared)('has level, retourcode and messages as published [skipped without ../shared]', () => {
    const doorXsd = NIET_GETOETST.filter((n) => n.release === '3.2' && n.reden === 'door-xsd').map((n) => n.code);
    for (const { code, controleniveau, retourcodes, berichten } of gepubliceerd().filter(
      (regel) => !doorXsd.includes(regel.code),
    )) {
      const onze = voor32.filter((regel) => regel.code === code);
      const niveaus = new Set(onze.map((regel) => regel.niveau));
      const retour = new Set(onze.map((regel) => regel.retourcode));
      expect([...niveaus], code).toEqual([NIVEAUS[controleniveau ?? '']]);
      // A rule of level 2 without a retourcode of its own has 0001 (IV032); three rules of the JW325 have none at all.
      expect([...retour], code).toEqual(niveaus.has(2) ? ['0001'] : [retourcodes[0] ?? null]);
      const van32 = onze.flatMap((regel) => regel.berichten).filter((type) => MESSAGES[type].releases.includes('3.2'));
      expect([...new Set(van32)].sort(), code).toEqual([...berichten].sort());
    }
  });
});

describe('each entry', () => {
  it('speaks of messages that exist in its releases', () => {
    for (const regel of REGELS) {
      expect(regel.releases.length, regel.code).toBeGreaterThan(0);
      for (const release of regel.releases) {
        const bestaat = regel.berichten.some((type) => MESSAGES[type].releases.includes(release));
        expect(bestaat, `${regel.code} ${regel.klasse} ${release}`).toBe(true);
      }
    }
  });

  it('has a retourcode that the schema of each of its releases knows', () => {
    const vreemd = RELEASES.flatMap((release) => {
      const pad = join(import.meta.dirname, '..', '..', 'schemas', `ijw-${release}`, 'basis.schema.json');
      const basis = JSON.parse(readFileSync(pad, 'utf8')) as { $defs: { LDT_RetourCode: { enum: string[] } } };
      const bekend = new Set<string | null>([...basis.$defs.LDT_RetourCode.enum, null]);
      return REGELS.filter((regel) => regel.releases.includes(release) && !bekend.has(regel.retourcode)).map(
        (regel) => `${regel.code} ${regel.retourcode} in ${release}`,
      );
    });
    expect(vreemd).toEqual([]);
  });

  it('is in a JW303 and JW304 of the level that iJW 2.3 gives its retourcode', () => {
    const niveaus = {
      3: [
        '0030',
        '0551',
        '1112',
        '1142',
        '8017',
        '8021',
        '8187',
        '8214',
        '9307',
        '9308',
        '9309',
        '9319',
        '9321',
        '9322',
      ],
      4: ['0611', '8847', '8848', '8849', '8853', '8854', '8855', '8856', 'S300', 'S329'],
    };
    const bekend = Object.entries(niveaus).flatMap(([niveau, codes]) => codes.map((code) => `${code} ${niveau}`));
    const onze = REGELS.filter(
      ({ berichten, releases, niveau, retourcode }) =>
        releases.includes('2.3') && niveau > 2 && retourcode !== null && /JW30[34]/.test(berichten.join()),
    ).map(({ retourcode, niveau }) => `${retourcode} ${niveau}`);
    expect([...new Set(onze)].sort()).toEqual(bekend.sort());
  });

  it('asks for state exactly when it looks beyond the message', () => {
    for (const regel of REGELS) {
      if (regel.niveau === 2) expect(regel.kennis, regel.code).toBe('');
      expect(regel.kennis, regel.code).toMatch(/^[KLCHRTVD]*$/);
    }
  });

  it('stands once for a klasse in a message of a release, with one retourcode', () => {
    const gezien = new Set<string>();
    for (const regel of REGELS) {
      for (const release of regel.releases) {
        for (const type of regel.berichten.filter((t) => MESSAGES[t].releases.includes(release))) {
          const sleutel = `${regel.code} ${regel.retourcode} ${regel.klasse} ${type} ${release}`;
          expect(gezien.has(sleutel), sleutel).toBe(false);
          gezien.add(sleutel);
        }
      }
    }
  });
});
