import type { AfsprakenDocument } from '../../agreements/document.ts';
import { afgeschermdeRijen } from '../../reports/afscherming.ts';
import { csv } from '../../reports/csv.ts';
import { kaartVan } from '../../reports/kaart.ts';
import { afgeschermd, kolommenVan } from '../../reports/telling.ts';
import { type Indeling, VERDELINGEN } from '../../reports/verdelingen.ts';
import { probleem } from '../problems.ts';
import type { GET_INZICHT } from '../schemas/inzicht.ts';
import type { ApiRequest, Handler } from '../vraag.ts';
import { type Zicht, zichtVan } from '../zicht.ts';

const MEESTE_RIJEN = 50_000;
/** GET /inzicht: counts and sums without persons; a gemeente of itself, an operator of its regions. JSON or CSV. */
export const getInzicht: Handler<typeof GET_INZICHT> = async (vraag, { gateway }) => {
  const { van, tot } = vraag.query;
  const namen = vraag.query.per.split(',');
  const per: readonly Indeling[] = VERDELINGEN.filter((v) => namen.includes(v));
  const gevraagd = { per, ...(van === undefined ? {} : { van }), ...(tot === undefined ? {} : { tot }) };
  const document = (await gateway.store.latestAgreements())?.document;
  if (document === undefined) return probleem('niet-gevonden');
  const zicht = await zichtVan(vraag.sleutel, gateway);
  const gemeenten = gezien(vraag, zicht, document);
  const kaart = kaartVan(document);
  const uitsnede = { ...gevraagd, ...(gemeenten === undefined ? {} : { gemeenten }) };
  const tellingen = await gateway.store.insightCounts({ ...uitsnede, kaart, limit: MEESTE_RIJEN });
  const eigen = zicht.kind === 'partijen';
  const rijen = eigen
    ? tellingen.map((telling) => afgeschermd(telling, true))
    : afgeschermdeRijen(tellingen, await gateway.store.insightCells(kaart), uitsnede);
  if (vraag.query.vorm !== 'csv') return { status: 200, body: { per: gevraagd.per, rijen } };
  const headers = {
    'content-type': 'text/csv; charset=utf-8',
    'content-disposition': 'attachment; filename="inzicht.csv"',
  };
  return { status: 200, headers, body: csv(kolommenVan(gevraagd.per, eigen), rijen) };
};

/** The gemeenten that the key may see, narrowed as asked; undefined: all. */
function gezien(
  { query }: ApiRequest<typeof GET_INZICHT>,
  zicht: Zicht,
  { gemeenten }: AfsprakenDocument,
): readonly string[] | undefined {
  const inRegio = (regios: readonly string[]) => gemeenten.filter((g) => regios.includes(g.regio)).map((g) => g.code);
  let mag: readonly string[] | undefined;
  if (zicht.kind === 'partijen') mag = zicht.partijen;
  if (zicht.kind === 'regios') mag = inRegio(zicht.regios);
  const gevraagd = [
    ...(query.regio === undefined ? [] : [inRegio([query.regio])]),
    ...(query.gemeente === undefined ? [] : [[query.gemeente]]),
  ];
  for (const deel of gevraagd) mag = mag === undefined ? deel : mag.filter((code) => deel.includes(code));
  return mag;
}
