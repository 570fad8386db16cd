#!/usr/bin/env node
/**
 * npm run sbom: what the program is made of, as CycloneDX JSON on standard output. `npm sbom --omit=dev` leaves out whatever
 * a tool of the developers uses too (npm/cli#7909), so all is asked for, and what is marked as theirs alone is taken out
 * here. npm before 12 names the whole after the folder that it lies in (npm/cli#9178); here it bears its own name.
 */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './lib/run.mjs';

const ARGS = ['sbom', '--sbom-format=cyclonedx', '--sbom-type=application', '--package-lock-only'];
const options = { cwd: ROOT, encoding: 'utf8', maxBuffer: 2 ** 26, stdio: ['ignore', 'pipe', 'inherit'] };
const { status, stdout } = spawnSync('npm', ARGS, options);
if (status !== 0) process.exit(status ?? 1);
const bom = JSON.parse(stdout);
const ofDevelopers = ({ properties = [] }) => properties.some(({ name }) => name === 'cdx:npm:package:development');
const components = bom.components.filter((component) => !ofDevelopers(component));
const kept = new Set([bom.metadata.component['bom-ref'], ...components.map((component) => component['bom-ref'])]);
const dependencies = bom.dependencies
  .filter(({ ref }) => kept.has(ref))
  .map(({ ref, dependsOn = [] }) => ({ ref, dependsOn: dependsOn.filter((one) => kept.has(one)) }));
bom.metadata.component.name = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')).name;
process.stdout.write(`${JSON.stringify({ ...bom, components, dependencies }, null, 2)}\n`);
