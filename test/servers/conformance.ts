import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { SHARED } from '../shared.ts';

export interface ConformanceRun {
  readonly laatste: string;
  readonly uitvoer: string;
}

/** A module of scenarios beside the kit's own, with the folder it stands in and what it reads from the environment. */
export interface OwnModule {
  readonly module: string;
  readonly map: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Plays the conformance kit's scenarios against a running gateway; gives its closing line ('N passed, N failed'). */
export function runScenarios(url: string, sleutel: string, own?: OwnModule): Promise<ConformanceRun> {
  const kit = join(SHARED, 'conformance');
  return new Promise((klaar) => {
    execFile(
      'python3',
      [join(kit, 'run_scenarios.py'), '--url', url, '--key', sleutel, '--module', own?.module ?? 'scenarios'],
      {
        cwd: own?.map ?? kit,
        maxBuffer: 10_000_000,
        env: { ...process.env, ...own?.env, PYTHONDONTWRITEBYTECODE: '1' },
      },
      (_fout, stdout, stderr) => {
        const uitvoer = `${stdout}${stderr}`;
        klaar({ laatste: stdout.trim().split('\n').at(-1) ?? '', uitvoer });
      },
    );
  });
}
