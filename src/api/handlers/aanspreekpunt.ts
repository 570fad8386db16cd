import type { ContactPointOutcome } from '../../gateway/dossiers.ts';
import { probleem } from '../problems.ts';
import type { PUT_AANSPREEKPUNT } from '../schemas/toewijzingen.ts';
import type { ApiReply, Handler } from '../vraag.ts';
import { adresVan } from './toewijzing.ts';

/**
 * GET …/aanspreekpunt: which of the aanbieders of this child is the one to speak to, for every aanbieder with a
 * toewijzing of it. It has no effect on what is paid: each is paid by itself.
 */
export const getAanspreekpunt: Handler = async (vraag, { gateway }) =>
  toon(await gateway.dossiers.contactPoint(vraag.principal, adresVan(vraag)));

/** PUT …/aanspreekpunt: the gemeente names an aanbieder for the child of this toewijzing, or nobody (null). */
export const putAanspreekpunt: Handler<typeof PUT_AANSPREEKPUNT> = async (vraag, { gateway }) =>
  toon(await gateway.dossiers.setContactPoint(vraag.principal, adresVan(vraag), vraag.body.aanbieder));

function toon(uitkomst: ContactPointOutcome): ApiReply {
  if (uitkomst.kind === 'unknown') return probleem('niet-gevonden');
  if (uitkomst.kind === 'unknown-aanbieder') {
    return probleem('niet-mogelijk', { detail: 'Deze aanbieder staat niet in de afspraken.' });
  }
  const { aanspreekpunt } = uitkomst;
  return { status: 200, headers: { 'cache-control': 'no-store' }, body: { aanspreekpunt } };
}
