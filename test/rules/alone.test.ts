import { describe, expect, it } from 'vitest';
import { alleScenarios } from '../../src/cli/generate/rules/index.ts';
import { nietAlleen } from '../../src/cli/generate/rules/not-alone.ts';
import type { Scenario } from '../../src/cli/generate/rules/scenario.ts';
import { type Afloop, speel } from './scenario-play.ts';

const OMSTANDIGHEID = { vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' };
const scenarios = alleScenarios(OMSTANDIGHEID);
const naam = ({ regel, type, release, naam }: Scenario) => `${regel} ${type} ${release} ${naam}`.trim();

/** All that went before was accepted, but for the line of a declaratie whose credit IV053 is about. */
const vooraf = ({ regel }: Scenario, { voor }: Afloop) =>
  voor.map((_, i) => (regel === 'IV053' && i === 1 ? 'deels-goedgekeurd TR321 TR322' : 'goedgekeurd'));

describe('a failing sample reports its rule alone, its twin nothing', () => {
  it.each(scenarios.map((s) => [naam(s), s] as const))('%s', (_naam, scenario) => {
    const companion = nietAlleen(scenario);
    const fout = speel(scenario, 'fout');
    expect(fout.voor, 'what went before').toEqual(vooraf(scenario, fout));
    expect(fout.regels).toEqual([scenario.regel, ...(companion === undefined ? [] : [companion.met])].sort());
    const goed = speel(scenario, 'goed');
    expect(goed.voor, 'what went before the twin').toEqual(vooraf(scenario, goed));
    expect([goed.regels, goed.status]).toEqual([[], 'goedgekeurd']);
  });
});
