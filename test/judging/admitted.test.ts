import { createHash } from 'node:crypto';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { laanVan } from '../../src/lanes/lane.ts';
import type { Logger } from '../../src/log/logger.ts';
import type { Ontvangst } from '../../src/store/messages/contract.ts';
import { openStore } from '../../src/store/open-store.ts';
import { BEHEERDER, partijen } from '../access/wie.ts';
import { jw301, jw315 } from '../gateway/berichten.ts';
import { metAfspraken, ontvang, oordeel, opstelling } from '../gateway/opstelling.ts';
import { aanbieder, afsprakenMet, client, GEMEENTE } from '../gateway/wereld.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const { database, start } = opstelling();

/** A row as an earlier look at the door may have made it: the header not read, so that it is of the party of the key. */
async function stored(database: string, bytes: Uint8Array, partij: string): Promise<string> {
  const vanGemeente = partij.length === 4;
  const regio = vanGemeente ? 'AA' : null;
  const ontvangst: Ontvangst = {
    ...{ bytes, sha256: createHash('sha256').update(bytes).digest(), partij, type: 'JW315', release: '3.2', regio },
    ...{
      afzender: null,
      ontvanger: null,
      identificatie: null,
      via: 'http' as const,
      transportId: null,
      door: null,
      laan: laanVan(regio, partij),
      ontvangenOp: new Date(),
    },
    ...{ gemeente: vanGemeente ? partij : null, aanbieder: vanGemeente ? null : partij },
  };
  const store = await openStore({ databaseUrl: database, dataDir: '', sleutel: 'de sleutel van de pipeline-tests' });
  await store.migrate();
  try {
    return (await store.saveMessage(ontvangst)).id;
  } finally {
    await store.close();
  }
}

function geheugen(): { regels: string[]; logger: Logger } {
  const regels: string[] = [];
  const warn: Logger['warn'] = (zin, velden) => void regels.push(JSON.stringify({ zin, ...velden }));
  return { regels, logger: { ...stilleLogger, warn } };
}

describe('a message that is stored as of another party', { timeout: 300_000 }, () => {
  it('is refused on the lane and in replay, without an answer and without a trace of the other', async () => {
    const { regels, logger } = geheugen();
    const url = await database();
    const gateway = await start(url, { logger });
    await metAfspraken(gateway, afsprakenMet(2));
    const wie = client(1);
    await oordeel(gateway, await ontvang(gateway, GEMEENTE, jw301(wie, 'A1')));
    const bytes = jw315({ ...wie, aanbieder: aanbieder(1) }, 'V1', 600, '45A99');
    const id = await stored(url, bytes, aanbieder(0));
    for (let keer = 0; keer < 2; keer++) {
      const beeld = await oordeel(gateway, id);
      expect(beeld).toMatchObject({ status: 'geweigerd', antwoorden: [], afleveringen: [] });
      expect(beeld.bevindingen).toMatchObject([
        { niveau: 0, regel: 'POORT-PARTIJ', pad: '/Bericht/Header', ernst: 'fout', retourcode: null, lijn: 3 },
      ]);
      expect(JSON.stringify(beeld)).not.toContain(aanbieder(1));
      if (keer === 0) expect(await gateway.gateway.messages.replay(BEHEERDER, id)).toEqual({ kind: 'waiting' });
    }
    const line = { zin: 'security: a message hides or disguises its header', id, regel: 'POORT-PARTIJ' };
    const wat = { ...line, partij: aanbieder(0), type: 'JW315', zender: aanbieder(1), ontvanger: GEMEENTE };
    expect(regels).toEqual([JSON.stringify(wat), JSON.stringify(wat)]);
  });

  it('is judged when its sender sends it again and the door reads it', async () => {
    const url = await database();
    const gateway = await start(url);
    await metAfspraken(gateway, afsprakenMet(1));
    const bytes = jw315(client(0), 'V1');
    const id = await stored(url, bytes, aanbieder(0));
    const eerst = await oordeel(gateway, id);
    expect([eerst.status, eerst.bevindingen.map((b) => b.regel)]).toEqual(['geweigerd', ['POORT-HEADER']]);
    expect(await ontvang(gateway, aanbieder(0), bytes)).toBe(id);
    expect(await oordeel(gateway, id)).toMatchObject({
      ...{ status: 'goedgekeurd', afzender: aanbieder(0), ontvanger: GEMEENTE, identificatie: 'V1', regio: 'AA' },
    });
  });
});

describe('a request whose message is not the one that waits', { timeout: 300_000 }, () => {
  it('is not weighed, not tried and not decided on', async () => {
    const url = await database();
    const { regels, logger } = geheugen();
    const gateway = await start(url, { logger });
    const document = afsprakenMet(2);
    const regimes = document.regimes.map((regime) => ({ ...regime, toewijzen: 'gemeente' as const }));
    await metAfspraken(gateway, { ...document, regimes });
    const id = await ontvang(gateway, aanbieder(0), jw315(client(0), 'V1'));
    expect((await oordeel(gateway, id)).status).toBe('goedgekeurd');
    const wie = partijen(GEMEENTE);
    const toetsen = async () => (await gateway.gateway.werkbak.list(wie, { limit: 5 })).items;
    const [gewogen] = await toetsen();
    expect([gewogen?.toets]).toEqual([expect.objectContaining({ bijToewijzen: expect.anything() })]);

    const db = new pg.Client({ connectionString: url });
    await db.connect();
    const ander = jw315(client(1), 'V1');
    await db.query('update inhoud set bytes = $1 where bericht_id = $2', [Buffer.from(ander), id]);
    await db.end();
    const leeg = {
      reden: null,
      woonplaats: null,
      toelichting: null,
      toewijzing: null,
      relatie: null,
      idempotentie: null,
    };
    const besluit = { item: gewogen?.item.id ?? '', besluit: 'toewijzen', ...leeg } as const;
    expect((await toetsen()).map(({ toets }) => toets)).toEqual([null]);
    expect(await gateway.gateway.werkbak.tryDecision(wie, besluit)).toMatchObject({
      kind: 'refused',
      waarom: { soort: 'stand' },
    });
    const gedaan = await gateway.gateway.werkbak.decide(wie, besluit, 120_000);
    expect(gedaan).toMatchObject({ kind: 'decided', uitkomst: { stand: 'geweigerd' } });
    expect(JSON.stringify(gedaan)).not.toContain(aanbieder(1));
    expect(regels.filter((regel) => regel.includes('POORT-PARTIJ'))).toHaveLength(3);
  });
});
