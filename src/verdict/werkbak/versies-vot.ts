import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { type Besluit, wijktAf } from '../../requests/besluit-keuze.ts';
import { leesGevraagd } from '../../requests/gevraagd.ts';
import { type ToeTeWijzen, toeTeWijzen } from '../../requests/toe-te-wijzen.ts';
import { versieMoment } from '../../requests/versie-moment.ts';
import { antwoordVerwijzing } from '../antwoord-id.ts';
import { toewijzingSleutel } from '../toewijzing/toewijzing-sleutel.ts';
import type { BesluitContext, Versies } from './invoer.ts';

/**
 * The toewijzing that honours one AangevraagdProduct: as asked, or as the gemeente decides otherwise (IV094). Products that
 * share their reference (iJW 2.3) are one request: all of them, as asked.
 */
export function versiesVot(
  context: BesluitContext,
  { anders, budget = null }: Extract<Besluit, { besluit: 'toewijzen' }>,
  identificatie: string,
): Versies {
  const { invoer, partijen, record } = context;
  const gevraagd = leesGevraagd(invoer.verzoek).filter((product) => product.referentie === record.referentie);
  if (gevraagd.length === 0) return { kind: 'refused', reden: 'onbekend' };
  if (gevraagd.length > 1 && (wijktAf(anders) || budget !== null)) {
    return { kind: 'refused', reden: 'gedeelde-referentie' };
  }
  const versies: Toewijzing[] = [];
  for (const product of gevraagd) {
    const toegewezen = toeTeWijzen({ gevraagd: product, anders, budget, partijen }, invoer.afspraken);
    if (toegewezen.kind === 'refused') return toegewezen;
    versies.push(nieuweVersie(toegewezen, context, identificatie));
  }
  return { kind: 'versions', versies, nieuw: versies };
}

function nieuweVersie(
  toegewezen: Extract<ToeTeWijzen, { kind: 'assigned' }>,
  { invoer, partijen, record, kennis }: BesluitContext,
  identificatie: string,
): Toewijzing {
  const { gemeente, aanbieder } = partijen;
  const inhoud = {
    ...toegewezen.inhoud,
    ...versieMoment(kennis.ontvangenOp, null),
    gemeente,
    aanbieder,
    client: record.client,
    nummer: invoer.nummers.toewijzingNummer(gemeente),
    redenWijziging: null,
    referentieAanbieder: record.referentie,
  };
  return {
    ...inhoud,
    sleutel: toewijzingSleutel(inhoud),
    berichtId: antwoordVerwijzing(identificatie),
    voorlopig: invoer.afspraken.retourVan(aanbieder) === 'eigen',
    signaalbudget: toegewezen.signaalbudget,
  };
}
