import type { Afspraken } from '../agreements/afspraken.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import { inAmsterdam } from '../standard/datum.ts';
import type { Bericht } from '../xml/tree.ts';
import { type Catalogus, type RegelsPerKlasse, regelsVoor } from './catalogue.ts';
import type { Kennis } from './kennis-lookups.ts';
import type { Klasse } from './klasse.ts';
import { klassenVan } from './klasse.ts';
import { leegLopend, neemOp } from './lopend.ts';
import { alleenInhoud } from './omgeving.ts';
import type { Oordeel } from './oordeel.ts';
import type { Omgeving, Opmerker } from './regel.ts';
import { Uitslag } from './uitslag.ts';
import { REGELS_VANAF } from './version.ts';
import { begrensd } from './verslag.ts';
import { behandelVolgorde } from './volgorde.ts';

/**
 * Level 2 alone: what can be judged with nothing but the message (`ijw-gateway check`), by the rules of a day; without one
 * by those with which this rule set began.
 */
export function judgeContent(bericht: Bericht, dag: string = REGELS_VANAF, catalogus: Catalogus = regelsVoor): Oordeel {
  return inhoudsoordeel(bericht, klassenVan(bericht), catalogus(bericht.type, bericht.release, 'inhoud', dag));
}

interface HowJudged {
  readonly catalogus?: Catalogus;
  /** Hears of each thing that was found. */
  readonly opmerker?: Opmerker | undefined;
}

/** What a message shows before anything is known: its classes, and level 2 by the rules of the day of receipt. */
export interface Voorwerk {
  readonly klassen: readonly Klasse[];
  readonly inhoud: Oordeel;
}

export function voorwerk(
  bericht: Bericht,
  ontvangenOp: Date,
  { catalogus = regelsVoor, opmerker }: HowJudged = {},
): Voorwerk {
  const klassen = klassenVan(bericht);
  const regels = catalogus(bericht.type, bericht.release, 'inhoud', inAmsterdam(ontvangenOp).datum);
  return { klassen, inhoud: inhoudsoordeel(bericht, klassen, regels, opmerker) };
}

/**
 * Levels 2 to 4, in that order; never stops at the first error within a level (docs/decisions/all-findings.md). By the rules of the day
 * on which the message was received. `al` is what `voorwerk` gave of this message, where it was asked already.
 */
export function judge(
  bericht: Bericht,
  kennis: Kennis,
  afspraken: Afspraken,
  { al, ...how }: HowJudged & { readonly al?: Voorwerk | undefined } = {},
): Oordeel {
  const { klassen, inhoud } = al ?? voorwerk(bericht, kennis.ontvangenOp, how);
  if (inhoud.niveau === 2) return inhoud;
  const { catalogus = regelsVoor, opmerker = () => {} } = how;
  const regels = catalogus(bericht.type, bericht.release, 'context', inAmsterdam(kennis.ontvangenOp).datum);
  const omgeving = { bericht, klassen, kennis, afspraken, lopend: leegLopend() };
  return contextoordeel(omgeving, regels, inhoud.bevindingen, opmerker);
}

function inhoudsoordeel(
  bericht: Bericht,
  klassen: readonly Klasse[],
  regels: RegelsPerKlasse,
  opmerker?: Opmerker,
): Oordeel {
  const omgeving = alleenInhoud(bericht, klassen);
  const uitslag = new Uitslag(klassen, opmerker);
  for (const klasse of klassen) {
    for (const regel of regels.get(klasse.naam) ?? []) uitslag.neem(regel, klasse, regel.toets(klasse, omgeving));
  }
  const niveau = uitslag.niveau === null ? null : 2;
  return {
    niveau,
    bevindingen: uitslag.bevindingen(),
    codes: new Map(),
    nietBeoordeeld: new Set(),
    lopend: omgeving.lopend,
  };
}

function contextoordeel(
  omgeving: Omgeving,
  regels: RegelsPerKlasse,
  signalen: readonly Bevinding[],
  opmerker: Opmerker,
): Oordeel {
  const { klassen, lopend } = omgeving;
  const uitslag = new Uitslag(klassen, opmerker);
  const nietBeoordeeld = new Set<string>();
  for (const klasse of behandelVolgorde(klassen)) {
    if (klasse.naam === 'Prestatie' && klasse.ouder !== null && uitslag.isAfgekeurd(klasse.ouder)) {
      nietBeoordeeld.add(klasse.pad);
      continue;
    }
    for (const regel of regels.get(klasse.naam) ?? []) uitslag.neem(regel, klasse, regel.toets(klasse, omgeving));
    if (!uitslag.treft(klasse)) neemOp(klasse, omgeving);
  }
  return {
    niveau: uitslag.niveau,
    bevindingen: begrensd([...signalen, ...uitslag.bevindingen()]),
    codes: uitslag.codes(),
    nietBeoordeeld,
    lopend,
  };
}
