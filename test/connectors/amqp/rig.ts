import { afterAll, afterEach, beforeAll } from 'vitest';
import { type AmqpDeps, amqpConnector } from '../../../src/connectors/amqp/amqp-connector.ts';
import type { ConnectorDoor, DoorForMany } from '../../../src/connectors/connector-in.ts';
import type { Receipt } from '../../../src/gateway/receive.ts';
import type { DueDelivery } from '../../../src/outbox/outbox.ts';
import { type RabbitmqServer, startRabbitmq } from '../../servers/rabbitmq.ts';
import { stilleLogger } from '../../servers/stille-logger.ts';
import { definitions, passwordOf } from './definitions.ts';
import { PartySystem } from './party-system.ts';

export const PARTY = '42420001';
export const USER = 'systeem-42420001';
export const GATEWAY = 'ijw-gateway';

/** What came to the door, and how it answers: stored, unless told otherwise. */
export class DoorOfTests {
  readonly came: { readonly party: string; readonly transportId: string | undefined; readonly text: string }[] = [];
  answer: (text: string) => Promise<Receipt> | Receipt = () => ({ kind: 'stored', id: 'id', status: 'ontvangen' });

  readonly door: ConnectorDoor = async (bytes, { party, transportId }) => {
    const text = Buffer.from(bytes.subarray(0, 200)).toString();
    const receipt = await this.answer(text);
    this.came.push({ party, transportId, text });
    return receipt;
  };
}

/** All or nothing, as the door of a gateway; one that fails takes the others with it. */
function many(door: DoorOfTests): DoorForMany {
  return async (brought) => {
    const texts = brought.map(({ bytes }) => Buffer.from(bytes.subarray(0, 200)).toString());
    const receipts = await Promise.all(texts.map(async (text) => door.answer(text)));
    door.came.push(
      ...brought.map(({ from: { party, transportId } }, i) => ({ party, transportId, text: texts[i] ?? '' })),
    );
    return receipts;
  };
}

export type Rig = ReturnType<typeof rig>;

/** One broker for a test file, with the users of deploy/, and connectors that end with their test. */
export function rig(config: readonly string[] = [], policies: Readonly<Record<string, object>> = {}) {
  let server: RabbitmqServer | undefined;
  const ends: (() => Promise<unknown>)[] = [];
  beforeAll(async () => {
    server = await startRabbitmq({ definitions: definitions(policies), config });
  }, 200_000);
  afterEach(async () => {
    for (const end of ends.splice(0).reverse()) await end();
  });
  afterAll(() => server?.remove());
  const broker = (): RabbitmqServer => {
    if (server === undefined) throw new Error('the broker did not start');
    return server;
  };
  const urlOf = (user: string, port?: number) => broker().urlOf(user, passwordOf(user), port);
  return {
    broker,
    urlOf,
    /** A system of a party, or the administrator's when no user is named. */
    async system(user?: string): Promise<PartySystem> {
      const system = await PartySystem.connect(user === undefined ? broker().url : urlOf(user));
      ends.push(() => system.close());
      return system;
    },
    /** A connector that runs, with a door; `faults` are the sentences that its health was told. */
    async connector(deps: Partial<AmqpDeps> = {}, door = new DoorOfTests()) {
      const faults: string[] = [];
      const state = { good: true };
      const connector = amqpConnector({
        url: urlOf(GATEWAY),
        parties: {
          ofUser: async (user) => (user === USER ? PARTY : undefined),
          withQueue: () => [PARTY],
          onChange() {},
        },
        messageJson: async (_party, id) => ({ id }),
        back: () => undefined,
        health: {
          good: () => {
            state.good = true;
          },
          trouble: (why) => {
            state.good = false;
            faults.push(why);
          },
        },
        logger: stilleLogger,
        waits: { first: 20, longest: 500 },
        ...deps,
      });
      ends.push(async () => {
        await connector.in.stop();
        await connector.close?.();
      });
      await connector.open?.();
      await connector.in.start(door.door, many(door));
      return { ...connector, door, faults, state };
    },
  };
}

export function delivery(id: string, bytes: Uint8Array = Buffer.from('<xml/>'), partij = PARTY): DueDelivery {
  return {
    ...{ aflevering: '1', berichtId: id, kanaal: 'amqp', partij, type: 'JW302', release: '3.2' },
    ...{ afzender: '0362', ontvanger: PARTY, inAntwoordOp: 'vraag', poging: 1, eerstePogingOp: new Date() },
    ...{ referentie: null, opVia: 'amqp', opTransportId: 'mijn-1', opReferentie: null, bytes },
  } as DueDelivery;
}

/** Until it holds; the server may be busy. */
export async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let i = 0; i < 6_000; i++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
  throw new Error('it never came');
}
