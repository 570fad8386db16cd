import pg from 'pg';
import type { FaultPoint } from '../../src/faults/points.ts';
import { jw301 } from '../gateway/berichten.ts';
import { client, GEMEENTE } from '../gateway/wereld.ts';
import { BEHEERDER } from '../servers/gateway.ts';
import type { StufParty } from './parties/stuf.ts';
import type { Rig } from './rig.ts';

/** What leads to a point beside the ordinary traffic. */
export interface Scene {
  /** The point is passed while the process starts: it is not waited for. */
  readonly atStart?: true;
  /** On a store that is empty. */
  readonly empty?: true;
  /** Kills of one message before it, each in a process of its own, so that the point comes up at all. */
  readonly after?: readonly FaultPoint[];
  /** A process may come by once only. */
  readonly once?: true;
  /** Runs while the traffic does; it may fail, for the gateway is killed meanwhile. */
  readonly also?: (rig: Rig, stuf: StufParty) => Promise<unknown>;
  /** Begins before what is to lead to the point does, and lasts until it was passed; gives what ends it. */
  readonly meanwhile?: (rig: Rig) => Promise<() => Promise<void>>;
}

const ATTEMPT = 'store.writeVerdicts.before';

const SCENES: Readonly<Record<string, Scene>> = {
  'store.migrate': { atStart: true, empty: true },
  'store.saveAgreements': { atStart: true, empty: true },
  'store.retryNow': { atStart: true },
  // What is drawn is enough for many requests.
  'store.drawNumbers': { once: true, also: ({ traffic }) => traffic.request() },
  'store.useReference': { also: ({ traffic }, stuf) => traffic.request(0, stuf) },
  'store.endReference': { also: ({ traffic }, stuf) => traffic.request(0, stuf) },
  'store.addFeedback': { also: (_rig, stuf) => stuf.sendWrong(jw301({ ...client(0) }, 'nooit')) },
  'store.refuseDelivery': { also: (_rig, stuf) => stuf.refuse() },
  'store.recorded': { also: setChannel },
  'store.audit': { also: openBody },
  // Of each key only its first use in a minute is written down.
  'store.keyUsed': { also: useNewKey },
  // A turn that is done ends with its verdicts; this is one that broke off.
  'store.endTurn': { meanwhile: cutVerdicts },
  'store.countAttempt': { after: [ATTEMPT] },
  'store.voidAttempt': { after: [ATTEMPT], meanwhile: cutVerdicts },
  'store.quarantine': { after: [ATTEMPT, ATTEMPT, ATTEMPT, ATTEMPT] },
  ringAgain: { after: ['store.saveMessage.after'] },
};

export function sceneOf(point: FaultPoint): Scene {
  return SCENES[point.replace(/\.(before|after)$/, '')] ?? {};
}

/** Which passing kills, when this one was drawn: where the scene leads to one, there is no second. */
export function passingOf(point: FaultPoint, drawn: number): number {
  const { after, atStart, empty, once } = sceneOf(point);
  return after !== undefined || atStart === true || empty === true || once === true ? 1 : drawn;
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

/**
 * No verdict is written: the connection is lost at the last row of each, which is nobody's attempt. By a trigger, which holds no
 * lock that a gateway that starts would wait for.
 */
async function cutVerdicts({ databaseUrl }: Rig): Promise<() => Promise<void>> {
  await inDatabase(
    databaseUrl,
    `create function proef_kap() returns trigger language plpgsql as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return new; end $$;
      create trigger proef_kap before insert on gebeurtenis for each row
        when (new.soort in ('beoordeeld', 'besloten')) execute function proef_kap()`,
  );
  return () => inDatabase(databaseUrl, 'drop function proef_kap cascade');
}

async function inDatabase(connectionString: string, statements: string): Promise<void> {
  const db = new pg.Client({ connectionString });
  await db.connect();
  try {
    await db.query(statements);
  } finally {
    await db.end();
  }
}
