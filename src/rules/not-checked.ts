import type { Release } from '../standard/message-types.ts';

/** Why the gateway does not test a rule, or tests it in part. */
export type RedenNietGetoetst =
  /** No source that we have says what it demands. */
  | 'tekst-onbekend'
  /** It speaks of an element or value that the messages of this release do not have. */
  | 'veld-bestaat-niet'
  /** Where the values differ between releases, it would refuse what was right in this one. */
  | 'andere-betekenis'
  /** It needs to be known what no message tells. */
  | 'niet-te-weten'
  /** The XSD refuses first. */
  | 'door-xsd'
  /** The source does not name the element; only what is wrong under every reading is refused. */
  | 'element-niet-genoemd'
  /** It was no longer in use. */
  | 'vervallen';

export interface NietGetoetst {
  readonly code: string;
  readonly release: Release;
  readonly reden: RedenNietGetoetst;
  /** True: some of it is tested. */
  readonly deels: boolean;
  readonly toelichting: string;
}

function niet(release: Release, reden: RedenNietGetoetst, codes: string, toelichting: string): NietGetoetst[] {
  return codes.split(' ').map((code) => ({ code, release, reden, deels: false, toelichting }));
}

function deels(release: Release, reden: RedenNietGetoetst, codes: string, toelichting: string): NietGetoetst[] {
  return niet(release, reden, codes, toelichting).map((regel) => ({ ...regel, deels: true }));
}

/** Every rule of iJW 3.2 is tested; of iJW 2.3 what the sources tell of it (DESIGN decision 14). */
export const NIET_GETOETST: readonly NietGetoetst[] = [
  ...deels(
    '3.2',
    'niet-te-weten',
    'TR318',
    'Of er elke maand zorg is geleverd, weet alleen de aanbieder. Getoetst wordt dat de periode niet voor de laatst ingediende ligt.',
  ),
  ...deels(
    '3.2',
    'element-niet-genoemd',
    'CD005 CD025 CD034',
    'De bron noemt Contact.Adres, maar niet welk element daarvan. Alleen wat in elke lezing fout is, wordt afgekeurd.',
  ),
  ...deels(
    '3.2',
    'element-niet-genoemd',
    'TR134 TR137 TR380',
    'De bron noemt geen element. Getoetst worden geboortedatum, toewijzingsdatum, begin van start en stop, dagtekening en perioden van de declaratie (TR134, TR137) en de ingangsdatum van een nieuw product (TR380).',
  ),
  ...niet('2.3', 'tekst-onbekend', 'CD057 CD061 CS324 CS326 CS328 CS331', 'De bronnen noemen de code, niet de inhoud.'),
  ...niet(
    '2.3',
    'tekst-onbekend',
    'TR134 TR137 CS003',
    'Of zij in de JW303 en JW304 gelden, zegt geen bron. In de andere berichten van 2.3 worden zij getoetst.',
  ).map((regel) => ({ ...regel, deels: regel.code !== 'TR137' })),
  ...niet('2.3', 'veld-bestaat-niet', 'CD066 CD067 CD068', 'Een verwijzer heeft in 2.3 geen ZorgverlenerCode.'),
  ...niet(
    '2.3',
    'veld-bestaat-niet',
    'CD075 CD077 CD078 CD079',
    'Een toewijzing heeft in 2.3 geen Budget en altijd een Product.',
  ),
  ...niet('2.3', 'veld-bestaat-niet', 'CS335', 'RedenWijziging 13 bestaat in 2.3 niet.'),
  ...niet(
    '2.3',
    'andere-betekenis',
    'CS336',
    'RedenWijziging 01 is in 2.3 de manier om een toewijzing te verwijderen.',
  ),
  ...deels(
    '2.3',
    'andere-betekenis',
    'CS338 CS343',
    'Frequentie 3 (per vier weken) en 5 (per jaar) bestaan alleen in 2.3 en blijven toegestaan.',
  ),
  ...niet(
    '2.3',
    'door-xsd',
    'CS015 CS025',
    'Het schema van 2.3 staat alleen BerichtVersie 2 en BerichtSubversie 3 toe.',
  ),
  ...niet(
    '2.3',
    'door-xsd',
    'CS321',
    'Het schema staat alleen geldig gevormde codes van een servicebureau toe (0013).',
  ),
  ...niet(
    '2.3',
    'niet-te-weten',
    'TR311',
    'Een toewijzing aan een andere aanbieder is hier niet bekend; de prestatie krijgt 0551 (OP095).',
  ),
];
