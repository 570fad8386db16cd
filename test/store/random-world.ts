import { sql } from 'kysely';
import type { KeepTerms } from '../../src/config/bewaartermijnen.ts';
import { DEFAULT_TERMS } from '../../src/config/bewaartermijnen.ts';
import { type Db, recordset } from '../../src/store/engine/db.ts';
import { newIdAt } from '../../src/store/engine/uuid.ts';

interface MadeMessage {
  readonly id: string;
  readonly answers: string | null;
  readonly op: Date;
  readonly status: string;
  readonly delivery: string | null;
  /** The client whose line stands in it. */
  readonly line: string | null;
}

interface MadeUnit {
  readonly client: string;
  readonly message: string;
  readonly einddatum: string | null;
  readonly request: string | null;
}

export interface World {
  readonly messages: readonly MadeMessage[];
  readonly units: readonly MadeUnit[];
}

/** Mulberry32: the same world for the same seed. */
function drawing(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

const YEAR_MS = 365.25 * 24 * 3_600_000;

/** Exchanges of any age round the terms, some of them needed still, some of them behind the dossier of a child. */
export function randomWorld(seed: number, exchanges: number): { world: World; terms: KeepTerms; now: Date } {
  const draw = drawing(seed);
  const one = <T>(...of: readonly T[]): T => of[Math.floor(draw() * of.length)] as T;
  const now = new Date(Date.UTC(2030, 0, 1) + Math.floor(draw() * YEAR_MS));
  const terms = {
    ...DEFAULT_TERMS,
    berichten: one(5, 6, 7),
    dossier: one(5, 6, 8),
    declaraties: one(5, 7, 9),
    werk: one(5, 6),
  };
  const ago = (years: number) => new Date(now.getTime() - years * YEAR_MS);
  const messages: MadeMessage[] = [];
  const units: MadeUnit[] = [];
  for (let nr = 0; nr < exchanges; nr++) {
    let [answers, age]: [string | null, number] = [null, 3 + draw() * 8];
    const client = `kind-${seed}-${nr}`;
    for (let depth = one(1, 1, 2, 3); depth > 0; depth--) {
      const op = ago(age);
      const id = newIdAt(op);
      messages.push({
        ...{ id, answers, op },
        status: one('goedgekeurd', 'goedgekeurd', 'goedgekeurd', 'afgekeurd', 'geweigerd', 'vastgelopen'),
        delivery: one(null, 'bevestigd', 'bevestigd', 'mislukt', one('bevestigd', 'wacht', 'aangeboden')),
        line: draw() < 0.2 ? client : null,
      });
      answers = id;
      age -= draw() * one(0.01, 0.01, 2);
    }
    if (draw() < 0.6) {
      units.push({
        ...{ client, message: messages.at(-1)?.id ?? '' },
        einddatum:
          draw() < 0.15
            ? null
            : ago(draw() * 11)
                .toISOString()
                .slice(0, 10),
        request: one(null, null, 'toegewezen', 'open'),
      });
    }
  }
  return { world: { messages, units }, terms, now };
}

/** Ids of messages and clients of units that must be there afterwards, reckoned one by one. */
export function expectedLeft({ messages, units }: World, terms: KeepTerms, now: Date) {
  const old = (op: Date, years: number) => {
    const until = new Date(now);
    until.setUTCFullYear(now.getUTCFullYear() - years);
    return op < until;
  };
  const kept = units.filter(({ client, einddatum, request }) => {
    if (einddatum === null || request === 'open') return true;
    const years = Math.max(terms.dossier, terms.werk);
    const day = new Date(now);
    day.setUTCFullYear(now.getUTCFullYear() - years);
    if (einddatum >= day.toISOString().slice(0, 10)) return true;
    return messages.some((m) => m.line === client && !old(m.op, terms.declaraties));
  });
  const stays = (m: MadeMessage): boolean =>
    !old(m.op, terms.berichten) ||
    m.status === 'vastgelopen' ||
    m.delivery === 'wacht' ||
    m.delivery === 'aangeboden' ||
    (m.line !== null && !old(m.op, terms.declaraties)) ||
    kept.some(({ message }) => message === m.id);
  const rootOf = new Map<string, string>();
  for (const { id, answers } of messages) rootOf.set(id, answers === null ? id : (rootOf.get(answers) ?? answers));
  const stayingRoots = new Set(messages.filter(stays).map(({ id }) => rootOf.get(id)));
  return {
    messages: messages.filter(({ id }) => stayingRoots.has(rootOf.get(id))).map(({ id }) => id),
    units: kept.map(({ client }) => client),
  };
}

export async function insertWorld(db: Db, { messages, units }: World): Promise<void> {
  const given = recordset(
    messages,
    'id uuid, answers uuid, op timestamptz, status text, delivery text, line text',
    'm',
  );
  const made = recordset(units, 'client text, message uuid, einddatum date, request text', 'u');
  for (const statement of [
    sql`insert into bericht (id, richting, laan, partij, omvang, status, ontvangen_op, in_antwoord_op)
      select id, 'uit', 'AA-42000001', '42000001', 1, status, op, answers from ${given}`,
    sql`insert into inhoud (bericht_id, bytes) select id, '\\x01' from ${given}`,
    sql`insert into claim (sleutel, eigenaar, bericht_id) select id::text, 'x', id from ${given}`,
    sql`insert into gebeurtenis (laan, onderwerp, soort) select 'AA-42000001', id, 'ontvangen' from ${given}`,
    sql`insert into aflevering (bericht_id, partij, status) select id, '0362', delivery from ${given} where delivery is not null`,
    sql`insert into toewijzing (sleutel, laan, gemeente, aanbieder, client, ingangsdatum, einddatum, toewijzingsdatum,
        toewijzingstijd, bericht_id, voorlopig)
      select gen_random_uuid(), 'AA-42000001', '0362', '42000001', client, '2010-01-01', einddatum, '2010-01-01', '10:00:00',
        message, false from ${made}`,
    sql`insert into verzoek (aanbieder, referentie, laan, gemeente, soort, client, stand, antwoorden, bericht_id, release,
        dagtekening, ingangsdatum)
      select '42000001', client, 'AA-42000001', '0362', 'VOT', client, request, 0, message, '3.2', '2010-01-01', '2010-01-01'
      from ${made} where request is not null`,
    sql`insert into prestatie (bericht_id, referentie, laan, gemeente, aanbieder, toewijzing, client, categorie, code, begin,
        einde, volume, eenheid, bedrag, debet_credit, stand)
      select m.id, m.line, 'AA-42000001', '0362', '42000001', t.sleutel, m.line, '45', '45A01', '2010-01-01', '2010-01-31', 1,
        '01', 1, 'D', 'toegekend'
      from ${given} left join toewijzing t on t.client = m.line where m.line is not null`,
  ]) {
    await statement.execute(db);
  }
}
