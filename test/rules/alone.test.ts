import { describe, expect, it } from 'vitest';
import { alleScenarios } from '../../src/cli/generate/rules/index.ts';
import { nietAlleen } from '../../src/cli/generate/rules/not-alone.ts';
import type { Scenario } from '../../src/cli/generate/rules/scenario.ts';
import { speel } from './scenario-play.ts';

const OMSTANDIGHEID = { vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' };
const scenarios = alleScenarios(OMSTANDIGHEID);
const naam = ({ regel, type, release, naam }: Scenario) => `${regel} ${type} ${release} ${naam}`.trim();

describe('a failing sample reports its rule alone, its twin nothing', () => {
  it.each(scenarios.map((s) => [naam(s), s] as const))('%s', (_naam, scenario) => {
    const companion = nietAlleen(scenario);
    const fout = speel(scenario, 'fout');
    expect(fout.voor, 'what went before').toEqual(fout.voor.map(() => 'goedgekeurd'));
    expect(fout.regels).toEqual([scenario.regel, ...(companion === undefined ? [] : [companion.met])].sort());
    const goed = speel(scenario, 'goed');
    expect(goed.voor, 'what went before the twin').toEqual(goed.voor.map(() => 'goedgekeurd'));
    expect([goed.regels, goed.status]).toEqual([[], 'goedgekeurd']);
  });
});
