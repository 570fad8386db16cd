import { describe, expect, it } from 'vitest';
import type { PrestatieRecord } from '../../../src/dossier/prestatie.ts';
import { jw303, jw323, type Regel } from '../../rules/declaration/berichten.ts';
import { document, geboekt, toewijzing } from '../../rules/declaration/decor.ts';
import { verdictOp } from './verdict-on.ts';

const budget = { soort: 'standaard', bedrag: 500000 } as const;

function signalen(regels: readonly Regel[], prestaties: readonly PrestatieRecord[] = []) {
  const toewijzingen = [toewijzing({ volume: 3333, signaalbudget: budget }), toewijzing({ nummer: 1002 })];
  return verdictOp(jw323(regels), { kennis: { toewijzingen, prestaties } }).signalen;
}
const december = geboekt({ volume: 2490, bedrag: 373500, begin: '2025-12-01', einde: '2025-12-31' });

describe('the signaalbudget', () => {
  it('74,7 % says nothing, 75,3 % does, to be seen by both parties', () => {
    expect(signalen([{ volume: 2490 }])).toEqual([]);
    expect(signalen([{ volume: 20 }], [december])).toEqual([
      {
        soort: 'signaalbudget',
        gemeente: '0362',
        aanbieder: '42420001',
        toewijzingNummer: 1001,
        percentage: 75.3,
        melding: expect.stringContaining('5.000,00 euro'),
      },
    ]);
  });

  it('says it once, and again after a credit', () => {
    const erover = geboekt({ referentie: 'E2', volume: 100, bedrag: 15000 });
    expect(signalen([{ volume: 20 }], [december, erover])).toEqual([]);
    const terug = geboekt({ referentie: 'C2', vorigeReferentie: 'E2', debetCredit: 'C', volume: 100, bedrag: 15000 });
    expect(signalen([{ volume: 20 }], [december, erover, terug])).toHaveLength(1);
  });

  it('a credit and a debet in one message count together', () => {
    const januari = { begin: '2026-01-01', einde: '2026-01-31' };
    const eerder = [december, geboekt({ referentie: 'E2', volume: 20, bedrag: 3000 })];
    const credit: Regel = { ...januari, volume: 20, dc: 'C', vorig: 'E2' };
    expect(signalen([credit, { ...januari, volume: 25 }], eerder)).toEqual([]);
  });

  it('refused lines do not count', () => {
    expect(signalen([{ volume: 20, tarief: 1 }], [december])).toEqual([]);
  });

  it('a tariff that rose may pass the maximum, and then it signals', () => {
    const bijnaVol = { ...december, volume: 3000, bedrag: 499000 };
    const [signaal] = signalen([{ volume: 20 }], [bijnaVol]);
    expect(signaal?.percentage).toBe(100.4);
  });
});

describe('a declaratie outside the agreed term', () => {
  it('signals to both parties and refuses nothing', () => {
    const juni = { begin: '2019-06-01', einde: '2019-06-30', categorie: '50', code: '50B02', tarief: 100 };
    const kennis = { toewijzingen: [toewijzing({ ...juni, ingangsdatum: '2019-01-01' })] };
    const facturatie = { vorm: 'declaratie', uiterlijkeMaanden: 1 } as const;
    const afspraken = { regimes: document().regimes.map((r) => ({ ...r, facturatie })) };
    const verdict = verdictOp(jw303([juni], { dagtekening: '2019-08-01' }), { kennis, afspraken });
    expect(verdict.status).toBe('goedgekeurd');
    expect(verdict.signalen.map((s) => s.soort)).toEqual(['afwijking']);
  });
});
