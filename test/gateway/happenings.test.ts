import { expect, it } from 'vitest';
import { envelope } from '../../src/access/envelope.ts';
import { type HappeningHint, HappeningHub } from '../../src/happenings/hub.ts';
import { Metrics } from '../../src/metrics/metrics.ts';
import { BEHEERDER, partijen } from '../access/wie.ts';
import { stilleLogger } from '../servers/stille-logger.ts';
import { jw301 } from './berichten.ts';
import { metAfspraken, ontvang, oordeel, opstelling } from './opstelling.ts';
import { aanbieder, afsprakenMet, client, GEMEENTE } from './wereld.ts';

const { database, start } = opstelling();

/** A process whose happenings are counted, and the hints that it heard. */
function proces() {
  const hub = new HappeningHub(stilleLogger);
  const hints: HappeningHint[] = [];
  hub.listenToHints((hint) => hints.push(hint));
  const metrics = new Metrics(hub);
  const queueLook = async () => ({ werkers: new Map(), gepauzeerd: new Map(), onbekend: [] });
  const none = { queues: async () => [], channels: async () => [], queueLook };
  const counted = { counts: async () => ({ berichten: [], wachtend: [] }), ...none };
  const count = async (line: string) =>
    Number(
      (await metrics.tekst(counted))
        .split('\n')
        .find((een) => een.startsWith(line))
        ?.slice(line.length) ?? 0,
    );
  return { hub, hints, count };
}

it('a worker counts what it judged, and the api, told by a hint, what it gave out', { timeout: 300_000 }, async () => {
  const db = await database();
  const [api, worker] = [proces(), proces()];
  const door = await start(db, { rol: 'api', prefix: '{gebeurd}', hub: api.hub });
  await metAfspraken(door, afsprakenMet(1));
  await start(db, { rol: 'worker', prefix: '{gebeurd}', hub: worker.hub });
  const wie = client(0);
  const id = await ontvang(door, GEMEENTE, jw301(wie, `A${wie.nummer}`));
  expect((await oordeel(door, id)).status).toBe('goedgekeurd');
  const { intake, messages, outgoing } = door.gateway;
  const ontvanger = partijen(aanbieder(0));
  const { items } = await outgoing.list(ontvanger, { limit: 10 });
  expect(items.map((b) => b.id)).toContain(id);
  // Whoever looks after the list sees that it was offered, though reading the list wrote nothing.
  const delivery = { partij: aanbieder(0), status: 'aangeboden' };
  const beeld = await messages.read(BEHEERDER, id);
  expect(beeld?.afleveringen).toEqual(expect.arrayContaining([expect.objectContaining(delivery)]));
  expect(await outgoing.confirm(ontvanger, id)).toBe(true);
  const verdict = 'ijw_oordelen_totaal{regio="AA",type="JW301",status="goedgekeurd"} ';
  expect([await worker.count(verdict), await api.count(verdict)]).toEqual([1, 0]);
  const confirmed = 'ijw_afleveringen_totaal{kanaal="ophalen",uitkomst="bevestigd"} ';
  expect([await worker.count(confirmed), await api.count(confirmed)]).toEqual([0, 1]);
  for (let i = 0; !api.hints.some((hint) => hint.type === 'message.judged' && hint.subject === id); i++) {
    if (i > 5_000) throw new Error('the hint never came');
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  const weer = await intake.receive(partijen(GEMEENTE), jw301(wie, `A${wie.nummer}`), envelope('http'));
  expect(weer).toMatchObject({ kind: 'duplicate' });
  expect(await api.count('ijw_gebeurtenissen_totaal{soort="message.received"} ')).toBe(1);
});
