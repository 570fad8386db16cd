import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { SHARED } from '../shared.ts';

export interface ConformanceRun {
  readonly laatste: string;
  readonly uitvoer: string;
}

/** Plays the conformance kit's scenarios against a running gateway; gives its closing line ('N passed, N failed'). */
export function runScenarios(url: string, sleutel: string): Promise<ConformanceRun> {
  const kit = join(SHARED, 'conformance');
  return new Promise((klaar) => {
    execFile(
      'python3',
      ['run_scenarios.py', '--url', url, '--key', sleutel],
      { cwd: kit, maxBuffer: 10_000_000, env: { ...process.env, PYTHONDONTWRITEBYTECODE: '1' } },
      (_fout, stdout, stderr) => {
        const uitvoer = `${stdout}${stderr}`;
        klaar({ laatste: stdout.trim().split('\n').at(-1) ?? '', uitvoer });
      },
    );
  });
}
