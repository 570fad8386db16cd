import { describe, expect, it } from 'vitest';
import { REGELS } from '../../src/rules/catalogue.ts';
import { judge } from '../../src/rules/judge.ts';
import { maakKennis } from '../../src/rules/kennis-lookups.ts';
import type { Oordeel } from '../../src/rules/oordeel.ts';
import type { Afkeur, Regel } from '../../src/rules/regel.ts';
import { alleScenarios } from '../../src/samples/rules/index.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { speel } from './scenario-play.ts';

/** A message, and the rules that its judgement reports while the catalogue stands as it is now. */
interface Geval {
  readonly bericht: Bericht;
  readonly oordeel: () => string;
  readonly verwacht: string;
}

const OMSTANDIGHEID = { vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' };

function geval(bericht: Bericht, judge: () => Oordeel): Geval {
  const oordeel = () => [...new Set(judge().bevindingen.map((b) => b.regel))].sort().join(' ');
  return { bericht, oordeel, verwacht: oordeel() };
}

const gevallen: readonly Geval[] = alleScenarios(OMSTANDIGHEID).flatMap((scenario) =>
  (['fout', 'goed'] as const).map((kant) => {
    const { bericht, kennis, afspraken } = speel(scenario, kant);
    return geval(bericht, () => judge(bericht, maakKennis(kennis), afspraken));
  }),
);

type Mutant = (gevonden: readonly Afkeur[]) => readonly Afkeur[];
const IETS: readonly Afkeur[] = [{ element: '' }];
const MUTANTEN: Readonly<Record<string, Mutant>> = {
  'finds what it did not find, and not what it did': (gevonden) => (gevonden.length > 0 ? [] : IETS),
  'finds nothing': () => [],
  'finds something everywhere': (gevonden) => (gevonden.length > 0 ? gevonden : IETS),
};

/** The sets in which the rule is asked at all. */
const raakt = (regel: Regel, { bericht }: Geval) =>
  regel.berichten.includes(bericht.type) && regel.releases.includes(bericht.release);

/** Whether some set tells the mutant from the rule. */
function gedood(regel: Regel, mutant: Mutant): boolean {
  const echt = regel.toets;
  const schrijfbaar = regel as { toets: Regel['toets'] };
  schrijfbaar.toets = (klasse, omgeving) => mutant(echt(klasse, omgeving));
  try {
    return gevallen.some((geval) => raakt(regel, geval) && geval.oordeel() !== geval.verwacht);
  } finally {
    schrijfbaar.toets = echt;
  }
}

const naamVan = ({ code, klasse, releases, berichten }: Regel) =>
  `${code} ${klasse} (${releases.join(', ')}: ${berichten.join(', ')})`;

describe('a rule whose condition is turned about is noticed', () => {
  it.each(Object.entries(MUTANTEN))('when it %s', (_naam, mutant) => {
    const overlevers = REGELS.filter((regel) => !gedood(regel, mutant)).map(naamVan);
    console.log(`${REGELS.length} rules, ${overlevers.length} survivors${overlevers.map((n) => `\n  ${n}`).join('')}`);
    expect(overlevers).toEqual([]);
  });
});
