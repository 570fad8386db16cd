import { expect } from '../../../bench/http.mjs';
import { eersteDag } from '../../../dist/src/samples/decor.js';
import { inAmsterdam, plusDagen } from '../../../dist/src/standard/datum.js';
import { widened } from './agreements.mjs';
import { COLLECTS_NOT, DEAD_WEBHOOK, RAISED } from './causes.mjs';
import { Chance } from './chance.mjs';
import { childrenOf } from './children.mjs';
import { offersOf } from './offers.mjs';
import { Parties } from './parties.mjs';
import { decisions, grants } from './people.mjs';
import { Plan } from './plan.mjs';
import { story } from './story.mjs';

const LAST_DAY = 30;
/** When the parts of a day begin, in hours after midnight UTC. */
const HOURS = [7.1, 8.7, 10.4, 13.2, 15.1];
const AT_ONCE = 12;

/**
 * Plays a month up to today. `clock` is `{goTo, today}` of a gateway of our own; without it everything comes in now, with
 * the dates of its day. Gives counts, and keys with which people can sign in.
 */
export async function playMonth({ admin, clock, seed, count, say = () => undefined, until = new Date() }) {
  const today = inAmsterdam(until).datum;
  const first = plusDagen(today, -LAST_DAY);
  const dayOf = (day) => plusDagen(first, day);
  const document = await agreementsFor(admin, clock !== undefined);
  const offers = offersOf(document, [eersteDag(today, -5), today]);
  if (offers.length === 0) throw new Error('the agreements of this gateway have no contract to declare on');
  const own = `${seed} ${today}`;
  const base = 10_000_000 + new Chance(own).between(0, 70_000_000);
  const parties = new Parties(admin, document);
  const children = childrenOf({ seed: own, offers, count, today, base, favourite: RAISED.aanbieder });
  const plan = new Plan(LAST_DAY);
  story({ plan, parties, children, seed: own, dayOf, lastDay: LAST_DAY });
  const aanbieders = [...new Set(offers.map(({ aanbieder }) => aanbieder))];
  const gemeenten = [...new Set(offers.map(({ gemeente }) => gemeente))];
  const decide = decisions({ parties, children, gemeenten, seed: own });
  let granted = 0;
  for (let day = 0; day <= LAST_DAY; day++) {
    const date = dayOf(day);
    for (const [part, acts] of plan.partsOf(day).entries()) {
      const moment = new Date(`${date}T00:00:00Z`).getTime() + HOURS[part] * 3_600_000;
      if (acts.length === 0) continue;
      await (moment < until.getTime() ? clock?.goTo(new Date(moment)) : clock?.today());
      await atOnce(acts);
    }
    if (day === DEAD_WEBHOOK.from) await deadWebhook(admin, aanbieders);
    if (day % 2 === 1) await decide(date);
    if (day === 20) granted = await grants({ parties, children });
    for (const partij of day % 3 === 2 ? [...aanbieders, ...gemeenten] : []) {
      if (!silent(partij, day)) await parties.collect(partij);
    }
    if (day % 5 === 4) say(`  ${date}: ${parties.count.sent} berichten`);
  }
  await clock?.today();
  return {
    ...parties.count,
    granted,
    keys: await keysFor(parties, { aanbieders, gemeenten, document }),
    document,
    children,
  };
}

/** Who does not collect what lies ready for it. */
function silent(partij, day) {
  return [COLLECTS_NOT, DEAD_WEBHOOK].some(({ aanbieder, from }) => partij === aanbieder && day >= from);
}

async function agreementsFor(admin, own) {
  const document = expect(await admin.call('GET', '/api/v1/afspraken', {}), 200);
  if (!own) return document;
  const more = widened(document);
  expect(await admin.json('PUT', '/api/v1/afspraken', more), 200);
  return more;
}

/** A few at a time; what concerns one lane is kept in order by its sender, who waits for each verdict. */
async function atOnce(acts) {
  const left = [...acts];
  const work = async () => {
    for (let act = left.shift(); act !== undefined; act = left.shift()) await act();
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
}

async function deadWebhook(admin, aanbieders) {
  const { aanbieder, url } = DEAD_WEBHOOK;
  if (!aanbieders.includes(aanbieder)) return;
  expect(await admin.json('PUT', `/api/v1/partijen/${aanbieder}/kanaal`, { kanaal: 'webhook', url }), 200);
}

/** The gemeente in whose werkbak most waits. */
async function busiestWerkbak(parties, gemeenten) {
  const waiting = [];
  for (const gemeente of gemeenten) {
    const client = await parties.client(gemeente);
    const { items } = expect(await client.call('GET', '/api/v1/werkbak?limit=20', {}), 200);
    waiting.push({ gemeente, count: items.length });
  }
  return waiting.toSorted((a, b) => b.count - a.count)[0].gemeente;
}

/** With which somebody can look at each side. */
async function keysFor(parties, { aanbieders, gemeenten, document }) {
  const regios = document.regios.map(({ code }) => code);
  const name = (code) =>
    document.gemeenten.find((one) => one.code === code)?.naam ?? document.aanbieders.find((a) => a.agb === code)?.naam;
  const chosen = [...aanbieders.slice(0, 1), ...aanbieders.filter((a) => a === '42420004')];
  const busiest = await busiestWerkbak(parties, gemeenten);
  const places = [...new Set([...['0362', '0439'].filter((g) => gemeenten.includes(g)), busiest])];
  const own = await Promise.all(
    [...places, ...chosen].map(async (partij) => ({
      ...{ rol: partij.length === 8 ? 'aanbieder' : 'gemeente', partij, naam: name(partij) },
      sleutel: await parties.keyOf(partij),
    })),
  );
  const operator = await parties.key({ naam: 'Ochtenddienst', rol: 'operator', regios });
  return [{ rol: 'operator', partij: null, naam: `regio ${regios.join(' en ')}`, sleutel: operator }, ...own];
}
