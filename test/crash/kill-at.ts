import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { FaultPoint } from '../../src/faults/points.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import type { StufParty } from './parties/stuf.ts';
import { within } from './patiently.ts';
import type { Rig } from './rig.ts';
import { type Scene, sceneOf } from './scenes.ts';

/** It must come by in so long (ms), or it is no point of what this process does: long, for on a machine that is busy a round takes a minute. */
const COMES_BY_MS = 180_000;

/** As the environment says it, when nothing stands before the point. */
export function faultAt(point: FaultPoint, passing: number): string {
  return `${point}:${passing}:sein`;
}

interface Killed {
  readonly passed: boolean;
  /** What is sent still, to a gateway that runs again. */
  readonly sending: Promise<unknown> | undefined;
}

/** Kills the process at each of these points, with traffic; gives those that were not passed. */
export class Killer {
  readonly #rig: Rig;
  readonly #stuf: StufParty;
  readonly #clients: number;
  kills = 0;
  /** What the running gateway was started with, and what was not passed yet. */
  #armed = '';

  constructor(rig: Rig, stuf: StufParty, clients: number) {
    this.#rig = rig;
    this.#stuf = stuf;
    this.#clients = clients;
  }

  /**
   * False when the point was never passed. The gateway runs again afterwards, and all that was sent is judged; `next` is
   * what it is armed with then, for the next call (`faultAt`), which spares a start.
   */
  async at(point: FaultPoint, passing: number, next = ''): Promise<boolean> {
    const scene = sceneOf(point);
    if (scene.empty === true) return this.#onEmptyStore(point);
    const { passed, sending } = await this.#killed(point, passing, scene);
    await this.#rig.gateway.kill();
    await this.#start(next);
    await sending;
    await this.#judged();
    return passed;
  }

  /** One of these, and not beside another: ordinary traffic would be hit by the kills in turn. */
  #killed(point: FaultPoint, passing: number, scene: Scene): Promise<Killed> {
    if (scene.after !== undefined) return this.#inTurn([...scene.after, point], scene);
    return scene.atStart === true ? this.#atStart(point) : this.#withTraffic(point, passing, scene);
  }

  async #withTraffic(point: FaultPoint, passing: number, scene: Scene): Promise<Killed> {
    const { gateway } = this.#rig;
    const fault = faultAt(point, passing);
    if (this.#armed !== fault) {
      await gateway.kill();
      await this.#start(fault);
    }
    const end = await scene.meanwhile?.(this.#rig);
    gateway.signal('SIGUSR2');
    const died = this.#died(point);
    const gone = { yes: false };
    const sending = Promise.all([this.#rounds(gone), this.#also(scene, gone)]);
    const passed = await died;
    gone.yes = true;
    await end?.();
    return { passed, sending };
  }

  /** One message, at which one process after the other is killed. */
  async #inTurn([first, ...others]: readonly FaultPoint[], scene: Scene): Promise<Killed> {
    const { gateway, traffic } = this.#rig;
    await gateway.kill();
    await gateway.start({ IJW_FAULT: `${first}:1:sein` });
    gateway.signal('SIGUSR2');
    const sending = traffic.request();
    let passed = first !== undefined && (await this.#died(first));
    for (const [i, point] of others.entries()) {
      await gateway.kill();
      const end = i === others.length - 1 ? await scene.meanwhile?.(this.#rig) : undefined;
      gateway.launch({ IJW_FAULT: `${point}:1` });
      passed &&= await this.#died(point);
      await end?.();
    }
    return { passed, sending };
  }

  async #atStart(point: FaultPoint): Promise<Killed> {
    const { gateway } = this.#rig;
    await gateway.kill();
    gateway.launch({ IJW_FAULT: `${point}:1` });
    return { passed: await this.#died(point), sending: undefined };
  }

  async #start(fault: string): Promise<void> {
    await this.#rig.gateway.start(fault === '' ? {} : { IJW_FAULT: fault });
    this.#armed = fault;
  }

  /** One, and another until it was passed: a point may come by once in a round. */
  async #rounds(gone: { readonly yes: boolean }): Promise<void> {
    do await this.#rig.traffic.round(this.#clients);
    while (!gone.yes);
  }

  /** Again and again, for it may fail before the point comes by. */
  async #also({ also }: Scene, gone: { readonly yes: boolean }): Promise<void> {
    while (also !== undefined && !gone.yes) {
      await also(this.#rig, this.#stuf).catch(() => undefined);
      await sleep(500);
    }
  }

  /** A store that is made: what was begun is made whole by the next start. */
  async #onEmptyStore(point: FaultPoint): Promise<boolean> {
    const { postgres, env } = this.#rig;
    const fresh = { ...env, DATABASE_URL: await postgres.database() };
    const gateway = await TestGateway.unstarted({ env: fresh });
    try {
      gateway.launch({ IJW_FAULT: `${point}:1` });
      const passed = await Promise.race([
        gateway.ended().then((signal) => signal === 'SIGKILL'),
        sleep(COMES_BY_MS, false),
      ]);
      await gateway.kill();
      await gateway.start();
      if (passed) this.kills++;
      return passed && gateway.log.includes(`fault ${point}`);
    } finally {
      await gateway.remove();
    }
  }

  async #died(point: FaultPoint): Promise<boolean> {
    const { gateway } = this.#rig;
    const signal = await Promise.race([gateway.ended(), sleep(COMES_BY_MS, 'late' as const)]);
    // What it said last may be read after its end is known.
    for (let i = 0; i < 40 && !gateway.log.includes(`fault ${point}\n`); i++) await sleep(50);
    const there = signal === 'SIGKILL' && gateway.log.includes(`fault ${point}\n`);
    if (there) this.kills++;
    return there;
  }

  /**
   * All that was sent is here and has its final state, so that no message is hit by kills that are meant for another; what
   * is stuck is judged again, as an operator would.
   */
  async #judged(): Promise<void> {
    const { databaseUrl, http, traffic } = this.#rig;
    const db = new pg.Client({ connectionString: databaseUrl });
    await db.connect();
    const count = async (status: string) => {
      const asked = `select count(*) from bericht where richting = 'in' and status like $1`;
      return Number((await db.query(asked, [status])).rows[0].count);
    };
    try {
      await within(90_000, 'what was sent is judged', async () => {
        return (await count('%')) >= traffic.sent.length && (await count('ontvangen')) === 0;
      });
      if ((await count('vastgelopen')) === 0) return;
      await http.json('POST', '/api/v1/herhalingen', BEHEERDER, { filter: { status: 'vastgelopen' } });
      await within(90_000, 'what was stuck is judged', async () => {
        return (await count('vastgelopen')) + (await count('ontvangen')) === 0;
      });
    } finally {
      await db.end();
    }
  }
}
