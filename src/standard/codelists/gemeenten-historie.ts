/**
 * What changed in the CBS list of gemeenten between 1 January 2015, when the Jeugdwet began, and the list of 2026. From
 * general knowledge of the herindelingen; a test holds it against the number of gemeenten that each year had.
 */

/** First day of the gemeenten of 2026 that are younger than the Jeugdwet: by merger or, twice, by a new name. */
export const INGESTELD: Readonly<Record<string, string>> = {
  '1940': '2015-07-01',
  '1942': '2016-01-01',
  '1945': '2016-01-01',
  '1948': '2017-01-01',
  '1949': '2018-01-01',
  '1950': '2018-01-01',
  '1952': '2018-01-01',
  '1954': '2019-01-01',
  '1959': '2019-01-01',
  '1960': '2019-01-01',
  '1961': '2019-01-01',
  '1963': '2019-01-01',
  '1966': '2019-01-01',
  '1969': '2019-01-01',
  '1970': '2019-01-01',
  '1978': '2019-01-01',
  '1979': '2021-01-01',
  '1980': '2022-01-01',
  '1982': '2022-01-01',
  '1991': '2022-01-01',
  '1992': '2023-01-01',
};

/** Codes that are gone: last day, then per line code and name. */
export const OPGEHEVEN: Readonly<Record<string, string>> = {
  '2015-06-30': `
1921 De Friese Meren
`,
  '2015-12-31': `
0241 Groesbeek
0381 Bussum
0424 Muiden
0425 Naarden
0478 Zeevang
`,
  '2016-12-31': `
0844 Schijndel
0846 Sint-Oedenrode
0860 Veghel
`,
  '2017-12-31': `
0007 Bellingwedde
0018 Hoogezand-Sappemeer
0040 Slochteren
0048 Vlagtwedde
0063 het Bildt
0070 Franekeradeel
0081 Leeuwarderadeel
0140 Littenseradiel
0196 Rijnwaarden
1908 Menameradiel
1987 Menterwolde
`,
  '2018-12-31': `
0005 Bedum
0009 Ten Boer
0015 Grootegast
0017 Haren
0022 Leek
0025 Marum
0053 Winsum
0056 Zuidhorn
0058 Dongeradeel
0079 Kollumerland en Nieuwkruisland
0236 Geldermalsen
0304 Neerijnen
0393 Haarlemmerliede en Spaarnwoude
0545 Leerdam
0576 Noordwijkerhout
0584 Oud-Beijerland
0585 Binnenmaas
0588 Korendijk
0611 Cromstrijen
0617 Strijen
0620 Vianen
0689 Giessenlanden
0707 Zederik
0733 Lingewaal
0738 Aalburg
0870 Werkendam
0874 Woudrichem
0881 Onderbanken
0951 Nuth
0962 Schinnen
1651 Eemsmond
1663 De Marne
1722 Ferwerderadiel
1927 Molenwaard
`,
  '2020-12-31': `
0003 Appingedam
0010 Delfzijl
0024 Loppersum
0788 Haaren
`,
  '2021-12-31': `
0370 Beemster
0398 Heerhugowaard
0416 Langedijk
0756 Boxmeer
0786 Grave
0815 Mill en Sint Hubert
0856 Uden
1684 Cuijk
1685 Landerd
1702 Sint Anthonis
`,
  '2022-03-23': `
0457 Weesp
`,
  '2022-12-31': `
0501 Brielle
0530 Hellevoetsluis
0614 Westvoorne
`,
};
