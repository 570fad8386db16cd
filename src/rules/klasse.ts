import type { Bericht, Groep, Waarde } from '../xml/tree.ts';

/** One berichtklasse in a message: what rules look at, and what carries retourcodes in an answer. */
export interface Klasse {
  readonly naam: string;
  /** As in Bevinding.pad. */
  readonly pad: string;
  readonly waarden: Groep;
  /** The berichtklasse it lies in; null for Header and other top classes. */
  readonly ouder: Klasse | null;
}

/** Elements that are berichtklassen (those that carry retourcodes, IV028; the last three exist in iJW 2.3 only). */
export const KLASSEN: ReadonlySet<string> = new Set([
  'Header',
  'Client',
  'Relatie',
  'Contact',
  'ToegewezenProduct',
  'StartProduct',
  'StopProduct',
  'AangevraagdProduct',
  'Verzoek',
  'OngewijzigdProduct',
  'TeWijzigenProduct',
  'NieuwProduct',
  'Antwoord',
  'Woonplaatsbeginsel',
  'Declaratie',
  'DeclaratieAntwoord',
  'Prestatie',
  'Beschikking',
  'Beperking',
  'BeperkingScore',
]);

/** Every berichtklasse of a message, in document order. */
export function klassenVan(bericht: Bericht): Klasse[] {
  const gevonden: Klasse[] = [];
  loop(bericht.inhoud, '/Bericht', null, gevonden);
  return gevonden;
}

function loop(groep: Groep, pad: string, ouder: Klasse | null, gevonden: Klasse[]): void {
  for (const [naam, waarde] of Object.entries(groep)) {
    if (waarde === undefined || typeof waarde === 'string') continue;
    if (Array.isArray(waarde)) {
      waarde.forEach((item: Waarde, i) => {
        if (typeof item === 'string') return;
        neem(naam, item as Groep, `${pad}/${naam}${waarde.length > 1 ? `[${i + 1}]` : ''}`, ouder, gevonden);
      });
    } else {
      neem(naam, waarde as Groep, `${pad}/${naam}`, ouder, gevonden);
    }
  }
}

function neem(naam: string, groep: Groep, pad: string, ouder: Klasse | null, gevonden: Klasse[]): void {
  let hier = ouder;
  if (KLASSEN.has(naam)) {
    hier = { naam, pad, waarden: groep, ouder };
    gevonden.push(hier);
  }
  loop(groep, pad, hier, gevonden);
}
