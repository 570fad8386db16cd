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
  /** It did not hold yet in this release. */
  | 'geldt-niet'
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

/**
 * Every rule of iJW 3.2 is tested or held by its XSD; of iJW 2.3 what the sources tell of it
 * (docs/decisions/releases-apart.md).
 */
export const NIET_GETOETST: readonly NietGetoetst[] = [
  ...deels(
    '3.2',
    'niet-te-weten',
    'TR318',
    'Of er elke maand zorg is geleverd, weet alleen de aanbieder. Getoetst wordt dat de periode niet voor de laatst ingediende ligt.',
  ),
  ...niet(
    '3.2',
    'door-xsd',
    'CS004 CS005 CS015 CS025 CS126 CS128 CS319',
    'Het schema houdt deze waarden tegen: wat eraan voorbijgaat, wordt op niveau 1 geweigerd.',
  ),
  ...niet(
    '2.3',
    'tekst-onbekend',
    'CD057 CD061 CS326',
    'De bronnen noemen de code, niet de inhoud; waarschijnlijk bestaat de regel niet.',
  ),
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
  ...niet(
    '2.3',
    'geldt-niet',
    'CD076 CD080 CD095 CS338 CS343 TR383 TR386',
    'De bronnen van 2.3 kennen deze regel niet; zij zou afkeuren wat toen mocht.',
  ),
  ...deels(
    '2.3',
    'geldt-niet',
    'TR101',
    'Aangevraagde producten van één JW315 mogen in 2.3 dezelfde ReferentieAanbieder hebben. In alle andere berichten geldt de regel.',
  ),
  ...niet(
    '2.3',
    'door-xsd',
    'CS004 CS015 CS025 CS126 CS128 CS319 CS320 CS321 CS322',
    'Het schema houdt deze waarden tegen: wat eraan voorbijgaat, wordt op niveau 1 geweigerd.',
  ),
  ...niet(
    '2.3',
    'niet-te-weten',
    'TR311',
    'Een toewijzing aan een andere aanbieder is hier niet bekend; de prestatie krijgt 0551 (OP095).',
  ),
];
