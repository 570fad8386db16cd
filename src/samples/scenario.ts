import type { AfsprakenDocument } from '../agreements/document.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import { partijenVan } from '../xml/partijen.ts';
import type { Bericht } from '../xml/tree.ts';
import { type AndereAfspraken, afspraken } from './afspraken.ts';
import { type Decor, decorVoor, type Omstandigheid } from './decor.ts';
import { met } from './wijzig.ts';

/** What the table of a family says of one set; every message of it is sent on the day of the decor. */
export interface Verloop {
  /** What went before: messages that are accepted (or, where the rule asks for it, refused), in order of sending. */
  readonly voor?: readonly Bericht[];
  /** The message that breaks the rule. */
  readonly fout: Bericht;
  /** The same message as it should have been. */
  readonly goed: Bericht;
  /** What went before the good message, where that makes the difference. */
  readonly voorGoed?: readonly Bericht[];
  readonly afspraken?: AndereAfspraken;
}

/** A row of a table: how a rule is broken, in these releases. */
export interface Sjabloon {
  readonly regel: string;
  readonly releases: readonly Release[];
  /** Tells the sets of one rule apart; empty when there is one for each type of message. */
  readonly naam: string;
  readonly maak: (decor: Decor) => Verloop;
}

/** A failing sample and its passing twin, ready to be sent to a gateway that knows nothing yet. */
export interface Scenario {
  readonly regel: string;
  readonly release: Release;
  /** Of the failing message. */
  readonly type: BerichtType;
  readonly naam: string;
  readonly vandaag: string;
  readonly afspraken: AfsprakenDocument;
  /** In order of sending; the last one breaks the rule. */
  readonly fout: readonly Bericht[];
  /** The same set, in which the last one passes. */
  readonly goed: readonly Bericht[];
}

export function sjabloon(
  regel: string,
  releases: readonly Release[],
  maak: Sjabloon['maak'],
  naam: string = '',
): Sjabloon {
  return { regel, releases, naam, maak };
}

/** The numbers of a set follow from its rule, its release and its place among the rows of that rule. */
export function scenariosVan(sjablonen: readonly Sjabloon[], omstandigheid: Omstandigheid): Scenario[] {
  const gezien = new Map<string, number>();
  return sjablonen.flatMap((rij) => {
    const plaats = (gezien.get(rij.regel) ?? 0) + 1;
    gezien.set(rij.regel, plaats);
    return rij.releases.map((release) =>
      scenarioVan(rij, decorVoor(omstandigheid, release, `${rij.regel} ${release} ${plaats}`)),
    );
  });
}

function scenarioVan({ regel, naam, maak }: Sjabloon, decor: Decor): Scenario {
  const { voor = [], fout, goed, voorGoed = voor, afspraken: anders } = maak(decor);
  return {
    regel,
    release: decor.release,
    type: fout.type,
    naam,
    vandaag: decor.vandaag,
    afspraken: afspraken(decor, anders),
    fout: genummerd([...voor, fout], decor, { elders: voor, laatste: 99 }),
    goed: genummerd([...voorGoed, goed], decor, { elders: voor, laatste: 98 }),
  };
}

const IDENTIFICATIE = 'Header/BerichtIdentificatie/Identificatie';

/**
 * Gives each message that has none yet an Identificatie: the number of the set and its place in it, the last one `laatste`.
 * What the twin has before it gets the number that it has in the failing set (`elders`) where it is the same message, else
 * one of its own: both sets can be sent to one gateway, and the twin is not refused for the name of the other.
 */
function genummerd(
  berichten: readonly Bericht[],
  { nummer }: Decor,
  { elders, laatste }: { readonly elders: readonly Bericht[]; readonly laatste: number },
): Bericht[] {
  return berichten.map((bericht, i) => {
    const nog = bericht.inhoud.Header as { BerichtIdentificatie?: { Identificatie?: string } };
    if (nog.BerichtIdentificatie?.Identificatie !== '') return bericht;
    const eigen = JSON.stringify(bericht) === JSON.stringify(elders[i]) ? 1 : EIGEN_VANAF;
    const plaats = i === berichten.length - 1 ? laatste : i + eigen;
    return met(bericht, [IDENTIFICATIE, `${nummer}${String(plaats).padStart(2, '0')}`]);
  });
}

/** Where the numbers begin of what only the twin has before it. */
const EIGEN_VANAF = 51;

/** Who sends it: a gemeentecode or an AGB code. */
export function afzenderVan(bericht: Bericht): string {
  return partijenVan(bericht).zender;
}
