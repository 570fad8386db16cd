import type { Afspraken } from '../agreements/afspraken.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import { type MaatwerkReden, maatwerkVoor } from '../requests/maatwerk.ts';
import { MAATWERK_TEKSTEN } from '../requests/teksten.ts';
import { versieMoment } from '../requests/versie-moment.ts';
import type { KennisData } from '../rules/kennis.ts';
import { maakKennis } from '../rules/kennis-lookups.ts';
import { isNa } from '../standard/datum.ts';
import type { Bericht } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import { antwoordVerwijzing } from './antwoord-id.ts';
import { samengesteldClaim } from './gevolgen.ts';
import { stelJw301Samen } from './jw301-samenstellen.ts';
import { alsAntwoord } from './leveren.ts';
import { metNasleep } from './nasleep.ts';
import type { Nummers } from './nummers.ts';
import { dagtekening } from './opbouw.ts';
import { signaalToegekend } from './signaal-stand.ts';
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
 * the other current ones (OP087; docs/decisions/signaalbudget.md). Same number, new Volume or Budget, no
 * ReferentieAanbieder.
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
  if (isNa(moment.toewijzingsdatum, dagtekening(kennis))) return geweigerd('moment-in-toekomst');
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
  const { gemeente, aanbieder, client } = oud;
  const opdracht = {
    release: '3.2',
    gemeente,
    aanbieder,
    client,
    identificatie,
    versies: [nieuw],
    clienten: [gegevens],
  } as const;
  const uitkomst = stelJw301Samen(opdracht, kennis, afspraken);
  if (uitkomst.kind === 'invalid') {
    // What came by iJW 2.3 may have units or codes that 3.2 does not know.
    if (uitkomst.bezwaren.every(({ regel }) => regel === 'XSD')) return geweigerd('alleen-oude-release');
    return geweigerd('in-strijd', uitkomst.bezwaren);
  }
  if (uitkomst.kind !== 'composed') return geweigerd('andere-toewijzingen');
  const verdict = toegekend(uitkomst.bericht, nieuw, invoer);
  return { kind: 'granted', verdict: metNasleep(verdict, { bericht: null, gemeente, aanbieder, kennis, afspraken }) };
}

function toegekend(bericht: Bericht, toewijzing: Toewijzing, invoer: MaatwerkInvoer): Verdict {
  return {
    berichtId: invoer.opdrachtId,
    status: 'goedgekeurd',
    bevindingen: [],
    claims: samengesteldClaim(bericht, invoer.opdrachtId),
    mutaties: [{ soort: 'toewijzing', toewijzing }, ...signaalToegekend(toewijzing, invoer.toewijzing)],
    antwoorden: [alsAntwoord(bericht, invoer.afspraken)],
    doorgeleverdAan: [],
    signalen: [],
    afsprakenVersie: invoer.afspraken.versie,
    regelsVersie: invoer.regelsVersie,
  };
}

function geweigerd(reden: MaatwerkReden, bezwaren: readonly Bevinding[] = []): MaatwerkUitkomst {
  const regels = [...new Set(bezwaren.map(({ regel }) => regel))];
  const waarom = regels.length === 0 ? '' : ` Regels: ${regels.join(', ')}.`;
  return { kind: 'refused', reden: `${MAATWERK_TEKSTEN[reden]}${waarom}` };
}
