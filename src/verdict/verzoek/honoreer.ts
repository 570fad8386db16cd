import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { Bevinding } from '../../findings/bevinding.ts';
import type { GevraagdProduct } from '../../requests/gevraagd.ts';
import type { Toekenning, WerkbakReden } from '../../requests/uitkomst.ts';
import { versieMoment } from '../../requests/versie-moment.ts';
import { signaalbudgetVan } from '../../signaalbudget/maximum.ts';
import type { Bericht } from '../../xml/tree.ts';
import { antwoordVerwijzing } from '../antwoord-id.ts';
import { clientBronnen, stelJw301Samen } from '../jw301-samenstellen.ts';
import { toewijzingSleutel } from '../toewijzing/toewijzing-sleutel.ts';
import type { VotContext } from './context.ts';

/** A request that is honoured, with what it gets. */
export interface Gehonoreerd {
  readonly gevraagd: GevraagdProduct;
  readonly toekenning: Toekenning;
}

export type Honorering =
  | { readonly kind: 'composed'; readonly bericht: Bericht; readonly toewijzingen: readonly Toewijzing[] }
  /** The gateway cannot compose it: all these requests wait for the gemeente. */
  | { readonly kind: 'not-possible'; readonly reden: WerkbakReden; readonly bezwaren: readonly Bevinding[] };

/**
 * One JW301 for all honoured products of a JW315, with the other current toewijzingen of the client (IV094, OP087), and
 * the toewijzingen that it brings.
 */
export function honoreer(gehonoreerd: readonly Gehonoreerd[], context: VotContext): Honorering {
  const { invoer, client, kennis } = context;
  const { gemeente, aanbieder } = context.partijen;
  const identificatie = invoer.nummers.identificatie();
  const versies = gehonoreerd.map((een) => nieuweToewijzing(een, identificatie, context));
  const clienten = clientBronnen({ gemeente, client }, invoer.bericht, kennis, invoer.afspraken);
  const { release } = invoer.bericht;
  const opdracht = { release, gemeente, aanbieder, client, identificatie, versies, clienten };
  const uitkomst = stelJw301Samen(opdracht, kennis, invoer.afspraken);
  switch (uitkomst.kind) {
    case 'composed':
      return { kind: 'composed', bericht: uitkomst.bericht, toewijzingen: versies };
    case 'no-client':
      return { kind: 'not-possible', reden: 'zonder-postadres', bezwaren: [] };
    case 'together-invalid':
      return { kind: 'not-possible', reden: 'andere-toewijzingen', bezwaren: uitkomst.bezwaren };
    case 'others-invalid':
      return { kind: 'not-possible', reden: 'andere-toewijzingen', bezwaren: [] };
    case 'invalid':
      return { kind: 'not-possible', reden: 'antwoord-in-strijd', bezwaren: uitkomst.bezwaren };
  }
}

function nieuweToewijzing(
  { gevraagd, toekenning }: Gehonoreerd,
  identificatie: string,
  { partijen, client, invoer }: VotContext,
): Toewijzing {
  const { afspraken, nummers, kennis } = invoer;
  const inhoud = {
    gemeente: partijen.gemeente,
    aanbieder: partijen.aanbieder,
    client,
    nummer: nummers.toewijzingNummer(partijen.gemeente),
    categorie: gevraagd.categorie,
    code: gevraagd.code,
    ingangsdatum: gevraagd.ingangsdatum,
    einddatum: gevraagd.einddatum,
    ...versieMoment(kennis.ontvangenOp, null),
    redenWijziging: null,
    ...toekenning.omvang,
    budget: null,
    referentieAanbieder: gevraagd.referentie,
  };
  const { signaalbudget } = toekenning;
  return {
    ...inhoud,
    sleutel: toewijzingSleutel(inhoud),
    berichtId: antwoordVerwijzing(identificatie),
    voorlopig: afspraken.retourVan(partijen.aanbieder) === 'eigen',
    signaalbudget:
      signaalbudget === null ? signaalbudgetVan(inhoud, afspraken) : { soort: 'standaard', bedrag: signaalbudget },
  };
}
