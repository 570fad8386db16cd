import pg from 'pg';
import type { FaultPoint } from '../../src/faults/points.ts';
import { jw301 } from '../gateway/berichten.ts';
import { client, GEMEENTE } from '../gateway/wereld.ts';
import { BEHEERDER } from '../servers/gateway.ts';
import type { StufParty } from './parties/stuf.ts';
import { within } from './patiently.ts';
import type { Rig } from './rig.ts';

/** What leads to a point beside the ordinary traffic. */
export interface Scene {
  /** The point is passed while the process starts: it is not waited for. */
  readonly atStart?: true;
  /** On a store that is empty. */
  readonly empty?: true;
  /** Kills of one message before it, each in a process of its own, so that the point comes up at all. */
  readonly after?: readonly FaultPoint[];
  /** Runs while the traffic does; it may fail, for the gateway is killed meanwhile. */
  readonly also?: (rig: Rig, stuf: StufParty) => Promise<unknown>;
}

const ATTEMPT = 'store.writeVerdicts.before';

const SCENES: Readonly<Record<string, Scene>> = {
  'store.migrate': { atStart: true, empty: true },
  'store.saveAgreements': { atStart: true, empty: true },
  'store.retryNow': { atStart: true },
  'store.drawNumbers': { also: ({ traffic }) => traffic.request() },
  'store.useReference': { also: ({ traffic }, stuf) => traffic.request(0, stuf) },
  'store.endReference': { also: ({ traffic }, stuf) => traffic.request(0, stuf) },
  'store.addFeedback': { also: (_rig, stuf) => stuf.sendWrong(jw301({ ...client(0) }, 'nooit')) },
  'store.refuseDelivery': { also: (_rig, stuf) => stuf.refuse() },
  'store.recorded': { also: setChannel },
  'store.audit': { also: openBody },
  // Of each key only its first use in a minute is written down.
  'store.keyUsed': { also: useNewKey },
  // A turn that is done ends with its verdicts; this is one that broke off.
  'store.endTurn': { also: cutWhileWriting },
  'store.countAttempt': { after: [ATTEMPT] },
  'store.voidAttempt': { after: [ATTEMPT], also: cutWhileWriting },
  'store.quarantine': { after: [ATTEMPT, ATTEMPT, ATTEMPT, ATTEMPT] },
  ringAgain: { after: ['store.saveMessage.after'] },
};

export function sceneOf(point: FaultPoint): Scene {
  return SCENES[point.replace(/\.(before|after)$/, '')] ?? {};
}

async function setChannel({ http, parties }: Rig): Promise<void> {
  const settings = parties.get(GEMEENTE)?.settings ?? {};
  await http.json('PUT', `/api/v1/partijen/${GEMEENTE}/kanaal`, BEHEERDER, settings);
}

async function openBody({ http }: Rig): Promise<void> {
  const path = '/api/v1/berichten?limit=1';
  const { berichten } = await http.json<{ berichten: { id: string }[] }>('GET', path, BEHEERDER);
  await http.xml(berichten[0]?.id ?? '');
}

async function useNewKey({ http }: Rig): Promise<void> {
  const made = { naam: 'gebruik', rol: 'gemeente', partij: GEMEENTE };
  const { sleutel } = await http.json<{ sleutel: string }>('POST', '/api/v1/sleutels', BEHEERDER, made);
  await http.json('GET', '/api/v1/uitgaand?limit=1', sleutel);
}

/** A verdict waits for a lock while its connection is cut: an attempt that does not count. */
async function cutWhileWriting({ databaseUrl }: Rig): Promise<void> {
  const db = new pg.Client({ connectionString: databaseUrl });
  await db.connect();
  try {
    await db.query('begin; lock table gebeurtenis in share row exclusive mode');
    // Not another that writes there, or the verdict would be written before its turn to be cut.
    const waiting = `from pg_stat_activity where wait_event_type = 'Lock' and application_name = 'ijw-gateway'
      and query like '%insert into gebeurtenis (laan%'`;
    await within(20_000, 'a verdict waits', async () => {
      return ((await db.query(`select pg_terminate_backend(pid) ${waiting}`)).rowCount ?? 0) > 0;
    });
  } finally {
    await db.end();
  }
}
