import { describe, expect, it } from 'vitest';
import { jw301, jw323 } from '../gateway/berichten.ts';
import { metAfspraken, ontvang, oordeel, opstelling } from '../gateway/opstelling.ts';
import { afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';

const { database, start } = opstelling();

describe('agreements that one process took', () => {
  it('judge what another receives right after the answer', { timeout: 300_000 }, async () => {
    const db = await database();
    const neemt = await start(db, { rol: 'api' });
    const ontvangt = await start(db);
    await metAfspraken(neemt, afsprakenMet(1));
    for (let ronde = 0; ronde < 12; ronde++) {
      const wie = client(0);
      await oordeel(ontvangt, await ontvang(ontvangt, GEMEENTE, jw301(wie, `A${wie.nummer}`)));
      // The tariff changes; a declaratie at the new one is right from now on (TR418).
      const tarief = 200 + ronde;
      const document = afsprakenMet(1);
      const contracten = document.contracten.map((c) => ({
        ...c,
        producten: c.producten.map((p) => ({ ...p, tarief })),
      }));
      const nummer = await metAfspraken(neemt, { ...document, contracten });
      const declaratie = jw323(`D${wie.nummer}`, ronde + 1, [
        { wie, referentie: `P${wie.nummer}`, minuten: 10, tarief },
      ]);
      const beeld = await oordeel(ontvangt, await ontvang(ontvangt, wie.aanbieder, declaratie));
      expect([beeld.status, beeld.afsprakenVersie, beeld.bevindingen]).toEqual(['goedgekeurd', nummer, []]);
    }
  });
});
