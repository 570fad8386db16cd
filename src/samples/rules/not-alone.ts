import type { Release } from '../../standard/message-types.ts';
import type { Scenario } from '../scenario.ts';

/** A rule that cannot be broken in these messages without breaking another one as well. */
export interface NietAlleen {
  readonly regel: string;
  readonly types: readonly Scenario['type'][];
  readonly releases: readonly Release[];
  /** The sets it is about; all of this rule in these messages when absent. */
  readonly naam?: string;
  /** The rule that always fires beside it. */
  readonly met: string;
  readonly reden: string;
}

const BEIDE: readonly Release[] = ['2.3', '3.2'];
const NIEUW: readonly Release[] = ['3.2'];

/** A closed period whose begin is wrong. */
const BEGINT_TE_LAAT = {
  regel: 'TR134',
  met: 'TR137',
  reden: 'wat na de Dagtekening begint, eindigt daarna of voor zijn begin',
};

export const NIET_ALLEEN: readonly NietAlleen[] = [
  {
    regel: 'TR101',
    types: ['JW315'],
    releases: NIEUW,
    met: 'TR383',
    reden: 'de sleutel van een aangevraagd product is zijn ReferentieAanbieder',
  },
  {
    regel: 'TR383',
    types: ['JW315'],
    releases: NIEUW,
    met: 'TR101',
    reden: 'de ReferentieAanbieder is de sleutel van een aangevraagd product',
  },
  {
    regel: 'CD077',
    types: ['JW301', 'JW315', 'JW317'],
    releases: NIEUW,
    met: 'CD078',
    reden: 'een Omvang naast een Budget is ook een Budget naast een Omvang',
  },
  {
    regel: 'CD078',
    types: ['JW301', 'JW315', 'JW317'],
    releases: NIEUW,
    met: 'CD077',
    reden: 'een Budget naast een Omvang is ook een Omvang naast een Budget',
  },
  ...(['prestatie', 'declaratie'] as const).flatMap((naam): NietAlleen[] => [
    { ...BEGINT_TE_LAAT, naam, types: naam === 'prestatie' ? ['JW323', 'JW325'] : ['JW323'], releases: NIEUW },
    { ...BEGINT_TE_LAAT, naam, types: ['JW303', 'JW304'], releases: ['2.3'] },
  ]),
  {
    regel: 'IV032',
    types: ['JW303'],
    releases: ['2.3'],
    met: 'CS064',
    reden: 'een factuur is niet van voor haar periode (TR134), dus ook van na de dag van ontvangst',
  },
  {
    regel: 'TR378',
    types: ['JW325'],
    releases: NIEUW,
    met: 'TR337',
    reden: 'de code wordt alleen getoetst als niet bekend is welke declaratie wordt beantwoord',
  },
  {
    regel: 'TR381',
    types: ['JW307'],
    releases: BEIDE,
    met: 'TR382',
    reden: 'een start met dit product is nooit aanvaard',
  },
  {
    regel: 'TR074',
    types: ['JW307'],
    releases: NIEUW,
    met: 'TR413',
    reden: 'de stop met dezelfde sleutel staat zelf ook in de weg',
  },
  {
    regel: 'TR304',
    types: ['JW317'],
    releases: NIEUW,
    met: 'TR351',
    reden: 'van een cliënt zonder toewijzingen is geen toewijzing actueel',
  },
  {
    regel: 'TR375',
    types: ['JW317'],
    releases: NIEUW,
    met: 'TR412',
    reden: 'zonder product is er ook geen productcode',
  },
];

/** Why this set shows two rules; undefined when it shows its own alone. */
export function nietAlleen(scenario: Scenario): NietAlleen | undefined {
  return NIET_ALLEEN.find(
    ({ regel, types, releases, naam }) =>
      regel === scenario.regel &&
      types.includes(scenario.type) &&
      releases.includes(scenario.release) &&
      (naam === undefined || naam === scenario.naam),
  );
}
