import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { toets } from '../../src/cli/check/toets.ts';
import type { BerichtType } from '../../src/standard/message-types.ts';
import { TestGateway } from '../servers/gateway.ts';
import { type Bericht, Inzending } from './inzending.ts';
import { maskeerOordeel, maskeerXml } from './maskeer.ts';
import { bytesVan, padVan, STAPPEN, VERHAAL, verwacht } from './verhaal.ts';

describe('the story in samples/verhaal', () => {
  let gateway: TestGateway;
  let inzending: Inzending;
  beforeAll(async () => {
    gateway = await TestGateway.start();
    inzending = new Inzending(gateway);
  });
  afterAll(() => gateway?.remove());

  it('names every message and every expected file there is', () => {
    const bestanden = readdirSync(VERHAAL, { recursive: true })
      .map(String)
      .filter((naam) => /\.\w+$/.test(naam));
    const genoemd = STAPPEN.flatMap(({ bestand, antwoorden }) => {
      const map = `${bestand.slice(0, 2)}-verwacht`;
      return [bestand, `${map}/oordeel.json`, ...antwoorden.map((type) => `${map}/${type.toLowerCase()}.xml`)];
    });
    expect(bestanden.toSorted()).toEqual([...genoemd, 'verhaal.json'].toSorted());
  });

  it.each(STAPPEN)('check judges $bestand as listed', (stap) => {
    expect(toets(stap.bestand, bytesVan(stap))).toMatchObject({ niveau: stap.niveau, geldig: stap.niveau === null });
  });

  it.each(STAPPEN)('$bestand gets what stands beside it', async (stap) => {
    const { json, replay } = await inzending.post(stap.partij, bytesVan(stap));
    const bericht: Bericht = JSON.parse(json);
    expect(replay).toBe(false);
    // A text that got better is taken over with `npx vitest run test/samples/verhaal.test.ts -u`, and read in the diff.
    await expect(gevouwen(json)).toMatchFileSnapshot(padVan(stap, 'oordeel.json'));
    expect(bericht.status).toBe(stap.status);
    expect(bericht.bevindingen.map((b) => b.regel)).toEqual(stap.regels);
    expect(bericht.antwoorden.map((a) => a.type)).toEqual(stap.antwoorden);
    for (const { id, type } of bericht.antwoorden) {
      const xml = maskeerXml(type as BerichtType, await inzending.xml(stap.partij, id));
      expect(xml).toBe(verwacht(stap, `${type.toLowerCase()}.xml`));
    }
  });

  it.each(STAPPEN)('the same bytes of $bestand change nothing', async (stap) => {
    const { json, replay } = await inzending.post(stap.partij, bytesVan(stap));
    // What was not stored as a message of iJW is looked at anew; everything else keeps its first verdict.
    expect(replay).toBe(stap.status !== 'geweigerd');
    await expect(gevouwen(json)).toMatchFileSnapshot(padVan(stap, 'oordeel.json'));
  });
});

function gevouwen(json: string): string {
  return `${JSON.stringify(JSON.parse(maskeerOordeel(json)), null, 2)}\n`;
}
