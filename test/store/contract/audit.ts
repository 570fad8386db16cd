import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';

/** The audit as a chain. What becomes of it when somebody changes it by SQL: `test/store/audit.test.ts`. */
export function audit(store: () => Store): void {
  const row = (nr: number) => ({
    door: `sleutel-${nr}`,
    doorNaam: 'werkplek',
    handeling: 'sleutel-gemaakt',
    onderwerp: `onderwerp-${nr}`,
    op: new Date('2026-03-04T12:00:00.123Z'),
  });

  describe('the audit', () => {
    it('is one chain, whoever writes at the same moment', async () => {
      const before = await store().verifyAudit();
      const hash = await store().auditHash();
      await Promise.all(Array.from({ length: 40 }, (_, nr) => store().audit(row(nr))));
      const after = await store().verifyAudit();
      if (before.kind !== 'whole' || after.kind !== 'whole') throw new Error('the audit is broken');
      expect(after.rows).toBe(before.rows + 40);
      expect(after.hash).toMatch(/^[0-9a-f]{64}$/);
      expect(after.hash).toBe(await store().auditHash());
      expect(after.hash).not.toBe(hash);
    });
  });
}
