import type { Ernst, Niveau } from '../findings/bevinding.ts';
import { groepeer } from '../standard/groepeer.ts';
import type { BerichtType, Release } from '../standard/message-types.ts';
import { REGELS } from './catalogue.ts';
import { NIET_GETOETST, type NietGetoetst } from './not-checked.ts';
import { TEKSTEN } from './texts/index.ts';

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
}

export interface Overzicht {
  readonly regels: readonly RegelOverzicht[];
  readonly nietGetoetst: readonly NietGetoetst[];
}

/** The whole catalogue, ordered by code. */
export function overzicht(): Overzicht {
  const groepen = groepeer(REGELS, (regel) => `${regel.code} ${regel.retourcode}`);
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
        tekst: TEKSTEN[eerste.code] ?? '',
      } satisfies RegelOverzicht,
    ];
  });
  const nietGetoetst = [...NIET_GETOETST].sort((a, b) => (a.release + a.code < b.release + b.code ? -1 : 1));
  return { regels, nietGetoetst };
}

function uniek<T extends string>(waarden: readonly T[]): T[] {
  return [...new Set(waarden)].sort();
}
