import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Release } from '../../src/standard/message-types.ts';
import { hasShared, SHARED } from '../shared.ts';

export interface CorpusBestand {
  readonly naam: string;
  readonly geldig: boolean;
  readonly bytes: Uint8Array;
}

/** Why no corpus can be made here; null when it can. */
export const geenCorpus: string | null = !hasShared
  ? 'the published standard is not beside the project'
  : spawnSync('xmllint', ['--version']).error !== undefined || spawnSync('python3', ['--version']).error !== undefined
    ? 'python3 and xmllint are needed'
    : null;

/** Messages that the conformance kit makes from the official XSDs, with xmllint's verdict on each. */
export function maakCorpus(release: Release, seed: number, perType: number): CorpusBestand[] {
  const map = mkdtempSync(join(tmpdir(), 'ijw-corpus-'));
  try {
    const script = join(SHARED, 'conformance', 'make_corpus.py');
    const xsd = join(SHARED, `ijw-${release}`, 'xsd');
    execFileSync('python3', [script, xsd, map, '--seed', `${seed}`, '--per-type', `${perType}`], { stdio: 'ignore' });
    const oordelen: Record<string, { valid: boolean }> = JSON.parse(readFileSync(join(map, 'verdicts.json'), 'utf8'));
    return Object.entries(oordelen).map(([naam, { valid }]) => ({
      naam,
      geldig: valid,
      bytes: new Uint8Array(readFileSync(join(map, naam))),
    }));
  } finally {
    rmSync(map, { recursive: true, force: true });
  }
}
