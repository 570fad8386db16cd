import { type RawBuilder, sql } from 'kysely';
import { type Cel, KLEIN } from '../../reports/bouwstenen.ts';
import type { Kaart } from '../../reports/kaart.ts';
import { opgeteld, type Stelsel, splits } from '../../reports/tariefdelen.ts';
import type { Telling } from '../../reports/telling.ts';
import { type Indeling, VERDELINGEN } from '../../reports/verdelingen.ts';
import { groepeer } from '../../standard/groepeer.ts';
import { type Db, recordset, rowsOf } from '../engine/db.ts';
import type { InzichtVraag } from './contract.ts';

/** Help that begins within so many days of the end of other help follows it. */
const AANSLUITEND = 31;

const KOLOM: Readonly<Record<Indeling, RawBuilder<unknown>>> = {
  regio: sql`g.regio`,
  gemeente: sql`f.gemeente`,
  product: sql`nullif(trim(concat(f.categorie, ' ', f.code)), '')`,
  zorgcategorie: sql`coalesce(k.zorgcategorie, 'onbekend')`,
  maand: sql`to_char(f.dag, 'YYYY-MM')`,
  aanbieder: sql`f.aanbieder`,
};

const ZELFDE = sql`b.aanbieder = a.aanbieder and b.client = a.client and b.gemeente = a.gemeente
  and b.toewijzing_nummer is not distinct from a.toewijzing_nummer and b.categorie is not distinct from a.categorie
  and b.code is not distinct from a.code and b.begindatum = a.begindatum`;

/** Whether the help that began with `a` had ended before a day. */
function beeindigd(voor: RawBuilder<unknown>) {
  return sql`exists (select from regie b where b.soort = 'stop' and b.verwijderd_door is null and ${ZELFDE} and b.einddatum < ${voor})`;
}

const HULP = sql`from regie a where a.client = r.client and a.gemeente = r.gemeente and a.soort = 'start'
  and a.verwijderd_door is null`;

/** Every fact as a row: where, whose, of which product, on which day, and how many of what. */
const FEITEN = sql`
  select t.gemeente, t.aanbieder, t.client, t.categorie, t.code, t.ingangsdatum as peil, t.ingangsdatum as dag, 'toegewezen' as wat,
    1 as aantal, 0::bigint as bedrag, 0::bigint as dagen, 0::bigint as clienten, null as reden
  from toewijzing t where t.reden_wijziging is distinct from '13'
  union all
  select r.gemeente, r.aanbieder, r.client, coalesce(r.categorie, t.categorie), coalesce(r.code, t.code),
    coalesce(t.ingangsdatum, r.toewijzing_ingangsdatum, r.begindatum), r.begindatum,
    case when exists (select ${HULP} and (a.begindatum, a.rij) < (r.begindatum, r.rij)
      and not ${beeindigd(sql`r.begindatum - ${sql.lit(AANSLUITEND)}::int`)}) then 'doorstroom' else 'instroom' end,
    1, 0, 0, 0, null
  from regie r left join toewijzing t on t.gemeente = r.gemeente and t.nummer = r.toewijzing_nummer
  where r.soort = 'start' and r.verwijderd_door is null
  union all
  select r.gemeente, r.aanbieder, r.client, coalesce(r.categorie, t.categorie), coalesce(r.code, t.code),
    coalesce(t.ingangsdatum, r.toewijzing_ingangsdatum, r.begindatum), r.einddatum,
    case when exists (select ${HULP} and a.begindatum <= r.einddatum + ${sql.lit(AANSLUITEND)}::int
      and (a.aanbieder, coalesce(a.toewijzing_nummer, -1), coalesce(a.code, ''), a.begindatum)
        <> (r.aanbieder, coalesce(r.toewijzing_nummer, -1), coalesce(r.code, ''), r.begindatum)
      and not ${beeindigd(sql`r.einddatum + 1`)}) then 'gestopt' else 'uitstroom' end,
    1, (r.einddatum - r.begindatum + 1)::bigint, 0, 0, null
  from regie r left join toewijzing t on t.gemeente = r.gemeente and t.nummer = r.toewijzing_nummer
  where r.soort = 'stop' and r.verwijderd_door is null and r.einddatum is not null
  union all
  select p.gemeente, p.aanbieder, p.client, p.categorie, p.code, coalesce(t.ingangsdatum, p.begin), p.begin,
    case p.stand when 'afgewezen' then 'afgewezen' else p.stand end, 1,
    case when p.debet_credit = 'D' then p.bedrag else -p.bedrag end,
    case when p.debet_credit = 'D' then 1 else -1 end * (p.einde - p.begin + 1)::bigint, 0,
    case p.stand when 'afgewezen' then 'gemeente' end
  from prestatie p left join toewijzing t on t.sleutel = p.toewijzing
  where p.stand <> 'afgewezen' or not exists (select from afwijzing_telling a where a.bericht_id = p.bericht_id)
  union all
  select a.gemeente, a.aanbieder, null, a.categorie, a.code, a.datum, a.maand,
    case a.soort when 'verzoek' then 'verzoek' else 'afgewezen' end, a.aantal, a.bedrag, 0, a.clienten, a.reden
  from afwijzing_telling a`;

/**
 * Persons that the gemeente knows: with a toewijzing or a granted line. What was refused is counted as lines, for a wrong
 * declaratie may name anybody.
 */
const BEKEND = sql`(f.gemeente, f.client) in (
  select b.gemeente, b.client from feit b where b.wat in ('toegewezen', 'toegekend', 'voorlopig'))`;
const PERSONEN = sql`count(distinct client) filter (where wat <> 'afgewezen' and bekend)::bigint`;

/** Eurocents granted per day of the granted lines. */
const ZWAARTE = sql`round(sum(bedrag) filter (where wat = 'toegekend')
  / nullif(greatest(sum(dagen) filter (where wat = 'toegekend'), 0), 0))::bigint`;

type Rij = Omit<Telling, 'redenen' | 'duurDagen' | 'delen'> & {
  readonly looptijd: number | null;
  readonly sleutel: string;
};

/** Counts and sums without persons, taken together as asked; at most `limit` rows. */
export async function insightCounts(db: Db, vraag: InzichtVraag): Promise<Telling[]> {
  const rijen = await rowsOf(
    db,
    sql<Rij>`${bron(vraag)}
    select ${sleutelVan(vraag.per)} as sleutel, ${kolommen(vraag.per)}
      ${PERSONEN} as clienten,
      ${hoeveel("wat = 'toegewezen'")} as toegewezen, ${hoeveel("wat in ('instroom', 'doorstroom')")} as gestart,
      ${hoeveel("wat = 'instroom'")} as instroom, ${hoeveel("wat = 'doorstroom'")} as doorstroom,
      ${hoeveel("wat in ('gestopt', 'uitstroom')")} as gestopt, ${hoeveel("wat = 'uitstroom'")} as uitstroom,
      round(avg(bedrag) filter (where wat in ('gestopt', 'uitstroom')))::bigint as looptijd,
      ${som("wat in ('toegekend', 'voorlopig', 'afgewezen')")} as gedeclareerd, ${som("wat = 'toegekend'")} as toegekend,
      ${som("wat = 'afgewezen'")} as afgewezen, ${hoeveel("wat = 'afgewezen'")} as "afgewezenRegels",
      ${hoeveel("wat = 'verzoek'")} as "afgewezenVerzoeken", ${ZWAARTE} as zwaarte
    from geteld group by ${groepen(vraag.per)} order by ${groepen(vraag.per)} limit ${vraag.limit}`,
  );
  const bij = await redenenPer(db, vraag);
  const delen = await delenPer(db, vraag);
  return rijen.map(({ sleutel, looptijd, ...rij }) => {
    return { ...rij, duurDagen: looptijd, redenen: bij.get(sleutel) ?? {}, delen: delen.get(sleutel) ?? {} };
  });
}

/** What was granted in each row by the parts of its tariffs. */
async function delenPer(db: Db, vraag: InzichtVraag): Promise<ReadonlyMap<string, Record<string, number>>> {
  if (vraag.kaart.delen.length === 0) return new Map();
  const sommen = await rowsOf(
    db,
    sql<{ sleutel: string; stelsel: Stelsel; som: number }>`${bron(vraag)}
    select ${sleutelVan(vraag.per)} as sleutel, stelsel, sum(bedrag)::bigint as som from geteld
    where stelsel is not null group by ${groepen(vraag.per)}, stelsel order by stelsel`,
  );
  const perRij = groepeer(sommen, ({ sleutel }) => sleutel);
  return new Map([...perRij].map(([sleutel, rij]) => [sleutel, opgeteld(rij.map((r) => splits(r.som, r.stelsel)))]));
}

async function redenenPer(db: Db, vraag: Bron): Promise<ReadonlyMap<string, Record<string, number>>> {
  const redenen = await rowsOf(
    db,
    sql<{ sleutel: string; reden: string; aantal: number }>`${bron(vraag)}
    select ${sleutelVan(vraag.per)} as sleutel, reden, sum(aantal)::bigint as aantal from geteld
    where reden is not null group by ${groepen(vraag.per)}, reden order by reden`,
  );
  const bij = new Map<string, Record<string, number>>();
  for (const { sleutel, reden, aantal } of redenen) bij.set(sleutel, { ...bij.get(sleutel), [reden]: aantal });
  return bij;
}

const KENT = sql`count(distinct client) filter (where bekend)`;

const SOORT = sql`case when wat in ('toegekend', 'voorlopig', 'afgewezen') then wat when wat in ('gestopt', 'uitstroom') then 'duur' end`;

/**
 * Every fact counts among the `aantallen` of its cell, and with its amount or days once more under a kind of its own.
 * Clients are those that the gemeente knows: invented ones must not make a small group large. Of what was refused they are
 * not kept, only how many known ones a message had: at least so many there are.
 */
export async function insightCells(db: Db, kaart: Kaart): Promise<Cel[]> {
  const plaats = sql.join(VERDELINGEN.map((v) => sql.ref(v)));
  const rijen = await rowsOf(
    db,
    sql<
      Omit<Cel, 'redenen' | 'wie'> & { wie: string | null; sleutel: string }
    >`${bron({ kaart, per: VERDELINGEN, limit: 0 })},
    gesoort as (
      select *, 'aantallen' as soort, null as onder from geteld
      union all select *, ${SOORT}, stelsel from geteld where ${SOORT} is not null)
    select ${sleutelVan(VERDELINGEN)} as sleutel, ${plaats}, soort, onder as stelsel,
      greatest(${KENT}, coalesce(max(clienten), 0))::bigint as clienten,
      case when ${KENT} < ${sql.lit(KLEIN)} then string_agg(distinct client, ' ') filter (where bekend) end as wie,
      ${hoeveel("wat = 'toegewezen'")} as toegewezen, ${hoeveel("wat = 'instroom'")} as instroom,
      ${hoeveel("wat = 'doorstroom'")} as doorstroom, ${hoeveel("wat in ('gestopt', 'uitstroom')")} as gestopt,
      ${hoeveel("wat = 'uitstroom'")} as uitstroom, ${hoeveel("wat = 'afgewezen'")} as "afgewezenRegels",
      ${hoeveel("wat = 'verzoek'")} as "afgewezenVerzoeken", coalesce(sum(bedrag), 0)::bigint as som,
      coalesce(sum(dagen), 0)::bigint as dagen,
      coalesce(sum(aantal), 0)::bigint as aantal
    from gesoort group by ${plaats}, soort, onder order by ${plaats}, soort, onder`,
  );
  const bij = await redenenPer(db, { kaart, per: VERDELINGEN, limit: 0 });
  return rijen.map(({ sleutel, wie, ...rij }) => ({
    ...rij,
    wie: wie === null ? [] : wie.split(' '),
    redenen: (rij.soort === 'aantallen' ? bij.get(sleutel) : undefined) ?? {},
  }));
}

/** Which day gives the tariff of a line. */
const TARIEFDAG = sql`case when l.toewijzing then f.peil else f.dag end`;

/** Without gemeenten: of all, which is what shielded rows are made of. */
type Bron = Omit<InzichtVraag, 'gemeenten'> & Partial<Pick<InzichtVraag, 'gemeenten'>>;

/** The facts with what they are taken by, within the bounds of the question. */
function bron({ kaart, gemeenten, van, tot }: Bron) {
  const codes = gemeenten?.codes;
  const producten = 'gemeente text, van date, tot date, categorie text, code text, zorgcategorie text';
  const delen =
    'gemeente text, aanbieder text, categorie text, code text, van date, tot date, begin date, einde date, toewijzing boolean, stelsel text';
  const grenzen = [
    codes === undefined ? sql`true` : sql`f.gemeente = any(${codes}::text[])`,
    van === undefined ? sql`true` : sql`f.dag >= ${`${van}-01`}::date`,
    tot === undefined ? sql`true` : sql`f.dag < (${`${tot}-01`}::date + interval '1 month')`,
  ];
  return sql`
    with feit as (${FEITEN}), geteld as (
      select ${KOLOM.regio} as regio, ${KOLOM.gemeente} as gemeente, ${KOLOM.product} as product,
        ${KOLOM.zorgcategorie} as zorgcategorie, ${KOLOM.maand} as maand,
        ${KOLOM.aanbieder} as aanbieder, f.client, f.wat, f.aantal, f.bedrag, f.dagen,
        f.clienten, f.reden, l.stelsel, ${BEKEND} as bekend
      from feit f
      left join ${recordset(kaart.gebieden, 'gemeente text, regio text', 'g')} on g.gemeente = f.gemeente
      left join ${recordset(kaart.producten, producten, 'k')} on k.gemeente = f.gemeente and k.categorie = f.categorie
        and k.code = f.code and f.peil >= k.van and (k.tot is null or f.peil <= k.tot)
      left join ${recordset(kaart.delen, delen, 'l')} on f.wat = 'toegekend' and l.gemeente = f.gemeente
        and l.aanbieder = f.aanbieder and l.categorie = f.categorie and l.code = f.code
        and f.peil >= l.van and (l.tot is null or f.peil <= l.tot)
        and ${TARIEFDAG} >= l.begin and (l.einde is null or ${TARIEFDAG} <= l.einde)
      where ${sql.join(grenzen, sql` and `)})`;
}

function groepen(per: readonly Indeling[]) {
  return per.length === 0 ? sql`1::int = 1` : sql.join(per.map((v) => sql.ref(v)));
}

function kolommen(per: readonly Indeling[]) {
  return sql.join([...per.map((v) => sql.ref(v)), sql``]);
}

function sleutelVan(per: readonly Indeling[]) {
  return per.length === 0 ? sql`''` : sql`json_build_array(${sql.join(per.map((v) => sql.ref(v)))})::text`;
}

function hoeveel(wanneer: string) {
  return sql`coalesce(sum(aantal) filter (where ${sql.raw(wanneer)}), 0)::bigint`;
}

function som(wanneer: string) {
  return sql`coalesce(sum(bedrag) filter (where ${sql.raw(wanneer)}), 0)::bigint`;
}
