import type { Afspraken } from '../../agreements/afspraken.ts';
import { bestaandeDatum } from '../../agreements/datum-vorm.ts';
import { legUit, type UitlegVraag } from '../../agreements/uitleg.ts';
import type { Sleutel } from '../../store/keys/contract.ts';
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
  const nu = await gateway.afspraken();
  if (!magVragen(vraag.sleutel, gevraagd, nu)) return probleem('niet-gevonden');
  const afspraken = nummer.versie === null ? nu : await gateway.afsprakenVan(nummer.versie);
  if (afspraken === undefined) return probleem('niet-gevonden');
  return { status: 200, body: { vraag: gevraagd, ...legUit(gevraagd, afspraken) } };
};

function lees({ query }: ApiRequest): UitlegVraag | undefined {
  const { gemeente = '', aanbieder = '', product = '', datum = '', categorie = null } = query;
  if (!/^\d{4}$/.test(gemeente) || !/^\d{8}$/.test(aanbieder) || !bestaandeDatum(datum)) return undefined;
  if (!/^[0-9A-Za-z]{1,5}$/.test(product) || (categorie !== null && !/^[0-9A-Z]{2}$/.test(categorie))) return undefined;
  return { gemeente, aanbieder, code: product, categorie, datum };
}

/** Contracts hold prices: a party asks for its own, an operator within its regions. */
function magVragen(sleutel: Sleutel, { gemeente, aanbieder }: UitlegVraag, afspraken: Afspraken): boolean {
  switch (sleutel.rol) {
    case 'beheerder':
      return true;
    case 'operator':
      return (sleutel.regios ?? []).includes(afspraken.regioVan(gemeente) ?? '');
    case 'gemeente':
      return afspraken.familie(sleutel.partij ?? '').includes(gemeente);
    case 'aanbieder':
      return sleutel.partij === aanbieder;
  }
}
