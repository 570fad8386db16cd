import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { ShortDataKey } from '../../src/store/client-key/check-key.ts';
import { clientSleutel } from '../../src/store/client-key/client-sleutel.ts';
import { dbOver } from '../../src/store/engine/db.ts';
import { pgliteSource } from '../../src/store/engine/pglite/pglite-source.ts';
import { openStore } from '../../src/store/open-store.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { asMadeContract } from './contract/as-made.ts';
import { SLEUTEL } from './contract/kennis.ts';
import { storeContract } from './contract.ts';
import { partijen } from './make.ts';

const map = mkdtempSync(join(tmpdir(), 'ijw-store-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));

asMadeContract('PGlite', () => pgliteSource(mkdtempSync(join(map, 'gemaakt-'))));

describe('PGlite', () => {
  it('runs one report at a time, and others come before the next', async () => {
    const source = await pgliteSource(mkdtempSync(join(map, 'rapport-')));
    try {
      const volgorde: string[] = [];
      const rapport = await source.reportSession();
      const neem = async (naam: string, sessie: Promise<{ release(): void }>) => {
        const gekregen = await sessie;
        volgorde.push(naam);
        gekregen.release();
      };
      const tweede = neem('rapport', source.reportSession());
      const berichten = [1, 2, 3].map((nr) => neem(`bericht ${nr}`, source.session()));
      await rapport.query('select 1', []);
      rapport.release();
      await Promise.all([tweede, ...berichten]);
      expect(volgorde).toEqual(['bericht 1', 'bericht 2', 'bericht 3', 'rapport']);
    } finally {
      await source.end();
    }
  });

  it('tells a turn that broke off when the process before this one was in it', async () => {
    const dataDir = mkdtempSync(join(map, 'gestopt-'));
    const wie = partijen();
    const eerst = await openStore({ dataDir, sleutel: SLEUTEL });
    await eerst.migrate();
    await eerst.beginTurn(wie.laan);
    await eerst.close();
    const daarna = await openStore({ dataDir, sleutel: SLEUTEL });
    try {
      expect(await daarna.beginTurn(wie.laan)).toEqual({ brokeOff: true });
    } finally {
      await daarna.close();
    }
  });
});

describe('the key of the BSN hash', () => {
  it('is long in a new database; one that was begun with a short key opens, and says so', async () => {
    const dataDir = mkdtempSync(join(map, 'kort-'));
    const gezegd: string[] = [];
    const logger = { ...stilleLogger, warn: (zin: string) => void gezegd.push(zin) };
    const kort = 'een korte sleutel van 31 tekens';
    const nieuw = await openStore({ dataDir, sleutel: kort, logger });
    await expect(nieuw.migrate()).rejects.toThrow(ShortDataKey);
    await nieuw.close();
    await begunWith(dataDir, kort);
    const bestaand = await openStore({ dataDir, sleutel: kort, logger });
    await bestaand.migrate();
    await bestaand.close();
    expect(gezegd).toEqual([expect.stringMatching(/DATA_SLEUTEL is short/)]);
  });
});

/** As a version before this check left its database. */
async function begunWith(dataDir: string, sleutel: string): Promise<void> {
  const source = await pgliteSource(dataDir);
  const db = dbOver(source);
  const afdruk = clientSleutel(Buffer.from(sleutel), 'sleutel-afdruk');
  await sql`insert into instelling (naam, waarde) values ('sleutel-afdruk', ${afdruk})`.execute(db);
  await db.destroy();
}

storeContract('PGlite', () => openStore({ dataDir: map, sleutel: SLEUTEL, judgesOwn: true }));
