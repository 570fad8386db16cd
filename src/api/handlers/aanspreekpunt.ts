import { probleem } from '../problems.ts';
import type { PUT_AANSPREEKPUNT } from '../schemas/toewijzingen.ts';
import type { Api, ApiReply, ApiRequest, Handler } from '../vraag.ts';
import { vindToewijzing } from './toewijzing.ts';

/**
 * GET …/aanspreekpunt: which of the aanbieders of this child is the one to speak to, for every aanbieder with a
 * toewijzing of it. It has no effect on what is paid: each is paid by itself.
 */
export const getAanspreekpunt: Handler = (vraag, api) => toon(vraag, api);

/** PUT …/aanspreekpunt: the gemeente names an aanbieder for the child of this toewijzing, or nobody (null). */
export const putAanspreekpunt: Handler<typeof PUT_AANSPREEKPUNT> = async (vraag, api) => {
  const beeld = await vindToewijzing(vraag, api);
  if (beeld === undefined) return probleem('niet-gevonden');
  const { gemeente, client } = beeld.huidig;
  const { aanbieder } = vraag.body;
  if (aanbieder !== null && (await api.gateway.afspraken()).aanbieder(aanbieder) === undefined) {
    return probleem('niet-mogelijk', { detail: 'Deze aanbieder staat niet in de afspraken.' });
  }
  await api.gateway.store.setContactPoint({ gemeente, client, aanbieder, door: vraag.sleutel.id, op: api.nu() });
  return toon(vraag, api);
};

async function toon(vraag: Pick<ApiRequest, 'sleutel' | 'params'>, api: Api): Promise<ApiReply> {
  const beeld = await vindToewijzing(vraag, api);
  if (beeld === undefined) return probleem('niet-gevonden');
  const { gemeente, client } = beeld.huidig;
  const afspraken = await api.gateway.afspraken();
  const opvolger = afspraken.gemeente(gemeente)?.opvolger ?? gemeente;
  const punt = await api.gateway.store.contactPoint(afspraken.familie(opvolger), client);
  const aanspreekpunt =
    punt === undefined
      ? null
      : { aanbieder: punt.aanbieder, naam: afspraken.aanbieder(punt.aanbieder)?.naam ?? null, sinds: punt.op };
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: { aanspreekpunt } };
}
