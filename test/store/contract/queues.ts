import { describe, expect, it } from 'vitest';
import type { WachtrijStand } from '../../../src/store/queues/contract.ts';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanRegios } from '../../access/wie.ts';
import { since } from './happenings.ts';

/** What is told of queues, whatever number of processes looks. */
export function queues(store: () => Store): void {
  const zonder = (regio: string): WachtrijStand => ({ regio, soort: 'zonder-werker' });
  const stil = (regio: string): WachtrijStand => ({ regio, soort: 'gepauzeerd' });
  const einde = ({ regio, soort }: WachtrijStand) => `einde ${soort} ${regio}`;

  /** Five processes that see the same; what they told together. */
  async function kijk(nu: readonly WachtrijStand[], twijfel: readonly WachtrijStand[] = []) {
    const gezien = nu.map((stand) => ({ ...stand, begin: `begin ${stand.soort} ${stand.regio}` }));
    const verteld = await Promise.all(
      Array.from({ length: 5 }, () => store().noteQueueStates({ nu: gezien, twijfel, einde })),
    );
    const regels = (standen: readonly WachtrijStand[]) => standen.map((s) => `${s.soort} ${s.regio}`).sort();
    return [regels(verteld.flatMap((v) => v.begonnen)), regels(verteld.flatMap((v) => v.voorbij))];
  }

  describe('what is wrong with queues', () => {
    it('has one signal at its begin and one at its end, for the operators who look at it', async () => {
      const begin = await store().presentPosition();
      expect(await kijk([zonder('Q1'), stil('Q1'), stil('LANDELIJK')])).toEqual([
        ['gepauzeerd LANDELIJK', 'gepauzeerd Q1', 'zonder-werker Q1'],
        [],
      ]);
      expect(await kijk([zonder('Q1'), stil('Q1'), stil('LANDELIJK')])).toEqual([[], []]);
      // In doubt: no begin, and no end either.
      expect(await kijk([stil('LANDELIJK')], [zonder('Q1'), zonder('Q2')])).toEqual([[], ['gepauzeerd Q1']]);
      expect(await kijk([])).toEqual([[], ['gepauzeerd LANDELIJK', 'zonder-werker Q1']]);
      const told = (await since(store(), begin)).flatMap(({ happening: h }) =>
        h?.type === 'signal.raised' ? [h] : [],
      );
      expect(told.map(({ kind, regio }) => `${kind} ${regio}`).toSorted()).toEqual([
        ...['wachtrij Q1', 'wachtrij Q1', 'wachtrij Q1', 'wachtrij Q1', 'wachtrij null', 'wachtrij null'],
      ]);
      // A region that there is none of lies in no region: every operator hears of it.
      expect(await kijk([{ regio: 'XX', soort: 'onbekend' }])).toEqual([['onbekend XX'], []]);
      expect(await kijk([])).toEqual([[], ['onbekend XX']]);
      const gezien = async (regio: string) => store().signals({ scope: vanRegios(regio), limit: 500 });
      const signalen = (await gezien('Q1')).filter((s) => s.melding.endsWith('Q1'));
      expect(signalen.map((s) => s.melding)).toEqual([
        'begin gepauzeerd Q1',
        'begin zonder-werker Q1',
        'einde gepauzeerd Q1',
        'einde zonder-werker Q1',
      ]);
      const leeg = { gemeente: null, aanbieder: null, toewijzingNummer: null, percentage: null, stand: null };
      for (const signaal of signalen) expect(signaal).toMatchObject({ soort: 'wachtrij', ...leeg });
      // What lies in no region is seen by every operator, and what lies in another by none.
      const elders = (await gezien('Q2')).map((s) => s.melding).filter((m) => / (Q1|LANDELIJK)$/.test(m));
      expect((await gezien('Q2')).map((s) => s.melding).filter((m) => m.endsWith('XX'))).toEqual([
        'begin onbekend XX',
        'einde onbekend XX',
      ]);
      expect(elders).toEqual(['begin gepauzeerd LANDELIJK', 'einde gepauzeerd LANDELIJK']);
      const alle = (await store().signals({ scope: ALLES, limit: 500 })).map((s) => s.melding);
      expect(alle).toEqual(expect.arrayContaining([...elders, ...signalen.map((s) => s.melding)]));
    });
  });
}
