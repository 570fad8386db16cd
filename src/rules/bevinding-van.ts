import { gemaskeerd } from '../xml/masker.ts';
import type { Groep, Waarde } from '../xml/tree.ts';
import { waardeVan } from '../xml/tree.ts';
import type { Bevinding } from './bevinding.ts';
import type { Klasse } from './klasse.ts';
import type { Afkeur, Regel } from './regel.ts';
import { TEKSTEN } from './texts/index.ts';
import { vul } from './texts/vul.ts';

/** What people read about one Afkeur. Position (lijn, kolom) is left to the caller, who has the bytes. */
export function bevindingVan(regel: Regel, klasse: Klasse, afkeur: Afkeur): Bevinding {
  const ernst = regel.ernst ?? 'fout';
  return {
    niveau: regel.niveau,
    regel: regel.code,
    retourcode: ernst === 'fout' ? regel.retourcode : null,
    ernst,
    pad: bestaandPad(klasse, afkeur.element),
    lijn: null,
    kolom: null,
    melding: vul(TEKSTEN[regel.code] ?? '', waardenVoor(klasse, afkeur)),
  };
}

/** A path that leads somewhere: where the element is what is missing, its nearest ancestor that is there. */
function bestaandPad(klasse: Klasse, element: string): string {
  let pad = klasse.pad;
  let hier: Waarde | undefined = klasse.waarden;
  for (const stap of element === '' ? [] : element.split('/')) {
    hier = typeof hier === 'string' || Array.isArray(hier) ? undefined : (hier as Groep)[stap];
    if (hier === undefined) break;
    pad += `/${stap}`;
  }
  return pad;
}

/** Names in Afkeur.waarden that hold something personal, and the element that says how it is masked. */
const PERSOONLIJK: Readonly<Record<string, string>> = {
  bsn: 'Bsn',
  geboortedatum: 'Geboortedatum',
  naam: 'Naam',
  postcode: 'Postcode',
};

function waardenVoor(klasse: Klasse, afkeur: Afkeur): Record<string, string> {
  const element = afkeur.element.split('/').at(-1) || klasse.naam;
  const gevuld: Record<string, string> = {
    klasse: klasse.naam,
    element,
    waarde: gemaskeerd(element, waardeVan(klasse.waarden, afkeur.element) ?? ''),
  };
  for (const [naam, waarde] of Object.entries(afkeur.waarden ?? {})) {
    const alsElement = PERSOONLIJK[naam];
    gevuld[naam] = alsElement === undefined ? String(waarde) : gemaskeerd(alsElement, String(waarde));
  }
  return gevuld;
}
