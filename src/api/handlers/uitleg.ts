import { bestaandeDatum } from '../../agreements/datum-vorm.ts';
import type { UitlegVraag } from '../../agreements/uitleg.ts';
import { probleem } from '../problems.ts';
import type { ApiRequest, Handler } from '../vraag.ts';
import { versieNummer } from './versie-nummer.ts';

const UITLEG =
  'Geef gemeente (4 cijfers), aanbieder (8 cijfers), product (de productcode) en datum (JJJJ-MM-DD), en zo nodig categorie (2 tekens).';

/** GET /uitleg: whether a product could be assigned, and which contract, product and date decide, without a message. */
export const getUitleg: Handler = async (vraag, { gateway }) => {
  const gevraagd = lees(vraag);
  if (gevraagd === undefined) return probleem('ongeldige-parameter', { detail: UITLEG });
  const nummer = versieNummer(vraag);
  if (nummer.kind === 'fout') return nummer.antwoord;
  const uitleg = await gateway.agreements.explain(vraag.principal, gevraagd, nummer.versie);
  return uitleg === undefined ? probleem('niet-gevonden') : { status: 200, body: { vraag: gevraagd, ...uitleg } };
};

function lees({ query }: ApiRequest): UitlegVraag | undefined {
  const { gemeente = '', aanbieder = '', product = '', datum = '', categorie = null } = query;
  if (!/^\d{4}$/.test(gemeente) || !/^\d{8}$/.test(aanbieder) || !bestaandeDatum(datum)) return undefined;
  if (!/^[0-9A-Za-z]{1,5}$/.test(product) || (categorie !== null && !/^[0-9A-Z]{2}$/.test(categorie))) return undefined;
  return { gemeente, aanbieder, code: product, categorie, datum };
}
