#!/usr/bin/env node
/**
 * npm run screenshots: the six pictures of README and docs, of the pages as they are on a month of `npm run demo`. Starts a
 * smaller one of its own; `--demo FILE` takes one that runs (`npm run demo -- --json FILE`).
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { ensureSystem, FOR_PICTURES } from './lib/system.mjs';

const { values } = parseArgs({ options: { demo: { type: 'string' }, kinderen: { type: 'string', default: '300' } } });
if (!((await ensureSystem(FOR_PICTURES)) && (await ensureModules()) && (await ensureBuild()))) process.exit(1);

const { pictures } = await import('./demo/month/pictures.mjs');
if (values.demo !== undefined) await pictures(JSON.parse(readFileSync(values.demo, 'utf8')));
else {
  const { ownMonth } = await import('./demo/month/own-month.mjs');
  const { gateway, month } = await ownMonth({ count: Number(values.kinderen), seed: 'regio', say: console.log });
  try {
    await pictures({ url: gateway.url, keys: month.keys });
  } finally {
    await gateway.stop();
  }
}
