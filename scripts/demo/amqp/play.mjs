import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startGateway } from '../../../bench/gateway.mjs';
import { expect } from '../../../bench/http.mjs';
import { startRabbitmq } from '../../lib/private-rabbitmq.mjs';
import { ROOT } from '../../lib/run.mjs';
import { brokerUsers, passwordOf, userOf } from './broker-users.mjs';
import { PartySystem } from './party-system.mjs';

const STORY = join(ROOT, 'samples', 'verhaal');
const say = (text) => process.stdout.write(`${text}\n`);

/** Plays the story; true when every verdict was what the story says. */
export async function demo() {
  const story = JSON.parse(readFileSync(join(STORY, 'verhaal.json'), 'utf8'));
  const parties = [...new Set(story.map(({ partij }) => partij))];
  /** What was started, to be ended in the opposite order. */
  const ends = [];
  const end = async () => {
    for (const step of ends.splice(0).reverse()) await step();
  };
  process.once('SIGINT', () => end().finally(() => process.exit(130)));
  try {
    say('Starting a private RabbitMQ …');
    const broker = await startRabbitmq({ definitions: brokerUsers(parties) });
    ends.push(() => broker.remove());
    say('Starting a gateway …');
    const dataDir = mkdtempSync(join(tmpdir(), 'ijw-demo-'));
    ends.push(() => rmSync(dataDir, { recursive: true, force: true }));
    const gateway = await startGateway({
      dataDir,
      env: { AMQP_URL: broker.urlOf('ijw-gateway', passwordOf('ijw-gateway')) },
    });
    ends.push(() => gateway.stop());
    const systems = {};
    for (const partij of parties) {
      const kanaal = { kanaal: 'amqp', amqpGebruiker: userOf(partij) };
      expect(await gateway.beheerder.json('PUT', `/api/v1/partijen/${partij}/kanaal`, kanaal), 200);
      systems[partij] = await PartySystem.connect(broker.urlOf(userOf(partij), passwordOf(userOf(partij))), partij);
      ends.push(() => systems[partij].close());
    }
    say(`${parties.join(', ')}: each as a user of the broker, listening on its own queue\n`);
    return await play(story, systems);
  } finally {
    await end();
  }
}

async function play(story, systems) {
  let good = 0;
  for (const { bestand, partij, status, antwoorden } of story) {
    const system = systems[partij];
    const { oordeel, antwoord } = await system.send(bestand, readFileSync(join(STORY, bestand)));
    const types = oordeel.antwoorden.map(({ type }) => type);
    say(`${bestand.padEnd(28)} ${partij.padEnd(8)} → ${oordeel.status}`);
    for (const { regel, retourcode, melding } of oordeel.bevindingen) {
      say(`    ${[regel, retourcode].filter(Boolean).join(' ')}: ${melding}`);
    }
    for (const type of await antwoord(types.length)) say(`    ${type} came on ijw.uit.${partij}`);
    if (oordeel.status === status && String(types) === String(antwoorden)) good++;
    else say(`    DIFFERENT: the story says ${status}, ${antwoorden}`);
  }
  say(`\n${good} of ${story.length} verdicts as the story tells them`);
  return good === story.length;
}
