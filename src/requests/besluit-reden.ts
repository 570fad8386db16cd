/** Why a decision on a request cannot be carried out. */
export type BesluitReden =
  | 'onbekend'
  | 'al-beslist'
  | 'al-in-onderzoek'
  | 'woonplaatsbeginsel'
  | 'wijziging-een-op-een'
  | 'toewijzing-weg'
  | 'zonder-clientgegevens'
  | 'andere-toewijzingen'
  | 'ongeldig';

export const BESLUIT_TEKSTEN: Readonly<Record<BesluitReden, string>> = {
  onbekend: 'Dit verzoek is niet (meer) bekend.',
  'al-beslist': 'Over dit verzoek is al beslist.',
  'al-in-onderzoek':
    'De aanbieder heeft al bericht dat dit verzoek in onderzoek is; dat kan één keer. Wijs toe of wijs af.',
  woonplaatsbeginsel:
    'Bij reden 8 (woonplaatsbeginsel) hoort de gemeente die wel verantwoordelijk is. Stuur daarvoor zelf een antwoordbericht (JW319).',
  'wijziging-een-op-een':
    'Een verzoek om wijziging wordt een op een overgenomen of afgewezen. Stuur zelf een toewijzingsbericht om anders te beslissen.',
  'toewijzing-weg':
    'Een toewijzing die het verzoek noemt is er niet meer. Wijs het verzoek af, of stuur zelf een toewijzingsbericht.',
  'zonder-clientgegevens':
    'Er is geen eerdere toewijzing van deze cliënt en van de gemeente is geen postadres bekend. Stuur zelf een toewijzingsbericht.',
  'andere-toewijzingen':
    'De andere lopende toewijzingen van deze cliënt passen niet samen in een geldig toewijzingsbericht. Herstel die eerst.',
  ongeldig: 'Het bericht dat hieruit volgt zou worden afgekeurd.',
};
