import type { Afspraken } from '../agreements/afspraken.ts';
import type { ClientSleutel } from '../dossier/client-sleutel.ts';
import { claimsVan, identificatieClaim } from '../rules/claims.ts';
import type { BerichtType } from '../standard/message-types.ts';
import { answeredBy, MESSAGES } from '../standard/messages/index.ts';
import { partijenVan } from '../xml/partijen.ts';
import type { Bericht } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import { waardenBij } from './waarden-bij.ts';

/** What must be known about one message before it can be judged: the keys for the context queries. */
export interface KennisVraag {
  readonly berichtId: string;
  readonly ontvangenOp: Date;
  readonly gemeenten: readonly string[];
  readonly aanbieder: string;
  readonly bsns: readonly string[];
  /** Clients that are named by key instead of BSN (a grant, a werkbak decision): their sets are loaded as well. */
  readonly clienten?: readonly ClientSleutel[];
  readonly toewijzingNummers: readonly number[];
  /** Toewijzingen of its clients are wanted too, beside those that it names. */
  readonly alleToewijzingen: boolean;
  readonly referentiesAanbieder: readonly string[];
  readonly prestatieReferenties: readonly string[];
  /** Numbers of declaraties that it names. */
  readonly declaratieNummers: readonly string[];
  /** Prestaties and declaraties are wanted (JW323, JW303, JW325, JW304, JW301). */
  readonly declaraties: boolean;
  /** Requests are wanted: of those that it names, that its clients have, or that what it answers decided. */
  readonly verzoeken: boolean;
  /** What a JW301 says of its client is wanted: only a request is honoured by one that the gateway composes. */
  readonly clientGegevens: boolean;
  readonly claims: readonly string[];
  /** For retourberichten: type and Identificatie of what is answered; for JW325/JW304: the DeclaratieIdentificatie or nummer. */
  readonly beantwoordt: { readonly type: BerichtType; readonly zender: string; readonly identificatie: string } | null;
}

export interface VraagOmstandigheid {
  readonly berichtId: string;
  readonly ontvangenOp: Date;
  readonly afspraken: Afspraken;
}

const NAMEN = [
  'Bsn',
  'ToewijzingNummer',
  'ReferentieAanbieder',
  'ReferentieNummer',
  'VorigReferentieNummer',
  'DeclaratieNummer',
  'DeclarantFactuurNummer',
  'StatusAanlevering',
] as const;
type Waarden = (naam: (typeof NAMEN)[number]) => readonly string[];

/** The context that judging this message asks for, with every claim that it could make. */
export function kennisVraagVan(bericht: Bericht, bij: VraagOmstandigheid): KennisVraag {
  const { gemeente, aanbieder } = partijenVan(bericht);
  const uit: Waarden = waardenBij(bericht.inhoud, ...NAMEN);
  const { overDeclaraties, verzoek, beslist, perRelease } = MESSAGES[bericht.type];
  const referentiesAanbieder = uit('ReferentieAanbieder');
  const beantwoordt = beantwoordtVan(bericht, gemeente, aanbieder);
  return {
    berichtId: bij.berichtId,
    ontvangenOp: bij.ontvangenOp,
    gemeenten: bij.afspraken.familie(gemeente),
    aanbieder,
    bsns: uit('Bsn'),
    toewijzingNummers: [...new Set(uit('ToewijzingNummer').map(Number))],
    // What is taken back may have named another toewijzing than the message that takes it back.
    alleToewijzingen: perRelease[bericht.release]?.toewijzingen !== 'genoemd' || uit('StatusAanlevering').includes('3'),
    referentiesAanbieder,
    prestatieReferenties: [...new Set([...uit('ReferentieNummer'), ...uit('VorigReferentieNummer')])],
    declaratieNummers: [...new Set([...uit('DeclaratieNummer'), ...uit('DeclarantFactuurNummer')])],
    declaraties: overDeclaraties,
    verzoeken: verzoek !== null || beslist || beantwoordt !== null || referentiesAanbieder.length > 0,
    clientGegevens: verzoek !== null,
    claims: mogelijkeClaims(bericht, uit),
    beantwoordt,
  };
}

/** The context of a decision on the request in this message: also what was paid on toewijzingen that may go (TR385). */
export function besluitVraagVan(verzoek: Bericht, bij: VraagOmstandigheid): KennisVraag {
  return { ...kennisVraagVan(verzoek, bij), declaraties: true };
}

/** Keys of all claims that the verdict on this message could make; what exists of them is loaded before judging. */
function mogelijkeClaims(bericht: Bericht, uit: Waarden): string[] {
  const identificatie = identificatieClaim(bericht);
  const eigen = identificatie === null ? [] : [identificatie];
  return [...eigen, ...claimsVan(bericht, uit).map(({ sleutel }) => sleutel)];
}

function beantwoordtVan(bericht: Bericht, gemeente: string, aanbieder: string): KennisVraag['beantwoordt'] {
  const { naamVanHeen } = MESSAGES[bericht.type];
  const type = answeredBy(bericht.type);
  const identificatie = naamVanHeen === null ? undefined : waardeVan(bericht.inhoud, naamVanHeen);
  if (type === undefined || identificatie === undefined) return null;
  return { type, zender: MESSAGES[type].zender === 'gemeente' ? gemeente : aanbieder, identificatie };
}
