import type { InsightQuery } from '../../gateway/reports.ts';
import { csv } from '../../reports/csv.ts';
import { kolommenVan } from '../../reports/telling.ts';
import { type Indeling, VERDELINGEN } from '../../reports/verdelingen.ts';
import { probleem } from '../problems.ts';
import type { ApiRequest, Handler } from '../vraag.ts';

const MAAND = /^[12]\d{3}-(0[1-9]|1[0-2])$/;
const UITLEG = `per is een of meer van ${VERDELINGEN.join(', ')} (met komma's), van en tot zijn maanden (JJJJ-MM), gemeente is 4 cijfers, vorm is json of csv.`;

/** GET /inzicht: counts and sums without persons; a gemeente of itself, an operator of its regions. JSON or CSV. */
export const getInzicht: Handler = async (vraag, { gateway }) => {
  const gevraagd = lees(vraag);
  if (gevraagd === undefined) return probleem('ongeldige-parameter', { detail: UITLEG });
  const { regio, gemeente } = vraag.query;
  const inzicht = await gateway.reports.insight(vraag.principal, { ...gevraagd, regio, gemeente });
  if (inzicht === undefined) return probleem('niet-gevonden');
  const { rijen, eigen } = inzicht;
  if (vraag.query.vorm !== 'csv') return { status: 200, body: { per: gevraagd.per, rijen } };
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="inzicht.csv"',
  };
  return { status: 200, headers, body: csv(kolommenVan(gevraagd.per, eigen), rijen) };
};

function lees({ query }: ApiRequest): Pick<InsightQuery, 'per' | 'van' | 'tot'> | undefined {
  const { van, tot, gemeente, vorm = 'json' } = query;
  const namen = (query.per ?? VERDELINGEN.join(',')).split(',').filter((naam) => naam !== '');
  const per = VERDELINGEN.filter((v) => namen.includes(v));
  const klopt = [
    namen.every((naam) => (VERDELINGEN as readonly string[]).includes(naam)),
    van === undefined || MAAND.test(van),
    tot === undefined || MAAND.test(tot),
    gemeente === undefined || /^\d{4}$/.test(gemeente),
    vorm === 'json' || vorm === 'csv',
  ];
  if (klopt.includes(false)) return undefined;
  return {
    per: per satisfies readonly Indeling[],
    ...(van === undefined ? {} : { van }),
    ...(tot === undefined ? {} : { tot }),
  };
}
