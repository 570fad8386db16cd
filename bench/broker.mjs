import { fork } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { brokerUsers, passwordOf, userOf } from '../scripts/demo/broker-users.mjs';
import { startRabbitmq } from '../scripts/lib/private-rabbitmq.mjs';
import { aanbieders } from './agreements.mjs';
import { startGateway } from './gateway.mjs';
import { expect } from './http.mjs';
import { getal } from './numbers.mjs';
import { AANBIEDERS } from './plan.mjs';
import { startPostgres } from './private-server.mjs';
import { onStore } from './stores.mjs';
import { throughput } from './throughput.mjs';

const PARTIJEN = aanbieders(AANBIEDERS);

/**
 * JW305's of fifty aanbieders by HTTP and by AMQP, in turns on one gateway: by HTTP from the first post until each is judged
 * and its answer lies ready, by AMQP from the first publish until each answer came on the queue of its party.
 */
export async function broker({ perAanbieder, rondes }, zeg) {
  const postgres = await startPostgres();
  const rabbitmq = await startRabbitmq({ definitions: brokerUsers(PARTIJEN.map(({ agb }) => agb)) });
  try {
    return await onStore(postgres, 'broker', async (store) => {
      const env = { AMQP_URL: rabbitmq.urlOf('ijw-gateway', passwordOf('ijw-gateway')) };
      const gateway = await startGateway({ ...store, env });
      const metingen = [];
      try {
        for (let ronde = 0; ronde < rondes; ronde++) {
          for (const weg of ['http', 'amqp']) {
            const lijst = {
              partijen: PARTIJEN,
              perAanbieder,
              reeks: 1 + metingen.length,
              vanaf: metingen.length * perAanbieder,
            };
            await setWay(gateway, 'http');
            await throughput({ ...store, gateway, soort: 'JW301', lijst });
            await setWay(gateway, weg);
            zeg(`JW305 langs ${weg}, ronde ${ronde + 1}`);
            const measured =
              weg === 'http'
                ? await throughput({ ...store, gateway, soort: 'JW305', lijst })
                : await byAmqp({ gateway, rabbitmq, lijst });
            metingen.push({ weg, aantal: measured.aantal, perSeconde: measured.perSeconde });
          }
        }
        return metingen;
      } catch (fout) {
        process.stderr.write(gateway.log());
        throw fout;
      } finally {
        await gateway.stop();
      }
    });
  } finally {
    await rabbitmq.remove();
    await postgres.stop();
  }
}

/** Of every aanbieder; what lies ready by the old way goes by the new one, so all of it is fetched first. */
async function setWay({ beheerder }, weg) {
  for (const { agb } of PARTIJEN) {
    const kanaal =
      weg === 'amqp' ? { kanaal: 'amqp', amqpGebruiker: userOf(agb) } : { kanaal: 'ophalen', amqpGebruiker: null };
    expect(await beheerder.json('PUT', `/api/v1/partijen/${agb}/kanaal`, kanaal), 200);
  }
}

async function byAmqp({ rabbitmq, lijst }) {
  const load = fork(new URL('./amqp-load.mjs', import.meta.url));
  const fout = new Promise((_, reject) =>
    load.once('exit', (code) => code && reject(new Error('the load process broke'))),
  );
  const antwoord = () => Promise.race([fout, new Promise((resolve) => load.once('message', resolve))]);
  const systemen = lijst.partijen.map(({ agb }) => ({
    agb,
    user: userOf(agb),
    url: rabbitmq.urlOf(userOf(agb), passwordOf(userOf(agb))),
  }));
  load.send({ systemen, lijst });
  const { klaar: aantal } = await antwoord();
  // What lay ready for the parties comes first, and is not measured.
  await sleep(2_000);
  load.send('begin');
  const { ms } = await antwoord();
  return { aantal, perSeconde: (aantal * 1000) / ms };
}

export function brokerReport(metingen) {
  const van = (weg) => metingen.filter((meting) => meting.weg === weg).map(({ perSeconde }) => perSeconde);
  const midden = (getallen) => getallen.toSorted((a, b) => a - b)[Math.floor((getallen.length - 1) / 2)];
  const [http, amqp] = [midden(van('http')), midden(van('amqp'))];
  const rij = (weg) =>
    `| ${weg.toUpperCase()} | ${getal(metingen[0].aantal)} | ${van(weg)
      .map((n) => getal(n))
      .join(', ')} |`;
  return [
    'JW305’s van vijftig aanbieders per seconde, op PostgreSQL',
    '',
    '| weg | berichten per ronde | per ronde |',
    '| --- | --: | --: |',
    rij('http'),
    rij('amqp'),
    '',
    `AMQP haalt ${getal((amqp / http) * 100)} % van HTTP.`,
  ].join('\n');
}
