import { BERICHT_TYPES, type BerichtType, type Release } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { CONTENT_TEKSTEN, type ContentCode } from './texts.ts';

/** Messages and klassen that a rule of level 2 looks at. */
export interface Bereik {
  readonly berichten: readonly BerichtType[];
  readonly klassen: readonly string[];
  readonly releases: readonly Release[];
}

export type InhoudToets = (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[];

/** Klassen that one message alone has: a rule about several messages then speaks of that one. */
const ALLEEN_IN: ReadonlyMap<string, BerichtType> = new Map(
  BERICHT_TYPES.flatMap((type) => MESSAGES[type].eigenKlassen.map((klasse) => [klasse, type] as const)),
);

/** A rule about the content of one message: level 2, retourcode 0001 (IV032), no state. One entry per klasse. */
export function inhoudsregel(code: ContentCode, bereik: Bereik, toets: InhoudToets): Regel[] {
  return bereik.klassen.flatMap((klasse) => {
    const berichten = bereik.berichten.filter((type) => (ALLEEN_IN.get(klasse) ?? type) === type);
    const bestaatIn = (release: Release) => berichten.some((type) => MESSAGES[type].releases.includes(release));
    const releases = bereik.releases.filter(bestaatIn);
    if (releases.length === 0) return [];
    return [
      {
        code,
        releases,
        berichten,
        klasse,
        niveau: 2,
        retourcode: '0001',
        kennis: '',
        tekst: CONTENT_TEKSTEN[code],
        toets,
      },
    ];
  });
}

export const AKKOORD: readonly Afkeur[] = [];

/** The one finding about an element when `fout` holds, else none. */
export function alsFout(
  fout: boolean,
  element: string,
  waarden?: Afkeur['waarden'],
  hoort?: number,
): readonly Afkeur[] {
  if (!fout) return AKKOORD;
  const wat = hoort === undefined ? { element } : { element, hoort: String(hoort) };
  return [waarden === undefined ? wat : { ...wat, waarden }];
}
