import type { ContactPointOutcome } from '../../gateway/dossiers.ts';
import { invoerToets } from '../invoer.ts';
import { probleem } from '../problems.ts';
import type { ApiReply, Handler } from '../vraag.ts';
import { adresVan } from './toewijzing.ts';

const toets = invoerToets<{ readonly aanbieder: string | null }>({
  type: 'object',
  required: ['aanbieder'],
  additionalProperties: false,
  properties: { aanbieder: { type: ['string', 'null'], pattern: '^[0-9]{8}$' } },
});

/**
 * GET …/aanspreekpunt: which of the aanbieders of this child is the one to speak to, for every aanbieder with a
 * toewijzing of it. It has no effect on what is paid: each is paid by itself.
 */
export const getAanspreekpunt: Handler = async (vraag, { gateway }) => {
  const adres = adresVan(vraag);
  return adres === undefined
    ? probleem('niet-gevonden')
    : toon(await gateway.dossiers.contactPoint(vraag.principal, adres));
};

/** PUT …/aanspreekpunt: the gemeente names an aanbieder for the child of this toewijzing, or nobody (null). */
export const putAanspreekpunt: Handler = async (vraag, { gateway }) => {
  const invoer = toets(vraag.body);
  if (invoer.kind === 'fout') return invoer.antwoord;
  const adres = adresVan(vraag);
  if (adres === undefined) return probleem('niet-gevonden');
  return toon(await gateway.dossiers.setContactPoint(vraag.principal, adres, invoer.waarde.aanbieder));
};

function toon(uitkomst: ContactPointOutcome): ApiReply {
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'unknown-aanbieder') {
    return probleem('niet-mogelijk', { detail: 'Deze aanbieder staat niet in de afspraken.' });
  }
  const { aanspreekpunt } = uitkomst;
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: { aanspreekpunt } };
}
