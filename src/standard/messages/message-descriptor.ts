import { type Aard, type BerichtType, type PartijRol, RELEASES, type Release } from '../message-types.ts';
import type { ElementPath } from '../path.ts';

/** Header elements that tell who a message is of, and what it is called. */
export interface HeaderPlaces {
  /** Holds the gemeentecode. */
  readonly gemeente: 'Afzender' | 'Ontvanger' | 'Gemeente';
  /** Holds the AGB code. */
  readonly aanbieder: 'Afzender' | 'Ontvanger' | 'Aanbieder';
  /** Below the Header: what the message is called by. */
  readonly identificatie:
    | 'BerichtIdentificatie/Identificatie'
    | 'DeclaratieFactuurIdentificatie/DeclarantFactuurNummer';
}

/** Something that must be unique beyond a lane (`rules/claims.ts` says over what), and the element that holds it. */
export interface ClaimSource {
  readonly soort: 'toewijzing' | 'referentieAanbieder' | 'declaratie' | 'prestatie';
  readonly element:
    | 'ToewijzingNummer'
    | 'ReferentieAanbieder'
    | 'DeclaratieNummer'
    | 'DeclarantFactuurNummer'
    | 'ReferentieNummer';
}

/** What differs between the releases of one message. */
export interface ReleaseFacts {
  /** Where the lines stand that a verdict acts on, as paths from Bericht that step into lists; none where it has none. */
  readonly lines: readonly ElementPath[];
  /** ToewijzingNummers that a decision may need: one for each line, one for the line of its reference, or none. */
  readonly besluitNummers: 'per-line' | 'one' | 'none';
  /**
   * Which must be known to judge it: those that it names by number alone, or all of its clients as well. A child may have many,
   * and one message after another would read them all.
   */
  readonly toewijzingen: 'genoemd' | 'van-clienten';
}

/** All that is asked of a message type. A fact without a value is said to have none: nothing here has a default. */
interface MessageFacts {
  readonly type: BerichtType;
  readonly aard: Aard;
  /** The role of the party that really sends it. */
  readonly zender: PartijRol;
  /** The type that answers it; null when nothing does. */
  readonly antwoord: BerichtType | null;
  /** BerichtCode values; the first is what the gateway writes. */
  readonly codes: readonly string[];
  readonly header: HeaderPlaces;
  /** Its Identificatie is its own and not that of what it answers: used once per sender and type (TR056). */
  readonly eigenIdentificatie: boolean;
  /** Path from Bericht to what the message that it answers is called; null when it answers none. */
  readonly naamVanHeen: ElementPath | null;
  /** By release; null where the release has no such message. */
  readonly perRelease: Readonly<Record<Release, ReleaseFacts | null>>;
  /** Berichtklassen that no other heenbericht has: a rule about several messages then speaks of this one. */
  readonly eigenKlassen: readonly string[];
  /** The kind of request that it makes. */
  readonly verzoek: 'VOT' | 'VOW' | null;
  /** It holds a decision on requests, which are open again when it is refused. */
  readonly beslist: boolean;
  /** Where a declaratie says its number and its DeclaratiePeriode: a path from Bericht, and the element below it. */
  readonly declaratie: {
    readonly in: 'Declaratie' | 'Header/DeclaratieFactuurIdentificatie';
    readonly nummer: 'DeclaratieNummer' | 'DeclarantFactuurNummer';
  } | null;
  /** Beside the one on its Identificatie. */
  readonly claims: readonly ClaimSource[];
  /** What was declared and paid must be known to judge it. */
  readonly overDeclaraties: boolean;
  /** What it shares with other messages of its lane beside the clients, numbers and references that it names. */
  readonly raakt: 'declaraties' | 'alles' | null;
  /** Numbers that judging it may use at most; those per line are one Identificatie and one ToewijzingNummer each. */
  readonly nummers: { readonly identificaties: number; readonly perLine: boolean };
  /** The term in which a party with a system of its own answers it; null when it is not answered. */
  readonly antwoordTermijn: 'retour' | 'declaratie-antwoord' | 'factuur-antwoord' | null;
}

export interface MessageDescriptor extends MessageFacts {
  /** The releases that have it, oldest first. */
  readonly releases: readonly Release[];
}

export function defineMessage(facts: MessageFacts): MessageDescriptor {
  return Object.freeze({ ...facts, releases: RELEASES.filter((release) => facts.perRelease[release] !== null) });
}
