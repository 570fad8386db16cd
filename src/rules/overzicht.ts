import type { Ernst, Niveau } from '../findings/bevinding.ts';
import { groepeer } from '../standard/groepeer.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import { REGELS } from './catalogue.ts';
import { NIET_GETOETST, type NietGetoetst } from './not-checked.ts';
import type { Regel } from './regel.ts';
import { REGELS_VANAF, REGELS_VERSIE } from './version.ts';

/** One rule of the catalogue as people read it: the entries of one code and retourcode taken together. */
export interface RegelOverzicht {
  readonly code: string;
  readonly niveau: Niveau;
  readonly retourcode: string | null;
  readonly ernst: Ernst;
  readonly releases: readonly Release[];
  readonly berichten: readonly BerichtType[];
  readonly klassen: readonly string[];
  /** State needed: letters of docs/decisions/rule-catalogue.md. */
  readonly kennis: string;
  readonly tekst: string;
  /** First and last day of receipt on which it judges; null is open. */
  readonly vanaf: string | null;
  readonly tot: string | null;
}

export interface Overzicht {
  /** Of the rule set, and since when that version judges. */
  readonly versie: string;
  readonly vanaf: string;
  readonly regels: readonly RegelOverzicht[];
  readonly nietGetoetst: readonly NietGetoetst[];
}

/** The whole catalogue, ordered by code. */
export function overzicht(catalogus: readonly Regel[] = REGELS): Overzicht {
  const groepen = groepeer(catalogus, (r) => `${r.code} ${r.retourcode} ${r.niveau} ${r.vanaf ?? ''} ${r.tot ?? ''}`);
  const regels = [...groepen.keys()].sort().flatMap((sleutel) => {
    const groep = groepen.get(sleutel) ?? [];
    const [eerste] = groep;
    if (eerste === undefined) return [];
    return [
      {
        code: eerste.code,
        niveau: eerste.niveau,
        retourcode: eerste.retourcode,
        ernst: eerste.ernst ?? 'fout',
        releases: uniek(groep.flatMap((r) => r.releases)),
        berichten: uniek(groep.flatMap((r) => r.berichten)),
        klassen: uniek(groep.map((r) => r.klasse)),
        kennis: uniek(groep.flatMap((r) => [...r.kennis])).join(''),
        tekst: eerste.tekst,
        vanaf: eerste.vanaf ?? null,
        tot: eerste.tot ?? null,
      } satisfies RegelOverzicht,
    ];
  });
  const nietGetoetst = [...NIET_GETOETST].sort((a, b) => (a.release + a.code < b.release + b.code ? -1 : 1));
  return { versie: REGELS_VERSIE, vanaf: REGELS_VANAF, regels, nietGetoetst };
}

function uniek<T extends string>(waarden: readonly T[]): T[] {
  return [...new Set(waarden)].sort();
}
