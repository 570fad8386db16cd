import type { Afspraken } from '../agreements/afspraken.ts';
import type { ClientSleutel } from '../dossier/client-sleutel.ts';
import { claimSleutel, identificatieClaim } from '../rules/claims.ts';
import { BERICHT_SOORTEN, BERICHT_TYPES, type BerichtType } from '../standard/message-types.ts';
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
  readonly referentiesAanbieder: readonly string[];
  readonly prestatieReferenties: readonly string[];
  /** Prestaties and declaraties are wanted (JW323, JW303, JW325, JW304, JW301). */
  readonly declaraties: boolean;
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
] as const;
type Waarden = (naam: (typeof NAMEN)[number]) => readonly string[];

/** A JW301 among them: what it removes or lowers is held against what was paid. */
const OVER_DECLARATIES: ReadonlySet<BerichtType> = new Set(['JW323', 'JW303', 'JW325', 'JW304', 'JW301']);

/** The context that judging this message asks for, with every claim that it could make. */
export function kennisVraagVan(bericht: Bericht, bij: VraagOmstandigheid): KennisVraag {
  const { gemeente, aanbieder } = partijenVan(bericht);
  const uit: Waarden = waardenBij(bericht.inhoud, ...NAMEN);
  return {
    berichtId: bij.berichtId,
    ontvangenOp: bij.ontvangenOp,
    gemeenten: bij.afspraken.familie(gemeente),
    aanbieder,
    bsns: uit('Bsn'),
    toewijzingNummers: [...new Set(uit('ToewijzingNummer').map(Number))],
    referentiesAanbieder: uit('ReferentieAanbieder'),
    prestatieReferenties: [...new Set([...uit('ReferentieNummer'), ...uit('VorigReferentieNummer')])],
    declaraties: OVER_DECLARATIES.has(bericht.type),
    claims: mogelijkeClaims(bericht, gemeente, aanbieder, uit),
    beantwoordt: beantwoordtVan(bericht, gemeente, aanbieder),
  };
}

/** The context of a decision on the request in this message: also what was paid on toewijzingen that may go (TR385). */
export function besluitVraagVan(verzoek: Bericht, bij: VraagOmstandigheid): KennisVraag {
  return { ...kennisVraagVan(verzoek, bij), declaraties: true };
}

/** Keys of all claims that the verdict on this message could make; what exists of them is loaded before judging. */
function mogelijkeClaims(bericht: Bericht, gemeente: string, aanbieder: string, uit: Waarden): string[] {
  const identificatie = identificatieClaim(bericht);
  const claims = identificatie === null ? [] : [identificatie];
  if (bericht.type === 'JW301') {
    claims.push(...uit('ToewijzingNummer').map((n) => claimSleutel.toewijzing(gemeente, Number(n))));
  } else if (bericht.type === 'JW315' || bericht.type === 'JW317') {
    claims.push(...uit('ReferentieAanbieder').map((r) => claimSleutel.referentieAanbieder(aanbieder, r)));
  } else if (bericht.type === 'JW323' || bericht.type === 'JW303') {
    const nummers = uit(bericht.type === 'JW323' ? 'DeclaratieNummer' : 'DeclarantFactuurNummer');
    claims.push(...nummers.map((n) => claimSleutel.declaratie(aanbieder, n)));
    claims.push(...uit('ReferentieNummer').map((r) => claimSleutel.prestatie(aanbieder, r)));
  }
  return claims;
}

/** Where an answer names the message that it answers. */
const NAAM_VAN_HEEN: Partial<Record<BerichtType, string>> = {
  JW325: 'Header/DeclaratieIdentificatie/Identificatie',
  JW304: 'Header/DeclaratieFactuurIdentificatie/DeclarantFactuurNummer',
};

function beantwoordtVan(bericht: Bericht, gemeente: string, aanbieder: string): KennisVraag['beantwoordt'] {
  if (BERICHT_SOORTEN[bericht.type].aard === 'heen') return null;
  const type = BERICHT_TYPES.find((t) => BERICHT_SOORTEN[t].antwoord === bericht.type);
  const pad = NAAM_VAN_HEEN[bericht.type] ?? 'Header/BerichtIdentificatie/Identificatie';
  const identificatie = waardeVan(bericht.inhoud, pad);
  if (type === undefined || identificatie === undefined) return null;
  return { type, zender: BERICHT_SOORTEN[type].zender === 'gemeente' ? gemeente : aanbieder, identificatie };
}
