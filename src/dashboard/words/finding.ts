import type { Niveau } from '../../findings/bevinding.ts';
import { count, dayText } from '../kit/value.tsx';

/** What a rule looks at. */
const NIVEAUS: Readonly<Record<Niveau, string>> = {
  0: 'het bestand',
  1: 'de structuur (XSD)',
  2: 'de inhoud van het bericht',
  3: 'eerdere berichten en het contract',
  4: 'rekenregels en andere bronnen',
};

export function niveauText(niveau: Niveau): string {
  return `niveau ${niveau}: ${NIVEAUS[niveau]}`;
}

const DATUM = /\b\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])\b/g;

/** Volumes and amounts, and no number that names something. */
const HOEVEEL =
  /(?<=\b(?:volume|hoogstens|waarvan) )\d{4,}\b|\b\d{4,}(?= (?:minuten|uren|etmalen|dagdelen|weken|stuks|eurocent)\b)/g;

/** What a finding says, with its dates and volumes as people write them. */
export function findingText(melding: string): string {
  return melding.replace(DATUM, dayText).replace(HOEVEEL, (getal) => count(Number(getal)));
}
