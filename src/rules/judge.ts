import type { Afspraken } from '../agreements/afspraken.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import type { Bericht } from '../xml/tree.ts';
import { regelsVoor } from './catalogue.ts';
import type { Kennis } from './kennis-lookups.ts';
import type { Klasse } from './klasse.ts';
import { klassenVan } from './klasse.ts';
import { leegLopend, neemOp } from './lopend.ts';
import { alleenInhoud } from './omgeving.ts';
import type { Oordeel } from './oordeel.ts';
import type { Omgeving } from './regel.ts';
import { Uitslag } from './uitslag.ts';
import { begrensd } from './verslag.ts';
import { behandelVolgorde } from './volgorde.ts';

/** Level 2 alone: what can be judged with nothing but the message (`ijw-gateway check`). */
export function judgeContent(bericht: Bericht): Oordeel {
  return inhoudsoordeel(bericht, klassenVan(bericht));
}

/** Levels 2 to 4, in that order; never stops at the first error within a level (docs/decisions/all-findings.md). */
export function judge(bericht: Bericht, kennis: Kennis, afspraken: Afspraken): Oordeel {
  const klassen = klassenVan(bericht);
  const inhoud = inhoudsoordeel(bericht, klassen);
  if (inhoud.niveau === 2) return inhoud;
  return contextoordeel({ bericht, klassen, kennis, afspraken, lopend: leegLopend() }, inhoud.bevindingen);
}

function inhoudsoordeel(bericht: Bericht, klassen: readonly Klasse[]): Oordeel {
  const omgeving = alleenInhoud(bericht, klassen);
  const regels = regelsVoor(bericht.type, bericht.release, 'inhoud');
  const uitslag = new Uitslag(klassen);
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

function contextoordeel(omgeving: Omgeving, signalen: readonly Bevinding[]): Oordeel {
  const { bericht, klassen, lopend } = omgeving;
  const regels = regelsVoor(bericht.type, bericht.release, 'context');
  const uitslag = new Uitslag(klassen);
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
