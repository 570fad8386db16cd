import { describe, expect, it } from 'vitest';
import { envelope } from '../../src/access/envelope.ts';
import { BEHEERDER, partijen } from '../access/wie.ts';
import { jw301, jw305, jw315, jw323 } from './berichten.ts';
import { metAfspraken, ontvang, oordeel, opstelling } from './opstelling.ts';
import { afsprakenMet, client, GEMEENTE } from './wereld.ts';

const { database, start } = opstelling();

/** New by nature: what two answers to the same message may differ in. */
const EIGEN = [
  ...['Identificatie', 'Dagtekening', 'ToewijzingNummer', 'Toewijzingsdatum', 'Toewijzingstijd'],
  ...['GemeenteReferentieNummer', 'IdentificatieRetour', 'DagtekeningRetour', 'RetourDagtekening'],
];
const masker = (xml: string) => xml.replaceAll(new RegExp(`(<\\w+:(${EIGEN.join('|')})>)[^<]*`, 'g'), '$1…');

describe('a dry run', () => {
  it('gives the report and the answers of the later real one, byte for byte, and has no effect', {
    timeout: 300_000,
  }, async () => {
    const gateway = await start(await database());
    await metAfspraken(gateway, afsprakenMet(1));
    const wie = client(0);
    const ander = client(0);
    const berichten: readonly (readonly [string, Uint8Array])[] = [
      [GEMEENTE, jw301(wie, 'A1')],
      [wie.aanbieder, jw305(wie, 'S1')],
      // A start that was given before, one on nothing, and bytes that are no message.
      [wie.aanbieder, jw305(wie, 'S2')],
      [wie.aanbieder, jw305(ander, 'S3')],
      [
        wie.aanbieder,
        Buffer.from(Buffer.from(jw305(wie, 'S4')).toString().replace('<jw305:Begindatum>', '<jw305:Begin>')),
      ],
      [wie.aanbieder, jw315(ander, 'V1')],
      [wie.aanbieder, jw315(client(0), 'V2', 600, '45A99')],
      [wie.aanbieder, jw323('D1', 1, [{ wie, referentie: 'P1', minuten: 60 }])],
      [wie.aanbieder, jw323('D2', 2, [{ wie, referentie: 'P2', minuten: 60, tarief: 151 }])],
    ];
    const soorten = new Set<string>();
    for (const [partij, bytes] of berichten) {
      const voor = await gateway.gateway.reports.counts(BEHEERDER);
      const proef = await gateway.gateway.intake.dryRun(partijen(partij), bytes);
      expect(await gateway.gateway.reports.counts(BEHEERDER)).toEqual(voor);
      if (proef.kind !== 'judged') throw new Error(proef.kind);

      const echt = await oordeel(gateway, await ontvang(gateway, partij, bytes));
      expect([proef.status, proef.bevindingen]).toEqual([echt.status, echt.bevindingen]);
      const antwoorden = await Promise.all(
        echt.antwoorden.map(async ({ id, type, ontvanger }) => {
          const xml = Buffer.from((await gateway.gateway.messages.openBody(BEHEERDER, id)) ?? []).toString();
          return { type, ontvanger, xml: masker(xml) };
        }),
      );
      expect(proef.antwoorden.map((antwoord) => ({ ...antwoord, xml: masker(antwoord.xml) }))).toEqual(antwoorden);
      for (const { type } of antwoorden) soorten.add(type);
    }
    expect([...soorten].sort()).toEqual(['JW301', 'JW302', 'JW306', 'JW316', 'JW325']);
  });

  it('says of a freeze what intake says, which keeps nothing; what was stored before is judged all the same', {
    timeout: 300_000,
  }, async () => {
    const nu = new Date('2026-03-02T09:00:00Z');
    const gateway = await start(await database(), { now: () => nu });
    const document = afsprakenMet(1);
    await metAfspraken(gateway, document);
    const wie = client(0);
    const id = await ontvang(gateway, GEMEENTE, jw301(wie, 'F1'));
    const bevriezing = [{ van: '2026-03-02T10:00', tot: '2026-03-03', releases: ['3.2' as const] }];
    await metAfspraken(gateway, { ...document, bevriezing });
    const voor = await gateway.gateway.reports.counts(BEHEERDER);
    const bevroren = { kind: 'frozen', release: '3.2', op: nu, tot: new Date('2026-03-03T23:00:00Z') };
    const [bytes, zender] = [jw305(wie, 'F2'), partijen(wie.aanbieder)];
    expect(await gateway.gateway.intake.dryRun(zender, bytes)).toEqual(bevroren);
    expect(await gateway.gateway.intake.receive(zender, bytes, envelope('http'))).toEqual(bevroren);
    const aantal = (rijen: typeof voor.berichten) =>
      rijen.filter((rij) => rij.type === 'JW305').reduce((som, rij) => som + rij.aantal, 0);
    expect(aantal((await gateway.gateway.reports.counts(BEHEERDER)).berichten)).toBe(aantal(voor.berichten));
    expect((await oordeel(gateway, id)).status).toBe('goedgekeurd');
    await metAfspraken(gateway, {
      ...document,
      bevriezing: [{ ...bevriezing[0], van: '2026-03-02', tot: '2026-03-03', releases: ['2.3'] }],
    });
    expect((await oordeel(gateway, await ontvang(gateway, wie.aanbieder, bytes))).status).toBe('goedgekeurd');
  });

  it('is for the sender only', { timeout: 300_000 }, async () => {
    const gateway = await start(await database(), { rol: 'api' });
    await metAfspraken(gateway, afsprakenMet(1));
    const bytes = jw305(client(0), 'S1');
    expect(await gateway.gateway.intake.dryRun(partijen(GEMEENTE), bytes)).toMatchObject({ kind: 'forbidden' });
    expect(await gateway.gateway.intake.dryRun(partijen(GEMEENTE), Buffer.from('x'))).toMatchObject({
      kind: 'unidentifiable',
      bevinding: { regel: 'POORT-LEEG' },
    });
  });
});
