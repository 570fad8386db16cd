import { BERICHT_TYPES, type BerichtType, type Release } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';

/** A release as an envelope says it: functieVersie and functieSubversie. */
const VERSIES = { '2.3': ['0002', '0003'], '3.2': ['0003', '0002'] } as const satisfies Readonly<
  Record<Release, readonly [string, string]>
>;

interface FunctieVersie {
  readonly functieVersie: string;
  readonly functieSubversie: string;
}

export function versieVan(release: Release): FunctieVersie {
  const [functieVersie, functieSubversie] = VERSIES[release];
  return { functieVersie, functieSubversie };
}

/** The message that an envelope names; null when there is none of that name. */
export function typeVan(functie: string): BerichtType | null {
  return BERICHT_TYPES.find((type) => type === functie) ?? null;
}

/** The release that it names; null when this message does not exist in it. */
export function releaseVan(type: BerichtType, { functieVersie, functieSubversie }: FunctieVersie): Release | null {
  return (
    MESSAGES[type].releases.find((release) => {
      const [versie, subversie] = VERSIES[release];
      return versie === functieVersie && subversie === functieSubversie;
    }) ?? null
  );
}
