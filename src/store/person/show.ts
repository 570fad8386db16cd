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
import { ownRows } from './own-rows.ts';

type Shown = Readonly<Record<string, unknown>>;

const TOELICHTING =
  'Alles wat de gateway over dit kind bewaart, per tabel (docs/gegevens.md). Van berichten over meer kinderen staat hier alleen ' +
  'het deel over dit kind, zonder de bevindingen en zonder de reden waarom iemand het opende. Wat alleen voor de werking is, of alleen cijfers zonder personen, staat er niet bij.';

/** Everything that is kept about one child. That somebody asked is written down first. */
export async function showPerson(db: Db, { bsn, reden, by, now }: PersonAsked): Promise<PersonFile> {
  const place = await findPerson(db, bsn);
  const row = { ...by, handeling: 'client-uitgevoerd', onderwerp: place.client, reden, op: now };
  await auditStore(db, unchanging).audit(row);
  const tabellen: Record<string, readonly Shown[]> = {};
  const texts = await textsOf(db, place.messages);
  const shared = new Set([...texts].flatMap(([id, xml]) => (tellsOfOthers(xml, bsn) ? [id] : [])));
  for (const { name } of TABLES) {
    const rows = name === 'inhoud' ? messagesOf(texts, shared, bsn) : await rowsIn(db, name, place, shared);
    if (rows.length > 0) tabellen[name] = rows;
  }
  return { bsn, gemaaktOp: now.toISOString(), toelichting: TOELICHTING, tabellen };
}

async function rowsIn(db: Db, table: string, place: Whereabouts, shared: ReadonlySet<string>): Promise<Shown[]> {
  const where = ownRows(table, place, shared);
  if (where === null) return [];
  const rows = await rowsOf(db, sql<Record<string, unknown>>`select t.* from ${sql.table(table)} t where ${where}`);
  // Why somebody opened a message of several children may be about another.
  const of = table === 'bericht' ? 'id' : table === 'audit' ? 'onderwerp' : '';
  return opening(db, (seal) => rows.map((row) => opened(seal, table, row, shared.has(String(row[of])))));
}

/** A row with what is sealed in it opened; of a message of several children without. */
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

function messagesOf(texts: ReadonlyMap<string, string>, shared: ReadonlySet<string>, bsn: string): Shown[] {
  return [...texts].map(([id, xml]) => ({ bericht_id: id, xml: shared.has(id) ? onlyClient(xml, bsn) : xml }));
}
