import { sql } from 'kysely';
import { auditStore } from '../audit/audit.ts';
import type { Seal } from '../bodies.ts';
import { type Db, rowsOf } from '../engine/db.ts';
import { unchanging } from '../keeping/trim-audit.ts';
import { SEALED_TABLES } from '../seal/older-values.ts';
import type { SealedColumn } from '../seal/places.ts';
import { opening } from '../seal/seal-of.ts';
import { TABLES } from '../tables/tables.ts';
import type { PersonAsked, PersonFile } from './contract.ts';
import { onlyClient, tellsOfOthers } from './cut-client.ts';
import { findPerson, textsOf, type Whereabouts } from './find.ts';

type Shown = Readonly<Record<string, unknown>>;

const TOELICHTING =
  'Alles wat de gateway over dit kind bewaart, per tabel (docs/gegevens.md). Van berichten over meer kinderen staat hier alleen ' +
  'het deel over dit kind, zonder de bevindingen. Wat alleen voor de werking is, of alleen cijfers zonder personen, staat er niet bij.';

/** Everything that is kept about one child. That somebody asked is written down first. */
export async function showPerson(db: Db, { bsn, reden, by, now }: PersonAsked): Promise<PersonFile> {
  const place = await findPerson(db, bsn);
  const row = { ...by, handeling: 'client-uitgevoerd', onderwerp: place.client, reden, op: now };
  await auditStore(db, unchanging).audit(row);
  const tabellen: Record<string, readonly Shown[]> = {};
  for (const { name } of TABLES) {
    const rows = await rowsIn(db, name, place);
    if (rows.length > 0) tabellen[name] = rows;
  }
  return { bsn, gemaaktOp: now.toISOString(), toelichting: TOELICHTING, tabellen };
}

/** Which rows of a table are about the child; null: none are, or they are about nobody. */
function which(table: string, { client, messages, commands, numbers }: Whereabouts) {
  const policy = TABLES.find(({ name }) => name === table)?.policy;
  const about = sql`any(${[...messages, ...commands]}::uuid[])`;
  if (policy === undefined) return null;
  if (policy.personal.client !== undefined) return sql`t.client = ${client}`;
  if (table === 'bericht' || table === 'opdracht') return sql`t.id = ${about}`;
  if (table === 'audit') {
    return sql`t.onderwerp = any(${[...messages, ...commands, ...numbers, client]}::text[])`;
  }
  if (table === 'stuf_envelop') return sql`t.bericht_id = ${about}`;
  if (table === 'signaal_stand') return sql`t.signaal in (select rij from signaal where onderwerp = ${about})`;
  const { purge } = policy;
  return 'with' in purge && purge.with === 'bericht' && table !== 'zoekterm'
    ? sql`t.${sql.ref(purge.by)} = ${about}`
    : null;
}

async function rowsIn(db: Db, table: string, place: Whereabouts): Promise<Shown[]> {
  const where = which(table, place);
  if (where === null) return [];
  const rows = await rowsOf(db, sql<Record<string, unknown>>`select t.* from ${sql.table(table)} t where ${where}`);
  if (table === 'inhoud') return messagesOf(db, rows, place.bsn);
  const shared = table === 'bericht' ? await sharedOf(db, place) : new Set<string>();
  return opening(db, (seal) => rows.map((row) => opened(seal, table, row, shared.has(String(row.id)))));
}

/** A row with what is sealed in it opened; of a message of several children without what was found in it. */
function opened(seal: Seal, table: string, row: Record<string, unknown>, shared: boolean): Shown {
  const spec = SEALED_TABLES.find((sealed) => sealed.table === table);
  const plain: Record<string, unknown> = {};
  for (const [column, value] of Object.entries(row)) {
    const kind = spec?.columns[column];
    const at = kind === undefined || value === null ? null : (spec?.row(row as Record<string, string>) ?? '');
    const place = `${table}.${column}` as SealedColumn;
    if (value instanceof Uint8Array) plain[column] = Buffer.from(value).toString('hex');
    else if (at === null) plain[column] = typeof value === 'bigint' ? String(value) : value;
    else if (shared) plain[column] = null;
    else
      plain[column] =
        kind === 'text' ? seal.openText(place, at, value as never) : seal.openJson(place, at, value as never);
  }
  return plain;
}

async function messagesOf(db: Db, rows: readonly Record<string, unknown>[], bsn: string): Promise<Shown[]> {
  const texts = await textsOf(
    db,
    rows.map((row) => String(row.bericht_id)),
  );
  return [...texts].map(([id, xml]) => ({ bericht_id: id, xml: tellsOfOthers(xml, bsn) ? onlyClient(xml, bsn) : xml }));
}

async function sharedOf(db: Db, { messages, bsn }: Whereabouts): Promise<Set<string>> {
  const texts = await textsOf(db, messages);
  return new Set([...texts].flatMap(([id, xml]) => (tellsOfOthers(xml, bsn) ? [id] : [])));
}
