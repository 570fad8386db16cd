/**
 * Values as they may stand in a report. The report of a message is shown to those who may open it, but travels further
 * than the message itself (mail, screenshots, logs of others), so what identifies a person does not stand in it.
 */
const PERSOONLIJK: ReadonlySet<string> = new Set([
  'Geboortedatum',
  'Datum', // of CDT_Geboortedatum; no other element bears this name
  'Naam',
  'Achternaam',
  'Voorvoegsel',
  'Voornamen',
  'Voorletters',
  'Geslachtsnaam',
  'Partnernaam',
  'Adres',
  'Huis',
  'Huisnummer',
  'Huisletter',
  'HuisnummerToevoeging',
  'Postcode',
  'Straatnaam',
  'Plaatsnaam',
  'Organisatie',
  'Telefoonnummer',
  'Landnummer',
  'Emailadres',
  'Commentaar',
  'Nummer', // of a Relatie: the number that identifies a person at the gemeente
  'Grondslag01', // what follows says something of someone's health
  'Grondslag02',
  'Vraag',
  'Score',
]);

export const GEMASKEERD = '‹gemaskeerd›';
const LANGSTE = 60;

/** A value for in a text: a BSN shows its last three digits, another personal value nothing, a long value its beginning. */
export function gemaskeerd(elementNaam: string, waarde: string): string {
  if (elementNaam === 'Bsn') return bsnGemaskeerd(waarde);
  if (PERSOONLIJK.has(elementNaam)) return GEMASKEERD;
  const tekens = [...waarde.slice(0, 2 * LANGSTE)];
  return tekens.length > LANGSTE ? `${tekens.slice(0, LANGSTE).join('')}…` : waarde;
}

/** Only what looks like a BSN keeps its end; anything else in that place might be a name. */
function bsnGemaskeerd(waarde: string): string {
  const cijfers = waarde.trim();
  return /^\d{6,}$/.test(cijfers) ? `******${cijfers.slice(-3)}` : GEMASKEERD;
}
