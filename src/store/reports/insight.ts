import { sql } from 'kysely';
import { boundsOf, type Scope, sees } from '../../access/scope.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { type Db, firstOf, rowsOf } from '../engine/db.ts';
import { isId, isRijSleutel } from '../engine/uuid.ts';
import { TOEWIJZING_KOLOMMEN, type ToewijzingRij, toewijzingVan } from '../kennis/toewijzingen.ts';
import type { SignaalBeeld } from './insight-store.ts';
import { type SignaalRij, STAND_KOLOMMEN, signaalVan } from './signal-states.ts';
import type { GebeurtenisBeeld, InzageStore, ToewijzingBeeld } from './views-contract.ts';

/** Under the first of these gemeentecodes that has the number; the history in order of writing, refused versions left out. */
export async function toewijzing(
  db: Db,
  gemeenten: readonly string[],
  nummer: number,
  scope: Scope,
): Promise<ToewijzingBeeld | undefined> {
  const rij = await firstOf(
    db,
    sql<ToewijzingRij & { laan: string; gebruikt: number }>`
    select ${TOEWIJZING_KOLOMMEN}, t.laan, (
        select coalesce(sum(case when p.debet_credit = 'D' then p.bedrag else -p.bedrag end), 0)::bigint
        from prestatie p where p.toewijzing = t.sleutel and p.stand <> 'afgewezen') as gebruikt
    from toewijzing t where t.gemeente = any(${gemeenten}::text[]) and t.nummer = ${nummer}
    order by array_position(${gemeenten}::text[], t.gemeente), t.sleutel limit 1`,
  );
  if (rij === undefined) return undefined;
  const { laan, gebruikt, ...huidig } = rij;
  const { gemeente, aanbieder } = huidig;
  if (!sees(scope, { gemeente, parties: [gemeente, aanbieder] })) return undefined;
  return { huidig: toewijzingVan(huidig), historie: await versies(db, huidig.sleutel), gebruikt, laan };
}

async function versies(db: Db, sleutel: string): Promise<Toewijzing[]> {
  const rijen = await rowsOf(
    db,
    sql<ToewijzingRij>`
    select ${TOEWIJZING_KOLOMMEN} from toewijzing_versie t where t.sleutel = ${sleutel}::uuid and not t.verworpen
    order by t.rij`,
  );
  return rijen.map(toewijzingVan);
}

/** Per party and region no more than a page is read. */
export async function signals(db: Db, filter: Parameters<InzageStore['signals']>[0]): Promise<SignaalBeeld[]> {
  const { scope, na, limit, nieuwsteEerst = false } = filter;
  const { partijen, regios } = boundsOf(scope);
  if (na !== undefined && !isRijSleutel(na)) return [];
  const volgorde = sql.raw(nieuwsteEerst ? 'desc' : 'asc');
  const voorbij = na === undefined ? sql`true` : sql`s.rij ${sql.raw(nieuwsteEerst ? '<' : '>')} ${na}::bigint`;
  const vanRegio = regios === undefined ? sql`true` : sql`(s.regio = any(${regios}::text[]) or s.regio is null)`;
  const bij = (kolom: 'gemeente' | 'aanbieder') => sql`
    select x.rij from unnest(${partijen ?? []}::text[]) p(partij) cross join lateral (
      select s.rij from signaal s where ${sql.ref(`s.${kolom}`)} = p.partij and ${voorbij} and ${vanRegio}
      order by s.rij ${volgorde} limit ${limit}) x`;
  const rijen =
    partijen === undefined
      ? sql`select s.rij from signaal s where ${voorbij} and ${vanRegio} order by s.rij ${volgorde} limit ${limit}`
      : sql`${bij('gemeente')} union ${bij('aanbieder')}`;
  const gevonden = await rowsOf(
    db,
    sql<SignaalRij>`
    select s.rij::text as id, s.soort, s.gemeente, s.aanbieder, s.toewijzing_nummer as "toewijzingNummer", s.percentage,
      s.melding, s.op, ${STAND_KOLOMMEN}
    from signaal s where s.rij in (${rijen}) order by s.rij ${volgorde} limit ${limit}`,
  );
  return gevonden.map(signaalVan);
}

/** What happened to a message or command, in order. */
export async function events(db: Db, onderwerp: string): Promise<GebeurtenisBeeld[]> {
  if (!isId(onderwerp)) return [];
  const rijen = await rowsOf(
    db,
    sql<Omit<GebeurtenisBeeld, 'op'> & { op: Date }>`
    select soort, op, gegevens from gebeurtenis where onderwerp = ${onderwerp}::uuid order by rij`,
  );
  return rijen.map((rij) => ({ ...rij, op: rij.op.toISOString() }));
}

/** What counts call the lanes without a region. */
const ZONDER_REGIO = 'LANDELIJK';

/** Counts for the first page: one pass over an index, and one over the lanes. */
export async function counts(db: Db, scope: Scope): ReturnType<InzageStore['counts']> {
  const berichten = await rowsOf(
    db,
    sql<Awaited<ReturnType<InzageStore['counts']>>['berichten'][number]>`
    select regio, type, status, count(*) as aantal from bericht group by regio, type, status order by regio, type, status`,
  );
  const wachtend = await rowsOf(
    db,
    sql<{ regio: string; aantal: number }>`
    select coalesce(t.regio, ${ZONDER_REGIO}) as regio, sum(t.volgnummer - coalesce(l.beoordeeld_tot, 0))::bigint as aantal
    from laan_teller t left join laan l on l.laan = t.laan group by 1 order by 1`,
  );
  const binnen = ({ regio }: { readonly regio: string | null }) => sees(scope, { parties: [], regio });
  return {
    berichten: berichten.filter(binnen),
    wachtend: wachtend.filter(({ regio }) => binnen({ regio: regio === ZONDER_REGIO ? null : regio })),
  };
}
