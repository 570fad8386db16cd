import { clientUitVerzoek } from '../../replies/client-gegevens.ts';
import { stelToewijzingSamen } from '../../replies/jw301.ts';
import { herhaaldProduct, toegewezenProduct } from '../../replies/toegewezen-product.ts';
import { actueelOp } from '../../requests/actueel.ts';
import type { GevraagdProduct } from '../../requests/gevraagd.ts';
import type { Toekenning, WerkbakReden } from '../../requests/uitkomst.ts';
import { versieMoment } from '../../requests/versie-moment.ts';
import type { Toewijzing } from '../../rules/kennis.ts';
import { signaalbudgetVan } from '../../signaalbudget/maximum.ts';
import { validateInhoud } from '../../standard/validate.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import { antwoordVerwijzing } from '../antwoord-id.ts';
import { dagtekening } from '../opbouw.ts';
import { foutenIn, SamenstellingFout } from '../samenstelling.ts';
import type { VotContext } from './context.ts';

/** A request that is honoured, with what it gets. */
export interface Gehonoreerd {
  readonly gevraagd: GevraagdProduct;
  readonly toekenning: Toekenning;
}

export type Honorering =
  | { readonly kind: 'composed'; readonly bericht: Bericht; readonly toewijzingen: readonly Toewijzing[] }
  /** The gateway cannot compose it: all these requests wait for the gemeente. */
  | { readonly kind: 'not-possible'; readonly reden: WerkbakReden };

/**
 * One JW301 for all honoured products of a JW315, with the other current toewijzingen of the client (IV094, OP087), and
 * the toewijzingen that it brings. Throws a SamenstellingFout when the new products themselves make it invalid.
 */
export function honoreer(gehonoreerd: readonly Gehonoreerd[], context: VotContext): Honorering {
  const { invoer, toewijzingen } = context;
  const datum = dagtekening(invoer.kennis);
  const identificatie = invoer.nummers.identificatie();
  const nieuw = gehonoreerd.map((een) => nieuweToewijzing(een, identificatie, context));
  const eigen = nieuw.map(toegewezenProduct);
  const stel = (client: Groep, producten: readonly Groep[]) =>
    stelToewijzingSamen({
      release: invoer.bericht.release,
      afzender: context.partijen.gemeente,
      ontvanger: context.partijen.aanbieder,
      identificatie,
      dagtekening: datum,
      client,
      producten,
    });

  const kandidaten = clienten(context);
  const client = kandidaten.find((gegevens) => past(stel(gegevens, eigen))) ?? kandidaten[0];
  if (client === undefined) return { kind: 'not-possible', reden: 'zonder-postadres' };
  const bericht = stel(client, [...eigen, ...actueelOp(datum, toewijzingen).map(herhaaldProduct)]);
  const fouten = foutenIn(bericht, context.kennis, invoer.afspraken);
  if (fouten.length === 0) return { kind: 'composed', bericht, toewijzingen: nieuw };
  const zonderAndere = foutenIn(stel(client, eigen), context.kennis, invoer.afspraken);
  if (zonderAndere.length > 0) throw new SamenstellingFout(bericht, zonderAndere);
  return { kind: 'not-possible', reden: 'andere-toewijzingen' };
}

function past({ release, type, inhoud }: Bericht): boolean {
  return validateInhoud(release, type, inhoud).length === 0;
}

/** Where Client may come from, best first: what was kept may be of another release and not fit this one. */
function clienten({ invoer, client, partijen }: VotContext): Groep[] {
  const bewaard = invoer.kennis.clientGegevens(client);
  const postadres = invoer.afspraken.gemeente(partijen.gemeente)?.postadres;
  const uitVerzoek = postadres === undefined ? undefined : clientUitVerzoek(invoer.bericht.inhoud, postadres);
  return [bewaard, uitVerzoek].filter((gegevens) => gegevens !== undefined);
}

function nieuweToewijzing(
  { gevraagd, toekenning }: Gehonoreerd,
  identificatie: string,
  context: VotContext,
): Toewijzing {
  const { partijen, client, invoer } = context;
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
    sleutel: nummers.sleutel(),
    berichtId: antwoordVerwijzing(identificatie),
    voorlopig: afspraken.retourVan(partijen.aanbieder) === 'eigen',
    signaalbudget:
      signaalbudget === null ? signaalbudgetVan(inhoud, afspraken) : { soort: 'standaard', bedrag: signaalbudget },
  };
}
