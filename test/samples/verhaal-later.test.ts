import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { envelope } from '../../src/access/envelope.ts';
import { toonBericht } from '../../src/api/weergave.ts';
import { type Started, startGateway } from '../../src/assemble/start.ts';
import { loadConfig } from '../../src/config/config.ts';
import type { BerichtType } from '../../src/standard/message-types.ts';
import { BEHEERDER, partijen } from '../access/wie.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { maskeerOordeel, maskeerXml } from './maskeer.ts';
import { bytesVan, STAPPEN, type Stap, verwacht } from './verhaal.ts';

/** Days on which a reader may try the story: soon after its last date, and when its children are grown. */
const DAGEN = ['2025-07-03T06:00:00Z', '2041-12-31T23:30:00Z'];

describe.each(DAGEN)('the story, posted on %s', (dag) => {
  const dataDir = mkdtempSync(join(tmpdir(), 'ijw-verhaal-'));
  let gestart: Started;
  beforeAll(async () => {
    const geladen = loadConfig({ DATA_DIR: dataDir });
    if (geladen.kind === 'invalid') throw new Error(geladen.fouten.join(' '));
    gestart = await startGateway(geladen.config, stilleLogger, { now: () => new Date(dag) });
  });
  afterAll(async () => {
    await gestart?.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  it('gets the answers of samples/verhaal', async () => {
    for (const stap of STAPPEN) await speel(stap);
  });

  async function speel(stap: Stap): Promise<void> {
    const { gateway } = gestart;
    const ontvangen = await gateway.intake.receive(partijen(stap.partij), bytesVan(stap), envelope('http'));
    if (ontvangen.kind !== 'stored') throw new Error(`${stap.bestand}: ${ontvangen.kind}`);
    const bericht = toonBericht(await gateway.intake.verdictOf(BEHEERDER, ontvangen.id, 30_000));
    expect(JSON.parse(maskeerOordeel(JSON.stringify(bericht))), stap.bestand).toEqual(
      JSON.parse(verwacht(stap, 'oordeel.json')),
    );
    for (const { id, type } of bericht.antwoorden) {
      const bytes = await gateway.messages.openBody(BEHEERDER, id);
      const xml = maskeerXml(type as BerichtType, Buffer.from(bytes ?? []).toString('utf8'));
      expect(xml, `${stap.bestand} ${type}`).toBe(verwacht(stap, `${type.toLowerCase()}.xml`));
    }
  }
});
