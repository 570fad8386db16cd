import { csv } from '../../reports/csv.ts';
import { kolommenVan } from '../../reports/telling.ts';
import { type Indeling, VERDELINGEN } from '../../reports/verdelingen.ts';
import { probleem } from '../problems.ts';
import type { GET_INZICHT } from '../schemas/inzicht.ts';
import type { Handler } from '../vraag.ts';

/** GET /inzicht: counts and sums without persons; a gemeente of itself, an operator of its regions. JSON or CSV. */
export const getInzicht: Handler<typeof GET_INZICHT> = async (vraag, { gateway }) => {
  const { van, tot, regio, gemeente } = vraag.query;
  const namen = vraag.query.per.split(',');
  const per: readonly Indeling[] = VERDELINGEN.filter((v) => namen.includes(v));
  const gevraagd = { per, ...(van === undefined ? {} : { van }), ...(tot === undefined ? {} : { tot }) };
  const inzicht = await gateway.reports.insight(vraag.principal, { ...gevraagd, regio, gemeente });
  if (inzicht === undefined) return probleem('niet-gevonden');
  const { rijen, eigen } = inzicht;
  if (vraag.query.vorm !== 'csv') return { status: 200, body: { per, rijen } };
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="inzicht.csv"',
  };
  return { status: 200, headers, body: csv(kolommenVan(per, eigen), rijen) };
};
