import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deeplyNested } from '../connectors/amqp/nested-header.ts';
import { PARTY, type Rig, USER, until } from '../connectors/amqp/rig.ts';
import { BEHEERDER, TestGateway } from '../servers/gateway.ts';
import { jw305 } from '../xml/voorbeeld.ts';
import { utf8 } from './case.ts';
import { FILE_CASES } from './files.ts';

/** Somebody else, and the user of the broker that speaks for it. */
const OTHER = '42420002';
const OTHER_USER = 'systeem-0362';
/** Small ones of each kind: what the gate says of a file is the same by every way. */
const POISON = FILE_CASES.filter(({ name }) =>
  /laughs|65 deep|byte order mark|NUL$|gzip|two roots|another rel/.test(name),
);

/**
 * What nobody means well with, over a broker and a gateway that runs: each is refused by its name to its sender, one that
 * breaks the reader of the broker's own frames ends where refusals are kept, and what somebody else sends between them is
 * judged.
 */
export function hostileOverBroker({ urlOf, system, broker }: Rig): void {
  describe('what is meant badly, over a broker', () => {
    let gateway: TestGateway;
    beforeAll(async () => {
      gateway = await TestGateway.start({ env: { AMQP_URL: urlOf('ijw-gateway') } });
    }, 120_000);
    afterAll(() => gateway?.remove());

    const speaksFor = async (partij: string, amqpGebruiker: string) => {
      const answer = await fetch(`${gateway.url}/api/v1/partijen/${partij}/kanaal`, {
        method: 'PUT',
        headers: { authorization: `Bearer ${BEHEERDER}`, 'content-type': 'application/json' },
        body: JSON.stringify({ amqpGebruiker }),
      });
      expect(answer.status).toBe(200);
    };

    it('is refused by its name, and others are served', { timeout: 300_000 }, async () => {
      await speaksFor(PARTY, USER);
      await speaksFor(OTHER, OTHER_USER);
      const [admin, sender, other] = [await system(), await system(USER), await system(OTHER_USER)];
      await admin.channel.purgeQueue('ijw.geweigerd');
      /** By the sender's own id of it. */
      const said = new Map<string, string>();
      const { queue } = await admin.channel.assertQueue('', { exclusive: true });
      await admin.channel.bindQueue(queue, 'ijw.geweigerd', USER);
      await admin.listen(queue, ({ properties: { correlationId, headers } }) => {
        said.set(String(correlationId), `422 ${headers?.['ijw-code']}`);
      });
      for (const party of [PARTY, OTHER]) {
        // As the gateway makes it, whoever is first.
        await admin.channel.assertQueue(`ijw.uit.${party}`, { arguments: { 'x-queue-type': 'quorum' } });
        await admin.listen(`ijw.uit.${party}`, ({ properties, content }) => {
          if (!String(properties.messageId).startsWith('oordeel-')) return;
          const { status, bevindingen } = JSON.parse(content.toString()) as {
            status: string;
            bevindingen: { regel: string }[];
          };
          said.set(String(properties.correlationId), `${status} ${bevindingen[0]?.regel}`);
        });
      }
      const good = (nr: number) => utf8(jw305().replace('>A1<', `>G${nr}<`).replace(PARTY, OTHER));
      for (const [nr, one] of POISON.entries()) {
        await sender.put(one.make(), one.name);
        // In the middle the one that takes the connection of the gateway with it.
        if (nr === 3) deeplyNested(sender.channel, USER);
        await other.put(good(nr), `goed ${nr}`);
      }
      await until(() => said.size >= 2 * POISON.length);
      for (const [nr, { name, refused }] of POISON.entries()) {
        expect(said.get(name), name).toBe(refused);
        expect(said.get(`goed ${nr}`)).toBe('afgekeurd TR019');
      }
      expect(POISON.length).toBeGreaterThanOrEqual(7);
      await until(async () => (await admin.depth('ijw.in')) === 0);
      // What broke the reader, and nothing else: nobody of the refused was without a listener.
      await until(async () => (await admin.depth('ijw.geweigerd')) === 1);
      await admin.channel.purgeQueue('ijw.geweigerd');
      expect(gateway.log).not.toMatch(/"level":"error"/);
      expect(broker().log()).not.toMatch(/CRASH REPORT/);
    });
  });
}
