/** What went wrong on the way to a party, and who does something about it. */
const FAULTS: Readonly<Record<string, string>> = {
  'naam-onbekend': 'de naam in het adres bestaat niet (DNS): de partij geeft het juiste adres door',
  'verbinding-geweigerd': 'het adres neemt niet aan: de partij kijkt of haar dienst draait',
  'verbinding-verbroken': 'de verbinding brak af: het wordt vanzelf opnieuw geprobeerd',
  'niet-bereikbaar': 'het adres is niet te bereiken: de partij kijkt naar haar netwerk en firewall',
  'geen-antwoord': 'er kwam op tijd geen antwoord: het wordt vanzelf opnieuw geprobeerd',
  tls: 'het certificaat of de versleuteling klopt niet: de partij kijkt naar haar certificaat',
  'prive-adres': 'het adres ligt in een eigen of lokaal netwerk: de partij geeft een ander adres door',
  'geen-adres': 'er is geen adres (meer) ingesteld',
};

/** A code with its words, where it has some. */
export function channelFaultText(code: string | null): string | null {
  if (code === null) return null;
  const woorden = FAULTS[code];
  return woorden === undefined ? code : `${code}: ${woorden}`;
}
