import { setTimeout as sleep } from 'node:timers/promises';
import { brokerUsers, passwordOf, userOf } from '../scripts/demo/amqp/broker-users.mjs';
import { startRabbitmq } from '../scripts/lib/private-rabbitmq.mjs';
import { aanbieders } from './agreements.mjs';
import { groupTime, perMessage, used } from './cpu.mjs';
import { startGateway } from './gateway.mjs';
import { expect } from './http.mjs';
import { loading } from './loading.mjs';
import { getal } from './numbers.mjs';
import { AANBIEDERS } from './plan.mjs';
import { startPostgres } from './private-server.mjs';
import { cpuLine } from './report.mjs';
import { onStore } from './stores.mjs';
import { throughput } from './throughput.mjs';

/** Fifty for each way, so that none has something waiting from another. */
const ALLE = aanbieders(3 * AANBIEDERS);
/** `opgehaald`: by HTTP until each sender took its answers and confirmed them. */
const WEGEN = {
  http: ALLE.slice(0, AANBIEDERS),
  opgehaald: ALLE.slice(AANBIEDERS, 2 * AANBIEDERS),
  amqp: ALLE.slice(2 * AANBIEDERS),
};
const METEN = { http: throughput, opgehaald: collected, amqp: byAmqp };

/**
 * JW305's of fifty aanbieders by HTTP and by AMQP, in turns on one gateway: by HTTP from the first post until each is judged
 * and its answer lies ready, and until each sender has it; by AMQP from the first publish until each answer came on the queue
 * of its party.
 */
export async function broker({ perAanbieder, rondes }, zeg) {
  const postgres = await startPostgres();
  const rabbitmq = await startRabbitmq({ definitions: brokerUsers(WEGEN.amqp.map(({ agb }) => agb)) });
  try {
    const meet = (store) => rounds(store, { perAanbieder, rondes }, rabbitmq, zeg);
    return await onStore(postgres, 'broker', meet, undefined, ALLE);
  } finally {
    await rabbitmq.remove();
    await postgres.stop();
  }
}

async function rounds(store, { perAanbieder, rondes }, rabbitmq, zeg) {
  const env = { AMQP_URL: rabbitmq.urlOf('ijw-gateway', passwordOf('ijw-gateway')) };
  const gateway = await startGateway({ ...store, env });
  const metingen = [];
  try {
    for (const { agb } of WEGEN.amqp) {
      const kanaal = { kanaal: 'amqp', amqpGebruiker: userOf(agb) };
      expect(await gateway.beheerder.json('PUT', `/api/v1/partijen/${agb}/kanaal`, kanaal), 200);
    }
    for (let ronde = 0; ronde < rondes; ronde++) {
      // Whoever goes second finds a warmer machine: that changes too.
      for (const weg of ronde % 2 === 0 ? ['http', 'opgehaald', 'amqp'] : ['amqp', 'opgehaald', 'http']) {
        const lijst = {
          partijen: WEGEN[weg],
          perAanbieder,
          reeks: 1 + metingen.length,
          vanaf: metingen.length * perAanbieder,
        };
        await throughput({ ...store, gateway, soort: 'JW301', lijst });
        if (weg === 'amqp') await nothingWaits(gateway);
        zeg(`JW305 langs ${weg}, ronde ${ronde + 1}`);
        const { aantal, perSeconde, cpu } = await METEN[weg]({ ...store, gateway, rabbitmq, soort: 'JW305', lijst });
        zeg(`${getal(perSeconde)}/s, ${cpuLine(cpu)}`);
        metingen.push({ weg, aantal, perSeconde, cpu });
      }
    }
    return metingen;
  } catch (fout) {
    process.stderr.write(gateway.log());
    throw fout;
  } finally {
    await gateway.stop();
  }
}

/** Until every toewijzing came to its aanbieder: what is sent before the answers is not measured. */
export async function nothingWaits({ beheerder }) {
  for (;;) {
    const { kanalen } = expect(await beheerder.json('GET', '/api/v1/kanalen'), 200);
    const { partijen } = kanalen.find(({ kanaal }) => kanaal === 'amqp');
    if (partijen.every(({ wacht }) => wacht === 0)) return;
    await sleep(200);
  }
}

/** By HTTP until each sender has the answer to every message. */
async function collected({ gateway, postgres, sleutels, lijst }) {
  const load = loading('./http-load.mjs');
  load.send({ url: gateway.url, sleutels, lijst });
  const { klaar: aantal } = await load.answer();
  const voor = used(gateway, postgres);
  load.send('begin');
  const { ms, cpu } = await load.answer();
  return { aantal, perSeconde: (aantal * 1000) / ms, cpu: perMessage(voor, used(gateway, postgres), cpu, aantal) };
}

export async function byAmqp({ gateway, postgres, rabbitmq, lijst }) {
  const load = loading('./amqp-load.mjs');
  const systemen = lijst.partijen.map(({ agb }) => ({
    agb,
    user: userOf(agb),
    url: rabbitmq.urlOf(userOf(agb), passwordOf(userOf(agb))),
  }));
  load.send({ systemen, lijst });
  const { klaar: aantal } = await load.answer();
  const [voor, brokerVoor] = [used(gateway, postgres), groupTime(rabbitmq.pid)];
  load.send('begin');
  const { ms, cpu } = await load.answer();
  const broker = ((groupTime(rabbitmq.pid) - brokerVoor) * 1000) / aantal;
  const gebruikt = perMessage(voor, used(gateway, postgres), cpu, aantal);
  return { aantal, perSeconde: (aantal * 1000) / ms, cpu: gebruikt === null ? null : { ...gebruikt, broker } };
}

const NAMEN = { http: 'HTTP, tot het klaarligt', opgehaald: 'HTTP, tot het opgehaald is', amqp: 'AMQP' };

export function brokerReport(metingen) {
  const van = (weg) => metingen.filter((meting) => meting.weg === weg).map(({ perSeconde }) => perSeconde);
  const midden = (getallen) => getallen.toSorted((a, b) => a - b)[Math.floor((getallen.length - 1) / 2)];
  const [http, opgehaald, amqp] = [midden(van('http')), midden(van('opgehaald')), midden(van('amqp'))];
  const rij = (weg) =>
    `| ${NAMEN[weg]} | ${getal(metingen[0].aantal)} | ${van(weg)
      .map((n) => getal(n))
      .join(', ')} |`;
  return [
    'JW305’s van vijftig aanbieders per seconde, op PostgreSQL',
    '',
    '| weg | berichten per ronde | per ronde |',
    '| --- | --: | --: |',
    rij('http'),
    rij('opgehaald'),
    rij('amqp'),
    '',
    ...['http', 'opgehaald', 'amqp'].map(
      (weg) =>
        `CPU per JW305, ${NAMEN[weg]} (ms), laatste ronde: ${cpuLine(metingen.findLast((meting) => meting.weg === weg).cpu)}.`,
    ),
    '',
    `AMQP, waar de afzender elk antwoord heeft, haalt ${getal((amqp / opgehaald) * 100)} % van HTTP tot hij het heeft, en ${getal((amqp / http) * 100)} % van HTTP tot het klaarligt.`,
  ].join('\n');
}
