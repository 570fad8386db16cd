import { BrokerServer } from '../../servers/broker-redis.ts';
import { type Arrived, type WayUnderTest, waySurvives } from '../survival.ts';
import { BrokerParty } from './party.ts';
import { GATEWAY_RIGHTS, PARTY_RIGHTS } from './rights.ts';

waySurvives('bullmq', async (): Promise<WayUnderTest> => {
  const broker = await BrokerServer.start();
  await broker.user('gateway', GATEWAY_RIGHTS);
  const programs: BrokerParty[] = [];
  return {
    env: { BROKER_REDIS_URL: broker.url('gateway') },
    async party(code) {
      await broker.user(code, PARTY_RIGHTS(code));
      // Of each version of BullMQ some.
      const program = new BrokerParty(programs.length % 2 === 0 ? 6 : 5, broker, code);
      programs.push(program);
      const arrived: Arrived[] = [];
      // A job that the broker forgot it was at comes again sooner than by default (half a minute).
      const soon = { lockDuration: 3_000, stalledInterval: 1_000, maxStalledCount: 1_000 };
      program.worker(async ({ data: { id, type, inAntwoordOp, xml } }) => {
        arrived.push({ id, type, answers: inAntwoordOp, bytes: Buffer.from(xml) });
      }, soon);
      const queue = program.queue();
      const send = async (bytes: Uint8Array, jobId: string) => {
        // Under its own id it is one job, however often it is put there.
        await queue.add('bericht', { xml: Buffer.from(bytes).toString() }, { jobId });
      };
      return { system: { arrived, send }, settings: { kanaal: 'bullmq' } };
    },
    async restart() {
      await broker.kill();
      await broker.up();
    },
    async stop() {
      await Promise.all(programs.map((program) => program.close()));
      await broker.stop();
    },
  };
});
