import type { BerichtType, Release } from '../../standard/message-types.ts';
import { BERICHT_SOORTEN } from '../../standard/message-types.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';

/** Messages and klassen that a rule of level 2 looks at. */
export interface Bereik {
  readonly berichten: readonly BerichtType[];
  readonly klassen: readonly string[];
  /** Only iJW 3.2 when absent. */
  readonly releases?: readonly Release[];
}

export type InhoudToets = (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[];

export const BEIDE_RELEASES: readonly Release[] = ['2.3', '3.2'];

/** Klassen that one message alone has: a rule about several messages then speaks of that one. */
const ALLEEN_IN: Readonly<Record<string, BerichtType>> = {
  Relatie: 'JW301',
  Contact: 'JW301',
  ToegewezenProduct: 'JW301',
  StartProduct: 'JW305',
  StopProduct: 'JW307',
  AangevraagdProduct: 'JW315',
  TeWijzigenProduct: 'JW317',
  NieuwProduct: 'JW317',
};

/** A rule about the content of one message: level 2, retourcode 0001 (IV032), no state. One entry per klasse. */
export function inhoudsregel(code: string, bereik: Bereik, toets: InhoudToets): Regel[] {
  return bereik.klassen.flatMap((klasse) => {
    const berichten = bereik.berichten.filter((type) => (ALLEEN_IN[klasse] ?? type) === type);
    const bestaatIn = (release: Release) => berichten.some((type) => BERICHT_SOORTEN[type].releases.includes(release));
    const releases = (bereik.releases ?? ['3.2']).filter(bestaatIn);
    if (releases.length === 0) return [];
    return [{ code, releases, berichten, klasse, niveau: 2, retourcode: '0001', kennis: '', toets }];
  });
}

export const AKKOORD: readonly Afkeur[] = [];

/** The one finding about an element when `fout` holds, else none. */
export function alsFout(fout: boolean, element: string, waarden?: Afkeur['waarden']): readonly Afkeur[] {
  if (!fout) return AKKOORD;
  return [waarden === undefined ? { element } : { element, waarden }];
}
