import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { REGELS } from '../../src/rules/catalogue.ts';
import { overzicht } from '../../src/rules/overzicht.ts';
import { REGELS_VERSIE } from '../../src/rules/version.ts';
import { alleScenarios } from '../../src/samples/rules/index.ts';
import type { Scenario } from '../../src/samples/scenario.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { speel } from './scenario-play.ts';

/**
 * Ties REGELS_VERSIE to what the rules say: the catalogue with its texts, and what becomes of every sample. A sample that
 * is itself another message than before tells nothing, and neither does another way to write a check.
 */

const RECORD = join(import.meta.dirname, 'version.json');
const HOW = 'RECORD_RULES=1 npx vitest run test/rules/version.test.ts';

/** What an entry says beside its check and its text; the text is in the overview. */
const FACTS = ['code', 'releases', 'berichten', 'klasse', 'niveau', 'retourcode', 'ernst', 'kennis'];

interface Recorded {
  readonly versie: string;
  /** Hash of all that the catalogue says of a rule, by code. */
  readonly regels: Readonly<Record<string, string>>;
  /** Hash of what is judged and hash of the outcome, by sample. */
  readonly samples: Readonly<Record<string, string>>;
}

function hash(...parts: readonly (string | Uint8Array)[]): string {
  const all = createHash('sha256');
  for (const part of parts) all.update(part).update('\n');
  return all.digest('hex').slice(0, 12);
}

function now(): Recorded {
  const { regels: shown } = overzicht();
  const regels = [...new Set(REGELS.map(({ code }) => code))].sort().map((code) => {
    const entries = REGELS.filter((regel) => regel.code === code).map((regel) => JSON.stringify(regel, FACTS));
    return [code, hash(...entries.sort(), JSON.stringify(shown.filter((regel) => regel.code === code)))] as const;
  });
  const scenarios = alleScenarios({ vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' });
  const samples = scenarios.flatMap((scenario) =>
    (['fout', 'goed'] as const).map((kant) => [nameOf(scenario, kant), sampleHash(scenario, kant)] as const),
  );
  return { versie: REGELS_VERSIE, regels: Object.fromEntries(regels), samples: Object.fromEntries(samples.sort()) };
}

function nameOf({ regel, type, release, naam }: Scenario, kant: string): string {
  return [regel, type, release, naam, kant].filter((part) => part !== '').join(' ');
}

function sampleHash(scenario: Scenario, kant: 'fout' | 'goed'): string {
  const asked = hash(JSON.stringify(scenario.afspraken), ...scenario[kant].map(writeBericht));
  const { status, voor, bevindingen } = speel(scenario, kant);
  return `${asked} ${hash(status, ...voor, ...bevindingen.map((b) => JSON.stringify(Object.entries(b).sort())))}`;
}

/** What is judged differently: rules that changed, came or went, and samples that are the same and end otherwise. */
function changes(before: Recorded, after: Recorded): string[] {
  const codes = new Set([...Object.keys(before.regels), ...Object.keys(after.regels)]);
  const regels = [...codes].filter((code) => before.regels[code] !== after.regels[code]);
  const samples = Object.entries(before.samples).filter(([name, was]) => {
    const is = after.samples[name];
    return is !== undefined && is !== was && is.split(' ')[0] === was.split(' ')[0];
  });
  return [...regels, ...samples.map(([name]) => name)];
}

describe('the version of the rule set', () => {
  const before: Recorded = existsSync(RECORD)
    ? JSON.parse(readFileSync(RECORD, 'utf8'))
    : { versie: '', regels: {}, samples: {} };

  it('is raised when a rule judges differently', () => {
    const after = now();
    const changed = changes(before, after);
    if (after.versie === before.versie) expect(changed, 'raise REGELS_VERSIE in src/rules/version.ts').toEqual([]);
    if (process.env.RECORD_RULES === '1') writeFileSync(RECORD, `${JSON.stringify(after, null, 2)}\n`);
    else expect(after, `new samples or a new version: record them with ${HOW}`).toEqual(before);
  });

  it('tells a changed rule and another outcome from another sample', () => {
    const was: Recorded = { versie: '1', regels: { A: '1', B: '1' }, samples: { 'A fout': 'x 1', 'B fout': 'x 1' } };
    expect(changes(was, was)).toEqual([]);
    expect(changes(was, { ...was, regels: { A: '2', C: '1' } })).toEqual(['A', 'B', 'C']);
    expect(changes(was, { ...was, samples: { 'A fout': 'x 2', 'B fout': 'y 2', 'C fout': 'x 1' } })).toEqual([
      'A fout',
    ]);
    expect(changes(was, { ...was, samples: {} })).toEqual([]);
  });
});
