import { type RawBuilder, sql } from 'kysely';
import { FLOOR_TERMS, TERMS } from '../../config/bewaartermijnen.ts';
import { auditStore } from '../audit/audit.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import { cutoffsOf, yearsBefore } from '../keeping/cutoffs.ts';
import { type Due, dueMessages, FIRST } from '../keeping/due-messages.ts';
import { dueUnits, lastDays, type Unit } from '../keeping/due-units.ts';
import { dueCommands } from '../keeping/own-time.ts';
import { removeRows, removeSubjects, removeUnits } from '../keeping/remove.ts';
import { Tally } from '../keeping/tally.ts';
import { unchanging } from '../keeping/trim-audit.ts';
import { NOTHING_FOUND } from '../messages/afresh.ts';
import { termOf } from '../search/search-term.ts';
import type { Erased, PersonAsked, Stays } from './contract.ts';
import { notNamedIn, tellsOfOthers, withoutClient } from './cut-client.ts';
import { findPerson, nameOf, textsOf, type Whereabouts, writeText } from './find.ts';
import { claimsOnLines, ofNumbers } from './own-rows.ts';

const ALL = 1_000_000;

/**
 * Removes a child as far as the floors of retention allow, whatever longer term is set, and tells what stays. One transaction: a
 * child is there or it is not.
 */
export async function erasePerson(db: Db, asked: PersonAsked, dryRun: boolean): Promise<Erased> {
  const { by, reden, now, bsn } = asked;
  if (dryRun) {
    const row = { ...by, handeling: 'client-verwijderen-geteld', onderwerp: nameOf(db, bsn), reden, op: now };
    await auditStore(db, unchanging).audit(row);
  }
  try {
    return await db.transaction().execute(async (trx) => {
      const erased = await eraseWithin(trx, asked);
      if (dryRun) throw new Undone(erased);
      return erased;
    });
  } catch (fout) {
    if (fout instanceof Undone) return fout.erased;
    throw fout;
  }
}

/** Ends the transaction of a dry run, with what it would have done. */
class Undone extends Error {
  readonly erased: Erased;

  constructor(erased: Erased) {
    super('a dry run');
    this.erased = erased;
  }
}

async function eraseWithin(trx: Db, asked: PersonAsked): Promise<Erased> {
  const { bsn, reden, by, now } = asked;
  const cutoff = cutoffsOf(FLOOR_TERMS, now);
  const place = await findPerson(trx, bsn);
  const tally = new Tally();
  const mine = ({ client }: Unit) => client === place.client;
  tally.addAll(await removeUnits(trx, (await dueUnits(trx, cutoff)).filter(mine), false));

  const page = { after: FIRST, limit: ALL, gone: [], roots: place.roots };
  const due = (await dueMessages(trx, cutoff, page)).due;
  const texts = await textsOf(
    trx,
    due.map(({ id }) => id),
  );
  const shared = await exchangesWithOthers(
    trx,
    [...texts].filter(([, xml]) => tellsOfOthers(xml, bsn)).map(([id]) => id),
  );
  const alone = due.filter(({ id }) => !shared.has(id));
  tally.addAll(await removeSubjects(trx, 'bericht', alone, false));
  const together = due.filter(({ id }) => shared.has(id));
  for (const { id } of together) await takeOut(trx, id, texts.get(id) ?? '', place);
  await removeBeside(trx, together, place, now, tally);
  const lines = {
    where: sql`t.client = ${place.client} and t.bericht_id = any(${together.map(({ id }) => id)}::uuid[])`,
    moment: sql`${now}::timestamptz`,
  };
  tally.add('prestatie', await removeRows(trx, 'prestatie', lines, false));

  const commands = (await dueCommands(trx, cutoff, ALL)).filter(({ id }) => place.commands.includes(id));
  tally.addAll(await removeSubjects(trx, 'opdracht', commands, false));
  const left = await findPerson(trx, bsn);
  if (left.units.length === 0) {
    const named = {
      where: sql`t.client = ${place.client} and t.op < ${cutoff('dossier')}::timestamptz`,
      moment: sql`t.op`,
    };
    tally.add('aanspreekpunt', await removeRows(trx, 'aanspreekpunt', named, false));
  }
  await auditStore(trx, unchanging).audit({
    ...by,
    handeling: 'client-verwijderd',
    onderwerp: place.client,
    reden,
    op: now,
  });
  return { tables: tally.tables, redacted: together.length, stays: await whatStays(trx, left, place, now) };
}

/** Of these messages and of all that they answer or that answers them: an exchange stays whole. */
async function exchangesWithOthers(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const rows = await rowsOf(
    db,
    sql<{ id: string }>`
    with recursive omhoog as (
      select id, in_antwoord_op from bericht where id = any(${ids}::uuid[])
      union select p.id, p.in_antwoord_op from omhoog join bericht p on p.id = omhoog.in_antwoord_op
    ), boom as (
      select id from omhoog union select b.id from boom join bericht b on b.in_antwoord_op = boom.id
    )
    select id from boom`,
  );
  return new Set(rows.map(({ id }) => id));
}

/** Takes the child out of a message in which others stand: its part of the bytes, what was found, and what it is looked up by. */
async function takeOut(db: Db, id: string, xml: string, { bsn, client, numbers }: Whereabouts): Promise<void> {
  const rest = withoutClient(xml, bsn);
  await writeText(db, id, rest);
  await sql`update bericht set ${NOTHING_FOUND} where id = ${id}::uuid`.execute(db);
  const gone = notNamedIn(
    rest,
    numbers.map((number) => number.split('/')[1] ?? ''),
  );
  const named = gone.map((waarde) => ({ soort: 'toewijzing', waarde }) as const);
  const terms = [{ soort: 'client', waarde: client } as const, ...named].map(termOf);
  await sql`delete from zoekterm where bericht_id = ${id}::uuid and term = any(${terms}::bigint[])`.execute(db);
}

/** What stands with those messages about this child: signals of its toewijzingen with what was said of them, terms, numbers of its lines. */
async function removeBeside(
  db: Db,
  together: readonly Due[],
  place: Whereabouts,
  now: Date,
  tally: Tally,
): Promise<void> {
  const moment = sql`${now}::timestamptz`;
  const these = sql`any(${together.map(({ id }) => id)}::uuid[])`;
  const remove = async (table: string, where: RawBuilder<unknown>) =>
    tally.add(table, await removeRows(db, table, { where, moment }, false));
  const signals = sql`select s.rij from signaal s where s.onderwerp = ${these} and ${ofNumbers('s', place)}`;
  await remove('signaal_stand', sql`t.signaal in (${signals})`);
  await remove('signaal', sql`t.rij in (${signals})`);
  await remove('termijn', sql`t.bericht_id = ${these} and ${ofNumbers('t', place)}`);
  await remove('claim', sql`t.bericht_id = ${these} and t.sleutel in (${claimsOnLines(place)})`);
}

async function whatStays(db: Db, left: Whereabouts, before: Whereabouts, now: Date): Promise<Stays[]> {
  const stays: Stays[] = [];
  for (const { gemeente, aanbieder, last } of await lastDays(db, left.client)) {
    const wat = `het dossier bij gemeente ${gemeente} en aanbieder ${aanbieder}`;
    const open = 'er is nog een toewijzing zonder einde, of een verzoek of werkbakitem zonder besluit';
    if (last === null) stays.push({ wat, tot: null, waarom: open });
    else stays.push({ wat, tot: dayAfter(last, TERMS.dossier.floor), waarom: TERMS.dossier.why });
  }
  if (left.messages.length > 0) {
    const rows = await rowsOf(
      db,
      sql<{ jongste: string; wacht: number }>`
      select max(ontvangen_op)::date::text as jongste, (count(*) filter (where status in ('ontvangen', 'vastgelopen')
        or exists (select from aflevering a where a.bericht_id = b.id and a.status in ('wacht', 'aangeboden'))))::int as wacht
      from bericht b where id = any(${left.messages}::uuid[])`,
    );
    const { jongste, wacht } = rows[0] ?? { jongste: '', wacht: 0 };
    const longest = Math.max(TERMS.berichten.floor, TERMS.declaraties.floor, TERMS.werk.floor);
    stays.push({
      wat: `${left.messages.length} berichten`,
      tot: dayAfter(jongste, longest),
      waarom: `${TERMS.berichten.why}; zij blijven ook zolang het dossier waar zij bij horen blijft`,
    });
    if (wacht > 0)
      stays.push({ wat: `${wacht} daarvan`, tot: null, waarom: 'zij wachten nog op een oordeel of op aflevering' });
  }
  if (left.commands.length > 0) {
    stays.push({
      wat: `${left.commands.length} besluiten of toekenningen`,
      tot: dayAfter(now.toISOString().slice(0, 10), TERMS.werk.floor),
      waarom: TERMS.werk.why,
    });
  }
  const seen = [...before.messages, ...before.commands, ...before.items, ...before.numbers, before.client];
  const audit = await rowsOf(
    db,
    sql<{ n: number; jongste: string }>`
    select count(*)::int as n, max(op)::date::text as jongste from audit where onderwerp = any(${seen}::text[])`,
  );
  for (const { n, jongste } of audit.filter((found) => found.n > 0)) {
    stays.push({
      wat: `${n} regels van de audit, met nummers en redenen en zonder inhoud`,
      tot: dayAfter(jongste, TERMS.inzage.floor),
      waarom: TERMS.inzage.why,
    });
  }
  return stays;
}

/** The day on which so many years are over. */
function dayAfter(day: string, years: number): string {
  return yearsBefore(new Date(`${day}T00:00:00Z`), -years)
    .toISOString()
    .slice(0, 10);
}
