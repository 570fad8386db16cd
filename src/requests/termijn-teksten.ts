import { zonderBsn } from '../xml/bsn-in-tekst.ts';
import { kenmerkVeld } from '../xml/kenmerk.ts';
import type { TermijnSoort } from './termijnen.ts';

const WAT: Readonly<Record<TermijnSoort, string>> = {
  retour: 'het retourbericht',
  'declaratie-antwoord': 'het antwoord op de declaratie (JW325)',
  'factuur-antwoord': 'het antwoord op de declaratie of factuur (JW304)',
  'verzoek-om-toewijzing': 'het besluit op het verzoek om toewijzing (JW301 of JW319)',
  'verzoek-om-wijziging': 'het besluit op het verzoek om wijziging (JW301 of JW319)',
  onderzoek: 'het definitieve besluit op het verzoek in onderzoek (JW301 of JW319)',
  woonplaatsbeginsel: 'een afwijzing op grond van het woonplaatsbeginsel (JW319, reden 8)',
  start: 'het startbericht (JW305)',
  stop: 'het stopbericht (JW307)',
};

interface Zaak {
  readonly soort: TermijnSoort;
  readonly partij: string;
  readonly referentie: string | null;
  readonly toewijzingNummer: number | null;
  readonly uiterlijk: string;
}

/** The one signal before the end of a term, and the one after it. */
export function termijnMelding(wanneer: 'nadert' | 'verstreken', zaak: Zaak): string {
  const { soort, partij, referentie, toewijzingNummer, uiterlijk } = zaak;
  const waarvan =
    referentie !== null
      ? ` voor verzoek ${kenmerkVeld(referentie)}`
      : toewijzingNummer !== null
        ? ` voor toewijzing ${zonderBsn(String(toewijzingNummer))}`
        : '';
  return wanneer === 'nadert'
    ? `Termijn: van ${partij} wordt uiterlijk ${uiterlijk} ${WAT[soort]}${waarvan} verwacht.`
    : `Termijn verstreken: van ${partij} kwam ${WAT[soort]}${waarvan} niet uiterlijk ${uiterlijk}. Neem contact op met de andere partij.`;
}
