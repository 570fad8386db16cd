import type { Besluit } from '../../requests/besluit-keuze.ts';
import { leesGevraagd } from '../../requests/gevraagd.ts';
import { toeTeWijzen } from '../../requests/toe-te-wijzen.ts';
import { versieMoment } from '../../requests/versie-moment.ts';
import type { Toewijzing } from '../../rules/kennis.ts';
import { antwoordVerwijzing } from '../antwoord-id.ts';
import type { BesluitContext, Versies } from './invoer.ts';

/** The toewijzing that honours one AangevraagdProduct: as asked, or as the gemeente decides otherwise (IV094). */
export function versiesVot(
  context: BesluitContext,
  { anders, budget = null }: Extract<Besluit, { besluit: 'toewijzen' }>,
  identificatie: string,
): Versies {
  const { invoer, partijen, record, kennis } = context;
  const gevraagd = leesGevraagd(invoer.verzoek).find((product) => product.referentie === record.referentie);
  if (gevraagd === undefined) return { kind: 'refused', reden: 'onbekend' };
  const toegewezen = toeTeWijzen({ gevraagd, anders, budget, partijen }, invoer.afspraken);
  if (toegewezen.kind === 'refused') return toegewezen;
  const { gemeente, aanbieder } = partijen;
  const versie: Toewijzing = {
    ...toegewezen.inhoud,
    ...versieMoment(kennis.ontvangenOp, null),
    gemeente,
    aanbieder,
    client: record.client,
    nummer: invoer.nummers.toewijzingNummer(gemeente),
    redenWijziging: null,
    referentieAanbieder: gevraagd.referentie,
    sleutel: invoer.nummers.sleutel(),
    berichtId: antwoordVerwijzing(identificatie),
    voorlopig: invoer.afspraken.retourVan(aanbieder) === 'eigen',
    signaalbudget: toegewezen.signaalbudget,
  };
  return { kind: 'versions', versies: [versie], nieuw: [versie] };
}
