import { describe, expect, it } from 'vitest';
import type { SentEnvelope } from '../../../src/store/envelopes/contract.ts';
import type { Store } from '../../../src/store/store.ts';

/** A number of an envelope is used once by a party, whatever number of processes takes it. */
export function envelopes(store: () => Store): void {
  const OP = new Date('2026-03-04T12:00:00.000Z');
  let teller = 0;
  const sent = (anders: Partial<SentEnvelope> = {}): SentEnvelope => ({
    partij: '42420001',
    referentienummer: `9c0f7b90-5c69-41e5-a837-${String(++teller).padStart(12, '0')}`,
    soort: 'Di01',
    crossRefnummer: null,
    sha256: Buffer.alloc(32, 1),
    ontvanger: '0362',
    details: 'JW315-00040001',
    ...anders,
  });
  const use = (envelope: SentEnvelope) => store().useReference(envelope, OP);

  describe('numbers of envelopes', () => {
    it('are taken by one of those that come at once', async () => {
      const een = sent();
      const uses = await Promise.all([1, 2, 3, 4].map(() => use(een)));
      expect(uses.toSorted()).toEqual(['new', 'open', 'open', 'open']);
      expect(await use({ ...een, sha256: Buffer.alloc(32, 2) })).toBe('other');
      expect(await use({ ...een, partij: '42420002' })).toBe('new');
    });

    it('come to one end, and tell it', async () => {
      const een = sent({ soort: 'Du01', crossRefnummer: 'x' });
      await use(een);
      const { partij, referentienummer, sha256: _, ...rest } = een;
      await store().endReference(partij, referentienummer, { kind: 'refused', reden: 'Geen iJW.' });
      expect(await use(een)).toBe('done');
      await store().endReference(partij, referentienummer, { kind: 'refused', reden: 'Anders.' });
      const kept = { ...rest, partij, referentienummer, reden: 'Geen iJW.' };
      expect(await store().sentEnvelope(partij, referentienummer)).toEqual(kept);
      expect(await store().sentEnvelope('0362', referentienummer)).toBeUndefined();
    });

    it('are done when their message is stored', async () => {
      const een = sent();
      await use(een);
      await store().endReference(een.partij, een.referentienummer, {
        kind: 'stored',
        berichtId: '01a1ffe3-0598-7231-b29d-aec695db5bc8',
      });
      expect(await use(een)).toBe('done');
      expect(await store().sentEnvelope(een.partij, een.referentienummer)).toMatchObject({ reden: null });
    });
  });
}
