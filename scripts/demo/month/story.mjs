import { eersteDag, laatsteDag } from '../../../dist/src/samples/decor.js';
import { plusDagen } from '../../../dist/src/standard/datum.js';
import { DUTCH_DATES, OWN_NUMBERS, RAISED, withDutchDates, withShortBsn } from './causes.mjs';
import { Chance } from './chance.mjs';
import { correctionOf, lastWholeMonth, linesOf } from './declarations.mjs';
import { bytesOf, declared, messagesOf, nextName } from './messages.mjs';

/** Days on which aanbieders declare, each on a day of its own after it. */
const ROUNDS = [7, 14, 22];

/** Lays down what happens to each child, and when everybody declares. */
export function story({ plan, parties, children, seed, dayOf, lastDay }) {
  RAISED.day = dayOf(RAISED.from);
  const send = (child, day, from, make, spoil) => {
    const bericht = make(messagesOf(child, dayOf(day)));
    return parties.send(from, bytesOf(bericht, nextName(child), child, spoil));
  };
  const start = async (child, day) => {
    if (child.toewijzing === null) return;
    const other = child.aanbieder === OWN_NUMBERS.aanbieder && child.chance.happens(OWN_NUMBERS.share);
    const own = other ? { ToewijzingNummer: String(70_000_000 + (child.nummer % 9_000_000)) } : {};
    const { status } = await send(child, day, child.aanbieder, (m) => m.started(own));
    child.begun = status === 'goedgekeurd';
  };
  const spoilOf = (child) => {
    if (child.aanbieder === DUTCH_DATES.aanbieder && child.chance.happens(DUTCH_DATES.share)) return withDutchDates;
    return child.chance.happens(0.008) ? withShortBsn : undefined;
  };

  /** Help that goes on for months already: the toewijzing is told anew at the begin of the month. */
  const ongoing = (child) => {
    const { chance } = child;
    const day = chance.between(0, 9);
    plan.at(day, async () => {
      const { status } = await send(child, day, child.gemeente, (m) => m.assigned());
      if (status === 'goedgekeurd') child.toewijzing = child.nummer;
    });
    if (chance.happens(0.93)) plan.at(day + 1, () => start(child, day + 1));
    if (chance.happens(0.12)) {
      const stop = chance.between(22, lastDay - 1);
      plan.until(stop + 1, async () => {
        if (!child.begun) return;
        const { status } = await send(child, stop + 1, child.aanbieder, (m) => m.stopped(dayOf(stop)));
        if (status === 'goedgekeurd') child.stopped = dayOf(stop);
      });
    }
    if (chance.happens(0.06)) {
      const asks = chance.between(14, lastDay);
      plan.at(asks, async () => {
        if (!child.begun || child.stopped !== null) return;
        await send(child, asks, child.aanbieder, (m) => m.changed(Math.round(child.volume * 1.5)));
      });
    }
  };

  /** Asked for in this month. Some ask for more than the signaalbudget, some with a verwijzer who may not. */
  const asked = (child) => {
    const { chance } = child;
    const day = chance.between(1, lastDay);
    const begins = day + chance.between(2, 9);
    child.begin = dayOf(begins);
    child.einde = laatsteDag(child.begin, 6);
    const more = child.budget !== null && chance.happens(0.08) ? { volume: Math.round(child.volume * 1.6) } : {};
    const doctor = child.product.categorie === '44' && chance.happens(0.3) ? { verwijzer: '02' } : {};
    const backwards = chance.happens(0.015) ? { ToewijzingEinddatum: plusDagen(child.begin, -3) } : {};
    plan.at(day, async () => {
      const asks = (m) => m.asked({ ...more, ...doctor, ...backwards });
      const message = await send(child, day, child.aanbieder, asks, spoilOf(child));
      child.toewijzing ??= await parties.assigned(child.aanbieder, message).catch(() => null);
    });
    if (chance.happens(0.85)) plan.until(begins + 1, () => start(child, begins + 1));
  };

  for (const child of children) {
    if (child.chance.happens(0.5)) ongoing(child);
    else asked(child);
  }
  for (const own of byPair(children)) {
    const chance = new Chance(`${seed} ${own[0].aanbieder} ${own[0].gemeente}`);
    for (const [round, from] of ROUNDS.entries()) {
      const day = from + chance.between(0, 5);
      plan.until(day, () => declare({ parties, chance, own, day: dayOf(day), round }));
    }
  }
}

/** One declaratie of an aanbieder to a gemeente, of all that it delivered up to the last whole month. */
async function declare({ parties, chance, own, day, round }) {
  const whole = lastWholeMonth(day);
  // In the first round what was left of earlier months, then the last one.
  const month = round === 0 ? eersteDag(whole, -1) : whole;
  const corrects = round === ROUNDS.length - 1;
  const parts = own
    .filter(({ begun }) => begun)
    .map((child) => {
      const correction = corrects && chance.happens(0.12) ? correctionOf(child) : [];
      return { child, regels: [...correction, ...linesOf(child, month, day)] };
    })
    .filter(({ regels }) => regels.length > 0);
  if (parts.length === 0) return;
  const { child } = parts[0];
  const name = `${own[0].nummer}D${round}`;
  const kop = { nummer: name, begin: month, einde: laatsteDag(month, 0), dagtekening: day };
  const { status } = await parties.send(child.aanbieder, bytesOf(declared(day, parts, kop), name, child));
  for (const part of parts) settle(part, status);
}

/** What was refused as a whole is tried again in the next round, with the same mistake as before. */
function settle({ child, regels }, status) {
  for (const regel of regels) regel.granted = status === 'goedgekeurd';
  if (status !== 'afgekeurd') return;
  for (const [month, regel] of child.declared) if (regels.includes(regel)) child.declared.delete(month);
}

/** Children of one aanbieder in one gemeente together. */
function byPair(children) {
  const pairs = new Map();
  for (const child of children) {
    const pair = `${child.aanbieder} ${child.gemeente}`;
    pairs.set(pair, [...(pairs.get(pair) ?? []), child]);
  }
  return [...pairs.values()];
}
