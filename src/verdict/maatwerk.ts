import type { Afspraken } from '../agreements/afspraken.ts';
import { stelToewijzingSamen } from '../replies/jw301.ts';
import { herhaaldProduct, toegewezenProduct } from '../replies/toegewezen-product.ts';
import { actueelOp } from '../requests/actueel.ts';
import { type MaatwerkReden, maatwerkVoor } from '../requests/maatwerk.ts';
import { MAATWERK_TEKSTEN } from '../requests/teksten.ts';
import { versieMoment } from '../requests/versie-moment.ts';
import type { KennisData, Toewijzing } from '../rules/kennis.ts';
import { type Kennis, maakKennis } from '../rules/kennis-lookups.ts';
import type { Bericht, Groep } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import { antwoordVerwijzing } from './antwoord-id.ts';
import { samengesteldClaim } from './gevolgen.ts';
import { alsAntwoord } from './leveren.ts';
import type { Nummers } from './nummers.ts';
import { dagtekening } from './opbouw.ts';
import { foutenIn, SamenstellingFout } from './samenstelling.ts';
import type { Verdict } from './verdict.ts';

export interface MaatwerkInvoer {
  /** Id of the command; stands in the verdict where a message has its own. */
  readonly opdrachtId: string;
  /** The current version. */
  readonly toewijzing: Toewijzing;
  /** The new ceiling, eurocents. */
  readonly bedrag: number;
  readonly kennis: KennisData;
  readonly afspraken: Afspraken;
  readonly nummers: Nummers;
  readonly regelsVersie: string;
}

export type MaatwerkUitkomst =
  | { readonly kind: 'granted'; readonly verdict: Verdict }
  /** `reden` is a Dutch sentence. */
  | { readonly kind: 'refused'; readonly reden: string };

/** RedenWijziging (JZ002): geïnitieerd door de aanbieder. */
const DOOR_AANBIEDER = '12';

/**
 * A maatwerksignaalbudget that the gemeente grants: a new version of the toewijzing, sent to both parties in a JW301 with
 * the other current ones (DESIGN 5.5, OP087). Same number, new Volume or Budget, no ReferentieAanbieder.
 */
export function verleenMaatwerk(invoer: MaatwerkInvoer): MaatwerkUitkomst {
  const { toewijzing: oud, bedrag, afspraken, nummers } = invoer;
  const maatwerk = maatwerkVoor(oud, bedrag, afspraken);
  if (maatwerk.kind === 'refused') return geweigerd(maatwerk.reden);
  const gegevens = invoer.kennis.clientGegevens[oud.client];
  const bsn = gegevens && waardeVan(gegevens, 'Bsn');
  if (gegevens === undefined || bsn === undefined) return geweigerd('zonder-clientgegevens');

  // A command holds no BSN; the kept Client does.
  const kennis = maakKennis({ ...invoer.kennis, clienten: { ...invoer.kennis.clienten, [bsn]: oud.client } });
  const moment = versieMoment(kennis.ontvangenOp, oud);
  if (moment.toewijzingsdatum > dagtekening(kennis)) return geweigerd('moment-in-toekomst');
  const identificatie = nummers.identificatie();
  const nieuw: Toewijzing = {
    ...oud,
    ...maatwerk.wijziging,
    ...moment,
    redenWijziging: DOOR_AANBIEDER,
    referentieAanbieder: null,
    berichtId: antwoordVerwijzing(identificatie),
    voorlopig: afspraken.retourVan(oud.aanbieder) === 'eigen',
    signaalbudget: { soort: 'maatwerk', bedrag },
  };
  const bericht = stelSamen(nieuw, gegevens, identificatie, kennis, afspraken);
  return bericht === null
    ? geweigerd('andere-toewijzingen')
    : { kind: 'granted', verdict: toegekend(bericht, nieuw, invoer) };
}

/** Null when only the other current toewijzingen make it invalid; throws when the new version itself does. */
function stelSamen(
  nieuw: Toewijzing,
  client: Groep,
  identificatie: string,
  kennis: Kennis,
  afspraken: Afspraken,
): Bericht | null {
  const datum = dagtekening(kennis);
  const andere = actueelOp(datum, kennis.toewijzingenVan(nieuw.client)).filter((t) => t.sleutel !== nieuw.sleutel);
  const { gemeente: afzender, aanbieder: ontvanger } = nieuw;
  const kop = { release: '3.2', afzender, ontvanger, identificatie, dagtekening: datum, client } as const;
  const eigen = toegewezenProduct(nieuw);
  const bericht = stelToewijzingSamen({ ...kop, producten: [eigen, ...andere.map(herhaaldProduct)] });
  if (foutenIn(bericht, kennis, afspraken).length === 0) return bericht;
  const alleen = foutenIn(stelToewijzingSamen({ ...kop, producten: [eigen] }), kennis, afspraken);
  if (alleen.length > 0) throw new SamenstellingFout(bericht, alleen);
  return null;
}

function toegekend(bericht: Bericht, toewijzing: Toewijzing, invoer: MaatwerkInvoer): Verdict {
  return {
    berichtId: invoer.opdrachtId,
    status: 'goedgekeurd',
    bevindingen: [],
    claims: samengesteldClaim(bericht, invoer.opdrachtId),
    mutaties: [{ soort: 'toewijzing', toewijzing }],
    antwoorden: [alsAntwoord(bericht, invoer.afspraken)],
    doorgeleverdAan: [],
    signalen: [],
    afsprakenVersie: invoer.afspraken.versie,
    regelsVersie: invoer.regelsVersie,
  };
}

function geweigerd(reden: MaatwerkReden): MaatwerkUitkomst {
  return { kind: 'refused', reden: MAATWERK_TEKSTEN[reden] };
}
