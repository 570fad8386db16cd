import type { Bevinding } from './bevinding.ts';

/**
 * What the report of a message says that no attempt could judge, in place of findings: nobody can know otherwise whether it
 * must be sent again. `strijdig`: the answer that our own rules refused, by type and rules (`JW325: TR342`); null when
 * something else went wrong.
 */
export function vastgelopen(strijdig: string | null): Bevinding {
  const waardoor =
    strijdig === null
      ? 'het beoordelen mislukte drie keer'
      : `het antwoord dat zij erop opstelde, is in strijd met haar eigen regels (${strijdig})`;
  return {
    ...{ niveau: 4, regel: 'GW-VASTGELOPEN', retourcode: null, ernst: 'signaal', pad: null, lijn: null, kolom: null },
    melding:
      `De gateway kon dit bericht niet beoordelen: ${waardoor}. Dat is een fout van de gateway; er is niets op geantwoord ` +
      'en niets verwerkt. Stuur het niet opnieuw: wacht tot de beheerder het opnieuw laat beoordelen, of vraag hem ernaar.',
  };
}
