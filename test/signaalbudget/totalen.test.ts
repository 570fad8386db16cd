import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alsBedrag, bedragVan, metTeken } from '../../src/signaalbudget/bedrag.ts';
import { gebruiktVan } from '../../src/signaalbudget/ledger.ts';
import { keerInPeriode, keerInTotaal } from '../../src/signaalbudget/volume.ts';

const RUNS = { numRuns: 10_000 };
const dc = fc.constantFrom('D' as const, 'C' as const);

/** Totals of lines with a sign, counted a second time as two heaps of whole cents (TR358, TR342). */
describe('totals with their sign', () => {
  const regel = fc.record({ bedrag: fc.integer({ min: 0, max: 99_999_999 }), debetCredit: dc });

  it('are what the debets hold over the credits, zero as D', () => {
    fc.assert(
      fc.property(fc.array(regel, { maxLength: 40 }), (regels) => {
        const hoop = (soort: 'D' | 'C') =>
          regels.filter((r) => r.debetCredit === soort).reduce((som, r) => som + BigInt(r.bedrag), 0n);
        const [debet, credit] = [hoop('D'), hoop('C')];
        const verwacht = {
          bedrag: Number(debet > credit ? debet - credit : credit - debet),
          debetCredit: credit > debet ? 'C' : 'D',
        };
        expect(alsBedrag(regels.reduce((som, r) => som + metTeken(r), 0))).toEqual(verwacht);
      }),
      RUNS,
    );
  });

  it('are the use of a budget, refused lines left out', () => {
    const stand = fc.constantFrom('toegekend' as const, 'voorlopig' as const, 'afgewezen' as const);
    fc.assert(
      fc.property(fc.array(fc.tuple(regel, stand), { maxLength: 40 }), (regels) => {
        let gebruikt = 0;
        for (const [r, s] of regels) {
          if (s === 'afgewezen') continue;
          if (r.debetCredit === 'D') gebruikt += r.bedrag;
          else gebruikt -= r.bedrag;
        }
        expect(gebruiktVan(regels.map(([r, s]) => ({ ...r, stand: s })))).toBe(gebruikt);
      }),
      RUNS,
    );
  });
});

/** Minutes under a price per hour: the amount that lies nearest, halves up, found by trying its neighbours (IV081). */
describe('hours declared in minutes', () => {
  it('cost the cents that lie nearest', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 50_000 }), fc.integer({ min: 0, max: 50_000 }), (minuten, uurtarief) => {
        const bedrag = bedragVan(minuten, '01', { tarief: uurtarief, tariefEenheid: '04' }) ?? -1;
        const zestigste = minuten * uurtarief;
        const fout = 60 * bedrag - zestigste;
        expect(fout > -30 && fout <= 30).toBe(true);
      }),
      RUNS,
    );
  });
});

/** ISO weeks around New Year, told by the calendar of the machine: each week belongs to the year of its Thursday. */
describe('weeks over the end of a year', () => {
  const dag = (n: number) => new Date(Date.UTC(2000, 0, 1, 12) + n * 86_400_000);
  const tekst = (d: Date) => d.toISOString().slice(0, 10);
  const donderdag = (d: Date) => tekst(new Date(d.getTime() + (3 - ((d.getUTCDay() + 6) % 7)) * 86_400_000));
  const uren = { volume: 1, eenheid: '04', frequentie: '2' };

  it('are counted once each, broken ones whole, in any year of this century', () => {
    const rondNieuwjaar = fc.tuple(
      fc.integer({ min: 2000, max: 2099 }),
      fc.integer({ min: 1, max: 60 }),
      fc.integer({ min: 0, max: 60 }),
    );
    fc.assert(
      fc.property(rondNieuwjaar, ([jaar, voor, na]) => {
        const nieuwjaar = Math.round((Date.UTC(jaar + 1, 0, 1, 12) - dag(0).getTime()) / 86_400_000);
        const dagen = Array.from({ length: voor + na + 1 }, (_, i) => dag(nieuwjaar - voor + i));
        const weken = new Set(dagen.map(donderdag)).size;
        const [begin = '', einde = ''] = [dagen[0], dagen.at(-1)].map((d) => (d === undefined ? '' : tekst(d)));
        const looptijd = { ingangsdatum: begin, einddatum: einde };
        expect(keerInTotaal(uren, looptijd)).toBe(weken);
        expect(keerInPeriode(uren, { begin, einde }, looptijd)).toBe(weken);
      }),
      RUNS,
    );
  });
});
