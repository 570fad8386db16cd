import type { Release } from '../../../standard/message-types.ts';
import type { Scenario } from './scenario.ts';

/** A rule that cannot be broken in this message without breaking another one as well. */
export interface NietAlleen {
  readonly regel: string;
  readonly type: Scenario['type'];
  readonly releases: readonly Release[];
  /** The sets it is about; all of this rule in this message when absent. */
  readonly naam?: string;
  /** The rule that always fires beside it. */
  readonly met: string;
  readonly reden: string;
}

const BEIDE: readonly Release[] = ['2.3', '3.2'];
const NIEUW: readonly Release[] = ['3.2'];

export const NIET_ALLEEN: readonly NietAlleen[] = [
  { regel: 'TR101', type: 'JW315', releases: BEIDE, met: 'TR383', reden: 'de sleutel is de ReferentieAanbieder' },
  { regel: 'TR383', type: 'JW315', releases: BEIDE, met: 'TR101', reden: 'de ReferentieAanbieder is de sleutel' },
  ...(['JW301', 'JW315', 'JW317'] as const).flatMap((type): NietAlleen[] => [
    { regel: 'CD077', type, releases: NIEUW, met: 'CD078', reden: 'Omvang naast Budget is Budget naast Omvang' },
    { regel: 'CD078', type, releases: NIEUW, met: 'CD077', reden: 'Budget naast Omvang is Omvang naast Budget' },
  ]),
  {
    regel: 'TR134',
    type: 'JW323',
    releases: NIEUW,
    naam: 'prestatie',
    met: 'TR137',
    reden: 'wat na de Dagtekening begint, eindigt daarna of voor zijn begin',
  },
  {
    regel: 'TR378',
    type: 'JW325',
    releases: NIEUW,
    met: 'TR337',
    reden: 'de code is alleen onbekend als niet bekend is welke declaratie wordt beantwoord',
  },
  {
    regel: 'TR381',
    type: 'JW307',
    releases: BEIDE,
    met: 'TR382',
    reden: 'een start met dit product is nooit aanvaard',
  },
  { regel: 'TR074', type: 'JW307', releases: NIEUW, met: 'TR413', reden: 'de stop die er al is, staat ook in de weg' },
  { regel: 'TR304', type: 'JW317', releases: NIEUW, met: 'TR351', reden: 'wat de cliënt niet heeft, is niet actueel' },
  { regel: 'TR375', type: 'JW317', releases: NIEUW, met: 'TR412', reden: 'zonder product is er ook geen productcode' },
];

/** Why this set shows two rules; undefined when it shows its own alone. */
export function nietAlleen(scenario: Scenario): NietAlleen | undefined {
  return NIET_ALLEEN.find(
    ({ regel, type, releases, naam }) =>
      regel === scenario.regel &&
      type === scenario.type &&
      releases.includes(scenario.release) &&
      (naam === undefined || naam === scenario.naam),
  );
}
