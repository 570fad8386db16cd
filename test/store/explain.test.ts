import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { sql } from 'kysely';
import { afterAll, describe, expect, it } from 'vitest';
import { type Scope, scopeOf } from '../../src/access/scope.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { mainKey } from '../../src/store/client-key/data-sleutel.ts';
import { type Db, dbOver, rowsOf } from '../../src/store/engine/db.ts';
import { pgSource } from '../../src/store/engine/pg/pg-source.ts';
import { pgliteSource } from '../../src/store/engine/pglite/pglite-source.ts';
import { type SqlSource, WHOLE_TABLE_PLANS } from '../../src/store/engine/sql-source.ts';
import { loadKennis } from '../../src/store/kennis/load-kennis.ts';
import { commandsStore } from '../../src/store/lanes/commands.ts';
import { work } from '../../src/store/lanes/lanes.ts';
import { drawNumbers } from '../../src/store/lanes/number-series.ts';
import type { BerichtFilter } from '../../src/store/messages/contract.ts';
import { saveMessages } from '../../src/store/messages/save-messages.ts';
import { migrate } from '../../src/store/migrations/migrate.ts';
import { overviewStore } from '../../src/store/overview/overview.ts';
import { DataKeys } from '../../src/store/seal/data-keys.ts';
import { giveKeys } from '../../src/store/seal/seal-of.ts';
import { IN_ORDER, messageIds, readsCauses } from '../../src/store/search/message-ids.ts';
import { writeVerdicts } from '../../src/store/write/write-verdicts.ts';
import { postgresBinaries, startPostgres } from '../servers/postgres.ts';
import { ontvangst, verdict, vraag } from './make.ts';

/** The tables that grow with every message: reading one of them through takes longer every day. */
const GROOT = new Set([
  'bericht',
  'inhoud',
  'claim',
  'gebeurtenis',
  'aflevering',
  'toewijzing',
  'toewijzing_versie',
  'client_gegevens',
  'regie',
  'verzoek',
  'declaratie',
  'prestatie',
  'oorzaak',
  'zoekterm',
]);
const PARTIJEN = 50;

interface Knoop {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Parent Relationship'?: string;
  readonly 'Index Name'?: string;
  readonly 'Plan Rows'?: number;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly Knoop[];
}

/** The big tables that a plan reads through. */
function doorgelezen(knoop: Knoop): string[] {
  const tabel = knoop['Relation Name'];
  const hier = knoop['Node Type'] === 'Seq Scan' && tabel !== undefined && GROOT.has(tabel) ? [tabel] : [];
  return [...hier, ...(knoop.Plans ?? []).flatMap(doorgelezen)];
}

/** Indexes of the big tables that a plan walks from one end, until it has met what it looks for. */
function afgelopen(knoop: Knoop): string[] {
  const index = knoop['Index Name'];
  const heel = knoop['Node Type'] === 'Index Scan' && index !== undefined && knoop['Index Cond'] === undefined;
  return [...(heel ? [index] : []), ...(knoop.Plans ?? []).flatMap(afgelopen)];
}

/** Indexes of the big tables of which a plan reads all: it asks for nothing of what they begin with. */
function dwars(begin: Readonly<Record<string, string>>, knoop: Knoop): string[] {
  const [index = '', vraag = ''] = [knoop['Index Name'], knoop['Index Cond']];
  const kolom = begin[index];
  const heel = kolom !== undefined && !new RegExp(`\\b${kolom}\\b`).test(vraag);
  return [...(heel ? [index] : []), ...(knoop.Plans ?? []).flatMap((kind) => dwars(begin, kind))];
}

/** The first column of each index of the big tables; one on a few rows alone may be read whole. */
async function beginVan(db: Db): Promise<Record<string, string>> {
  const rijen = await rowsOf(
    db,
    sql<{ index: string; kolom: string }>`
    select i.indexrelid::regclass::text as index, pg_get_indexdef(i.indexrelid, 1, true) as kolom from pg_index i
      join pg_class k on k.oid = i.indexrelid join pg_class t on t.oid = i.indrelid
    where t.relname = any(${[...GROOT]}::text[]) and k.reltuples > t.reltuples / 10`,
  );
  return Object.fromEntries(rijen.map(({ index, kolom }) => [index, kolom]));
}

/**
 * Whether rows of one step are compared with all that two other steps make together: a loop that begins anew, and whole, for
 * each row of the loop around it. A step of its own (InitPlan) runs once.
 */
function loopInLoop(knoop: Knoop, inner = false): boolean {
  const loop = knoop['Node Type'] === 'Nested Loop';
  if (inner && loop) return true;
  return (knoop.Plans ?? []).some((kind) => {
    const place = kind['Parent Relationship'];
    return loopInLoop(kind, place !== 'InitPlan' && (inner || (loop && place === 'Inner')));
  });
}

/** The same source, that also keeps the plan of each query that reads. */
function explained(source: SqlSource, plannen: { tekst: string; plan: Knoop }[]): SqlSource {
  return {
    ...source,
    async session() {
      const sessie = await source.session();
      const bewaar = async (tekst: string, params: readonly unknown[]) => {
        if (!/^(\/\* keep \*\/)?\s*(select|with|insert into nummerreeks)/i.test(tekst)) return;
        const { rows } = await sessie.query(`explain (format json) ${tekst}`, params);
        const [rij] = rows as { 'QUERY PLAN': [{ Plan: Knoop }] }[];
        if (rij !== undefined) plannen.push({ tekst, plan: rij['QUERY PLAN'][0].Plan });
      };
      return {
        async query(tekst, params) {
          await bewaar(tekst, params);
          return sessie.query(tekst, params);
        },
        async transaction(statements) {
          for (const { sql, parameters } of statements) await bewaar(sql, parameters);
          return sessie.transaction(statements);
        },
        release: () => sessie.release(),
      };
    },
  };
}

/** The store of the bench that has a history; the planner knows what is in it. */
async function fill(db: Db, toewijzingen: number): Promise<void> {
  const deel = (naam: string) => readFileSync(resolve(import.meta.dirname, '../../bench', naam), 'utf8');
  const tekst = `${deel('fill.sql')}\n${deel('fill-search.sql')}`
    .replaceAll(/^--.*$/gm, '')
    .replaceAll(':aantal', String(toewijzingen))
    .replaceAll(':partijen', String(PARTIJEN))
    .replaceAll(':oud', 'false');
  await db.connection().execute(async (een) => {
    for (const statement of tekst.split(/;\s*$/m)) {
      if (statement.trim() !== '') await sql.raw(statement).execute(een);
    }
  });
  await sql`vacuum analyze`.execute(db);
}

/** A question that asks for every set, of a client and of numbers that the store knows. */
function vragen() {
  const wie = { aanbieder: '42430000', gemeente: '0362' };
  return Array.from({ length: 50 }, (_, n) =>
    vraag(wie, {
      clienten: [`client-${n}`],
      toewijzingNummers: [100_000_000 + n * PARTIJEN],
      referentiesAanbieder: [`V${n * PARTIJEN}`],
      prestatieReferenties: [`V${100_000_000 + n * PARTIJEN}`],
      declaraties: true,
      claims: [`id|42430000|JW305|A${n}`, `pre|42430000|V${n}`],
      beantwoordt: { type: 'JW301', zender: '0362', identificatie: `V${String(n).padStart(9, '0')}` },
    }),
  );
}

/** Bodies are sealed here as everywhere. */
async function withKeys(db: Db): Promise<void> {
  const keys = new DataKeys(mainKey('een sleutel alleen voor tests, lang genoeg', ''));
  giveKeys(db, keys);
  await keys.unlock(db);
}

async function plannenVan(source: SqlSource, toewijzingen: number) {
  const plannen: { tekst: string; plan: Knoop }[] = [];
  const db = dbOver(explained(source, plannen));
  try {
    await migrate(db);
    await withKeys(db);
    await fill(db, toewijzingen);
    plannen.length = 0;
    const geladen = await loadKennis(db, Buffer.from('een sleutel van de tests'), vragen());
    await work(db, null, 'AA|42430000', 50);
    const eerste = plannen.splice(0);
    await drawNumbers(db, 1_000, { '0362': { aantal: 100, vanaf: 100_000_000 } });
    const nummers = plannen.splice(0);
    return {
      plannen: eerste,
      nummers,
      begin: await beginVan(db),
      geladen,
      lijsten: await lijstPlannen(db, plannen),
      cijfers: await cijferPlannen(db, plannen),
      besluiten: await besluitPlannen(db, plannen),
    };
  } finally {
    await db.destroy();
  }
}

/** What lists are asked for, by everybody who may. */
function lijsten(): BerichtFilter[] {
  return zicht().flatMap((scope) => VRAGEN.map((vraag) => ({ scope, limit: 50, ...vraag })));
}

function zicht(): Scope[] {
  const sleutel = { keyId: 'k', keyName: 'k', readOnly: false, via: 'http' } as const;
  return [
    scopeOf({ kind: 'staff', role: 'beheerder', regions: [], ...sleutel }, AFSPRAKEN),
    scopeOf({ kind: 'staff', role: 'operator', regions: ['AA'], ...sleutel }, AFSPRAKEN),
    scopeOf({ kind: 'party', role: 'aanbieder', parties: ['42430000'], ...sleutel }, AFSPRAKEN),
    scopeOf({ kind: 'party', role: 'gemeente', parties: ['0362'], ...sleutel }, AFSPRAKEN),
  ];
}

const VRAGEN = [
  {},
  { type: 'JW305' },
  { status: 'afgekeurd' },
  { regel: 'TR381' },
  { regel: 'TR381', type: 'JW301' },
  { retourcode: '9381', type: 'JW301' },
  { identificatie: 'V000000007' },
  { toewijzing: 100_000_007 },
  { referentie: 'V7' },
  { declaratie: 'V4' },
  { van: new Date('2026-01-01'), tot: new Date('2026-02-01') },
  { partij: '42430000' },
  { partij: '42430002', type: 'JW305' },
  { partij: '0439', regel: 'TR381' },
  { partij: '0439' },
  { partij: '0363', status: 'afgekeurd' },
] as const;

const AFSPRAKEN = maakAfspraken(
  { versie: '1', regios: [], gemeenten: [], aanbieders: [], regimes: [], producten: [], contracten: [] },
  1,
);

/** A session begins without plans that read a table through, so one that does it all the same has no index to go by. */
async function lijstPlannen(db: Db, plannen: { tekst: string; plan: Knoop }[]) {
  const gezien: { tekst: string; plan: Knoop; oorzaken: boolean }[] = [];
  for (const filter of lijsten()) {
    const ids = messageIds(filter);
    const oorzaken = readsCauses(filter);
    await db.transaction().execute(async (trx) => {
      if (oorzaken) await IN_ORDER.execute(trx);
      plannen.length = 0;
      if (ids !== null) await sql`select id from (${ids}) lijst`.execute(trx);
    });
    gezien.push(...plannen.splice(0).map((een) => ({ ...een, oorzaken })));
  }
  return gezien;
}

/** The counts of the first page, as a session for messages asks for them. */
async function cijferPlannen(db: Db, plannen: { tekst: string; plan: Knoop }[]) {
  // What came last is still to be fetched: the first that is open lies behind all that is done.
  await sql`update aflevering set bevestigd = false, status = 'wacht'
    where rij > (select max(rij) - greatest(20, count(*) / 50) from aflevering)`.execute(db);
  await sql`analyze aflevering`.execute(db);
  plannen.length = 0;
  for (const scope of zicht()) await overviewStore(db, db).attention({ scope, vandaag: '2026-03-02' });
  return plannen.splice(0);
}

/** A page of what gemeenten decided that decide much. */
async function besluitPlannen(db: Db, plannen: { tekst: string; plan: Knoop }[]) {
  await sql`
    insert into opdracht (id, laan, volgnummer, soort, partij, gegevens, stand, ontvangen_op)
    select gen_random_uuid(), 'AA|42430000', 1000000 + n, 'besluit', '04' || lpad((n % 3)::text, 2, '0'), '{}', 'gedaan', now()
    from generate_series(1, 6000) n`.execute(db);
  await sql`analyze opdracht`.execute(db);
  plannen.length = 0;
  const scope = scopeOf(
    {
      ...{ kind: 'party', role: 'gemeente', parties: ['0400', '0401'], keyId: 'k', keyName: 'k' },
      readOnly: false,
      via: 'http',
    },
    AFSPRAKEN,
  );
  await commandsStore(db).commandsBy(scope, 'besluit', { limit: 25 });
  return plannen.splice(0);
}

/** Rows that a plan means to put in order. */
function gesorteerd(knoop: Knoop): number {
  const hier = knoop['Node Type'].includes('Sort') ? (knoop.Plans?.[0]?.['Plan Rows'] ?? 0) : 0;
  return Math.max(hier, ...(knoop.Plans ?? []).map(gesorteerd));
}

/** The nodes of a plan by what they do. */
function soorten(knoop: Knoop): string[] {
  return [knoop['Node Type'], ...(knoop.Plans ?? []).flatMap(soorten)];
}

/** Indexes that a plan goes by. */
function indexenIn(knoop: Knoop): string[] {
  return [
    ...(knoop['Index Name'] === undefined ? [] : [knoop['Index Name']]),
    ...(knoop.Plans ?? []).flatMap(indexenIn),
  ];
}

function contextQueriesUseIndexes(naam: string, toewijzingen: number, open: () => Promise<SqlSource>): void {
  describe(`${naam} with history`, () => {
    it('begins a session without the plans that read whole tables', async () => {
      const source = await open();
      const db = dbOver(source);
      const settings = await rowsOf(
        db,
        sql<{ name: string; setting: string }>`
          select name, setting from pg_settings where name = any(${['jit', ...WHOLE_TABLE_PLANS]}::text[])`,
      );
      await db.destroy();
      expect(settings.map(({ setting }) => setting)).toEqual(['off', 'off', 'off', 'off', 'off']);
    });

    it('has an index behind every context query', async () => {
      const gezien = await plannenVan(await open(), toewijzingen);
      const { plannen, geladen, lijsten: vanLijsten, cijfers, nummers, begin, besluiten } = gezien;
      // The questions found what they ask for, so the plans are those of real work.
      const [eerste] = geladen;
      expect(eerste?.kennis.toewijzingen).toHaveLength(1);
      expect(eerste?.kennis.prestaties).toHaveLength(1);
      expect(eerste?.kennis.verzoeken).toHaveLength(1);
      expect(eerste?.kennis.declaraties).toHaveLength(12);
      expect(eerste?.beantwoordBytes).not.toBeNull();
      expect(plannen.length).toBeGreaterThanOrEqual(9);
      const fout = plannen.filter(({ plan }) => doorgelezen(plan).length > 0);
      expect(fout.map(({ tekst, plan }) => `${doorgelezen(plan)}: ${tekst}`)).toEqual([]);
      // The same of every list.
      expect(vanLijsten).toHaveLength(lijsten().length);
      const doorlezend = vanLijsten.filter(({ plan }) => doorgelezen(plan).length > 0);
      expect(doorlezend.map(({ tekst, plan }) => `${doorgelezen(plan)}: ${tekst}`)).toEqual([]);
      // What was wrong is read in order, and no further than a page: a bitmap would be made of all that there is.
      const oorzaken = vanLijsten.filter((lijst) => lijst.oorzaken);
      expect(oorzaken.length).toBeGreaterThan(10);
      expect(oorzaken.filter(({ plan }) => soorten(plan).some((soort) => soort.startsWith('Bitmap')))).toEqual([]);
      // And none of the first page goes through all that was ever delivered.
      expect(cijfers).toHaveLength(zicht().length);
      expect(cijfers.flatMap(({ plan }) => afgelopen(plan)).filter((index) => index === 'aflevering_pkey')).toEqual([]);
      // A page of decisions is read by its index, not picked from all of them.
      expect(besluiten).toHaveLength(1);
      expect(besluiten.flatMap(({ plan }) => indexenIn(plan))).toContain('opdracht_partij');
      expect(Math.max(...besluiten.map(({ plan }) => gesorteerd(plan)))).toBeLessThan(1_000);
      // What is asked for is asked by what its index begins with.
      expect(nummers).toHaveLength(1);
      const gericht = [...plannen, ...nummers, ...cijfers];
      expect(gericht.flatMap(({ tekst, plan }) => dwars(begin, plan).map((index) => `${index}: ${tekst}`))).toEqual([]);
    }, 180_000);
  });
}

const BEURT = 50;
const BEURTEN = 40;

/**
 * A prepared statement keeps the plan of its first days, made while tables were empty. It must find a message by what names
 * it, not through all of its lane or party: what is read then grows with the square of what is stored.
 */
function earlyPlansStayRight(
  naam: string,
  open: () => Promise<{ source: () => SqlSource; stop: () => Promise<void> }>,
): void {
  it(`${naam}: storing and judging read no more index entries as a lane grows`, async () => {
    const { source, stop } = await open();
    const wie = { aanbieder: '42430000', gemeente: '0362', laan: 'AA|42430000' };
    const db = dbOver(source());
    await migrate(db);
    await withKeys(db);
    for (let beurt = 0; beurt < BEURTEN; beurt++) {
      const opgeslagen = await saveMessages(
        db,
        Array.from({ length: BEURT }, () => ontvangst(wie)),
      );
      const verdicts = opgeslagen.map(({ id }, i) =>
        verdict({ kind: 'bericht', id, volgnummer: beurt * BEURT + i + 1 }),
      );
      expect(await writeVerdicts(db, wie.laan, beurt * BEURT, verdicts)).toEqual({ kind: 'written' });
    }
    // A session tells what it read when it ends.
    await db.destroy();
    const na = dbOver(source());
    const gelezen = await rowsOf(
      na,
      sql<{ index: string; aantal: number }>`
      select indexrelname as index, idx_tup_read as aantal from pg_stat_user_indexes where relname = 'bericht'`,
    );
    await na.destroy();
    const plannen: { tekst: string; plan: Knoop }[] = [];
    const gezien = dbOver(explained(source(), plannen));
    await withKeys(gezien);
    plannen.length = 0;
    await saveMessages(gezien, [ontvangst(wie)]);
    await gezien.destroy();
    await stop();
    // With a hundred at once over a broker that grew with the third power.
    expect(plannen.map(({ plan }) => loopInLoop(plan))).toEqual([false]);
    const perIndex = Object.fromEntries(gelezen.map(({ index, aantal }) => [index, aantal]));
    const berichten = BEURT * BEURTEN;
    // Each message is looked up by id a few times, and by its hash once, in vain.
    expect(perIndex.bericht_pkey).toBeGreaterThanOrEqual(berichten);
    for (const [index, aantal] of Object.entries(perIndex)) {
      expect(aantal, index).toBeLessThan((index === 'bericht_pkey' ? 6 : 2) * berichten);
    }
  });
}

const map = mkdtempSync(join(tmpdir(), 'ijw-explain-'));
afterAll(() => rmSync(map, { recursive: true, force: true }));
contextQueriesUseIndexes('PGlite', 8_000, () => pgliteSource(map));

if (postgresBinaries() === null) {
  it.skip('PostgreSQL (not installed here; Debian: apt-get install postgresql)', () => undefined);
} else {
  const open = async () => {
    const server = await startPostgres();
    const databaseUrl = await server.database();
    return { source: () => pgSource(databaseUrl), stop: () => server.stop() };
  };
  earlyPlansStayRight('PostgreSQL', open);
  contextQueriesUseIndexes('PostgreSQL', 20_000, async () => {
    const { source, stop } = await open();
    const bron = source();
    return {
      ...bron,
      async end() {
        await bron.end();
        await stop();
      },
    };
  });
}
