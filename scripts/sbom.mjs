#!/usr/bin/env node
/**
 * npm run sbom: what the program is made of, as CycloneDX JSON on standard output. npm before 12 names the whole after the
 * folder that it lies in (npm/cli#9178); here it bears its own name.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';

const args = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--omit=dev', '--package-lock-only'];
const { status, stdout } = spawnSync('npm', args, {
  cwd: ROOT,
  encoding: 'utf8',
  maxBuffer: 2 ** 26,
  stdio: ['ignore', 'pipe', 'inherit'],
});
if (status !== 0) process.exit(status ?? 1);
const bom = JSON.parse(stdout);
bom.metadata.component.name = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).name;
process.stdout.write(`${JSON.stringify(bom, null, 2)}\n`);
