import type { Bevinding } from '../findings/bevinding.ts';
import { zonderBsn } from '../xml/bsn-in-tekst.ts';
import { kenmerk } from '../xml/kenmerk.ts';
import { gemaskeerd } from '../xml/masker.ts';
import type { Groep, Waarde } from '../xml/tree.ts';
import type { Klasse } from './klasse.ts';
import type { Afkeur, Regel } from './regel.ts';
import { euro } from './texts/euro.ts';
import { vul } from './texts/vul.ts';

/** What people read about one Afkeur. Position (lijn, kolom) is left to the caller, who has the bytes. */
export function bevindingVan(regel: Regel, klasse: Klasse, afkeur: Afkeur): Bevinding {
  const ernst = regel.ernst ?? 'fout';
  return {
    niveau: regel.niveau,
    regel: regel.code,
    retourcode: ernst === 'fout' ? regel.retourcode : null,
    ernst,
    pad: zoek(klasse, afkeur.element).pad,
    lijn: null,
    kolom: null,
    melding: vul(regel.tekst, waardenVoor(klasse, afkeur)),
  };
}

/**
 * The element at fault, with a path that leads somewhere: where it is missing (`waarde` undefined), that of its nearest
 * ancestor that is there.
 */
function zoek(klasse: Klasse, element: string): { readonly pad: string; readonly waarde: Waarde | undefined } {
  let pad = klasse.pad;
  let hier: Waarde | undefined = klasse.waarden;
  for (const stap of element === '' ? [] : element.split('/')) {
    hier = typeof hier === 'string' || Array.isArray(hier) ? undefined : (hier as Groep)[stap];
    if (hier === undefined) break;
    pad += `/${stap}`;
  }
  return { pad, waarde: hier };
}

/** Elements that hold eurocents. */
const BEDRAGEN: ReadonlySet<string> = new Set(['Bedrag', 'TotaalBedrag', 'ProductTarief', 'Budget']);

/** A value as people read it: masked where it is personal, euros where it is an amount, `leeg` where there is none. */
function leesbaar(naam: string, waarde: Waarde | undefined): string {
  if (waarde === undefined) return 'leeg';
  if (typeof waarde !== 'string') return '';
  return BEDRAGEN.has(naam) ? euro(Number(waarde)) : gemaskeerd(naam, waarde);
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
    waarde: leesbaar(element, zoek(klasse, afkeur.element).waarde),
  };
  for (const [naam, waarde] of Object.entries(afkeur.waarden ?? {})) {
    const alsElement = PERSOONLIJK[naam];
    gevuld[naam] = alsElement === undefined ? veilig(naam, String(waarde)) : gemaskeerd(alsElement, String(waarde));
  }
  return gevuld;
}

/** Names in Afkeur.waarden that may hold a reference out of this or an earlier message. */
const KENMERKEN: ReadonlySet<string> = new Set(['eerder', 'referentie', 'verwacht']);
/** What these names hold beside references: an amount, or a word of ours. */
const EIGEN_TEKST = /^-?[\d.]+,\d\d euro$|^(?:leeg|declaratie|factuur)$/;

function veilig(naam: string, waarde: string): string {
  if (EIGEN_TEKST.test(waarde)) return waarde;
  return KENMERKEN.has(naam) ? kenmerk(waarde) : zonderBsn(waarde);
}
