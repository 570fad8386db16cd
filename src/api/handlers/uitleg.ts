import type { Afspraken } from '../../agreements/afspraken.ts';
import { legUit, type UitlegVraag } from '../../agreements/uitleg.ts';
import type { Sleutel } from '../../store/keys/contract.ts';
import { probleem } from '../problems.ts';
import type { GET_UITLEG } from '../schemas/uitleg.ts';
import type { Handler } from '../vraag.ts';

/** GET /uitleg: whether a product could be assigned, and which contract, product and date decide, without a message. */
export const getUitleg: Handler<typeof GET_UITLEG> = async (vraag, { gateway }) => {
  const { gemeente, aanbieder, product: code, categorie = null, datum, versie } = vraag.query;
  const gevraagd: UitlegVraag = { gemeente, aanbieder, code, categorie, datum };
  const nu = await gateway.afspraken();
  if (!magVragen(vraag.sleutel, gevraagd, nu)) return probleem('niet-gevonden');
  const afspraken = versie === undefined ? nu : await gateway.afsprakenVan(versie);
  if (afspraken === undefined) return probleem('niet-gevonden');
  return { status: 200, body: { vraag: gevraagd, ...legUit(gevraagd, afspraken) } };
};

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
