import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { RegieRecord } from '../../../src/dossier/regie.ts';
import { judge } from '../../../src/rules/judge.ts';
import { maakKennis } from '../../../src/rules/kennis-lookups.ts';
import type { Groep } from '../../../src/xml/tree.ts';
import { bericht, met } from '../builders.ts';
import { AFSPRAKEN, gestart, stop, toewijzing, wereld } from './wereld.ts';

/** What the rules say of these stops in one message: a code list for each, in order, and what took effect. */
function beoordeel(producten: readonly Groep[], regie: readonly RegieRecord[]) {
  const kennis = maakKennis(wereld({ toewijzingen: [toewijzing(), toewijzing({ nummer: 1002 })], regie }));
  const oordeel = judge(met(bericht('JW307'), ['Client/StopProducten/StopProduct', producten]), kennis, AFSPRAKEN);
  const pad = (i: number) => `/Bericht/Client/StopProducten/StopProduct${producten.length > 1 ? `[${i + 1}]` : ''}`;
  return { codes: producten.map((_, i) => oordeel.codes.get(pad(i)) ?? []), regie: oordeel.lopend.regie };
}

const stops = fc.uniqueArray(
  fc.record({
    ToewijzingNummer: fc.constantFrom('1001', '1002'),
    reden: fc.constantFrom('20', '31'),
    dag: fc.constantFrom('2026-02-10', '2026-02-11', '2026-02-12'),
  }),
  { selector: (s) => JSON.stringify(s), minLength: 1, maxLength: 8 },
);

test('stops in one message are judged as if they came one by one', () => {
  fc.assert(
    fc.property(stops, (keuzes) => {
      const producten = keuzes.map(({ ToewijzingNummer, reden, dag }) => stop(reden, dag, { ToewijzingNummer }));
      const begin = [gestart('2026-02-01'), gestart('2026-02-01', { toewijzingNummer: 1002 })];
      const regie = [...begin];
      const eenVoorEen = producten.map((product) => {
        const { codes, regie: erbij } = beoordeel([product], regie);
        regie.push(...erbij);
        return codes[0];
      });
      expect(beoordeel(producten, begin).codes).toEqual(eenVoorEen);
    }),
  );
});
