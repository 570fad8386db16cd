import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../../src/findings/bevinding.ts';
import { begrensd, MEER } from '../../../src/rules/verslag.ts';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen } from '../../access/wie.ts';
import { antwoord, beoordeel, partijen } from '../make.ts';

/** Findings as a declaratie of very many lines gets them: each of its own line, with its own numbers in the text. */
export function vindingen(aantal: number): Bevinding[] {
  return Array.from({ length: aantal }, (_, i) => ({
    ...{ niveau: 3, regel: i % 3 === 0 ? 'TR338' : 'TR322', retourcode: i % 3 === 0 ? '9338' : '9322', ernst: 'fout' },
    pad: `/Bericht/Declaratie/Clienten/Client[${(i % 400) + 1}]/Prestaties/Prestatie[${i + 1}]/GeleverdVolume`,
    lijn: 20 + i,
    kolom: 17,
    melding: `Met het volume ${500 + (i % 7)} wordt over de hele toewijzing meer gedeclareerd dan is toegewezen: hoogstens 01200 minuten, waarvan ${i} al gedeclareerd vóór 2026-01-0${(i % 9) + 1}. Verlaag het volume, of vraag de gemeente om een ruimere toewijzing.`,
  }));
}

/** Long reports: whole with the message, counted in lists. */
export function verslagen(store: () => Store): void {
  describe('a report', () => {
    const inLijst = async (id: string, partij: string) =>
      (await store().messages({ scope: vanPartijen(partij), limit: 5 })).find((b) => b.id === id);

    it('of very many findings comes back as it was, and a list tells how many there are of each rule', async () => {
      const wie = partijen();
      const alle = begrensd(vindingen(30_000));
      const id = await beoordeel(store(), wie, { bevindingen: alle });
      expect((await store().message(id, ALLES))?.bevindingen).toEqual(alle);
      const regel = await inLijst(id, wie.aanbieder);
      expect(regel?.bevindingen).toEqual(alle.slice(0, 10));
      expect(regel).toMatchObject({ aantalBevindingen: 30_000, perRegel: { TR338: 10_000, TR322: 20_000 } });
      expect(alle.at(-1)?.regel).toBe(MEER);
    });

    it('is gone when the message waits again', async () => {
      const wie = partijen();
      const id = await beoordeel(store(), wie, { status: 'geweigerd', bevindingen: vindingen(100) });
      expect(await inLijst(id, wie.aanbieder)).toMatchObject({ aantalBevindingen: 100 });
      await store().replay(id);
      expect(await inLijst(id, wie.aanbieder)).toMatchObject({ bevindingen: [], aantalBevindingen: 0, perRegel: {} });
    });

    it('keeps every character of its texts', async () => {
      const wie = partijen();
      const [basis] = vindingen(1);
      if (basis === undefined) throw new Error('no finding');
      const teksten = ['', '007', '7 007 7', 'é‹gemaskeerd›1', 'geen cijfer', '12\n34', '٣ en 3'];
      const bevindingen = Array.from({ length: 70 }, (_, i): Bevinding => {
        const melding = teksten[i % teksten.length] ?? '';
        return { ...basis, melding, pad: i % 5 === 0 ? null : `/Bericht/A[${i}]`, lijn: i % 4 === 0 ? null : i };
      });
      const id = await beoordeel(store(), wie, { bevindingen });
      expect((await store().message(id, ALLES))?.bevindingen).toEqual(bevindingen);
    });

    it('is whole in a list when it is short', async () => {
      const wie = partijen();
      const bevindingen = vindingen(3);
      const id = await beoordeel(store(), wie, { bevindingen });
      expect(await inLijst(id, wie.aanbieder)).toMatchObject({
        ...{ bevindingen, aantalBevindingen: 3, perRegel: { TR338: 1, TR322: 2 }, aantalAntwoorden: 0 },
      });
    });

    it('has its first hundred answers in a list, and how many there are', async () => {
      const wie = partijen();
      const id = await beoordeel(store(), wie, { antwoorden: Array.from({ length: 150 }, () => antwoord(wie)) });
      const regel = (await store().messages({ scope: vanPartijen(wie.aanbieder), type: 'JW315', limit: 5 })).find(
        (b) => b.id === id,
      );
      expect(regel?.antwoorden).toHaveLength(100);
      expect(regel?.aantalAntwoorden).toBe(150);
      const heel = await store().message(id, ALLES);
      expect(heel?.antwoorden).toHaveLength(150);
      expect(heel?.antwoorden.slice(0, 100)).toEqual(regel?.antwoorden);
    });
  });
}
