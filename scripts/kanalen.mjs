#!/usr/bin/env node
/**
 * npm run test:kanalen: by every way a thousand messages and their answers, while its server is restarted and the gateway
 * killed twice. Takes half an hour or more; `npm test` has the same with forty. `npm run test:kanalen -- stuf map` runs
 * those ways.
 */
import { build } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { runTool } from './lib/run.mjs';
import { ensureSystem, FOR_TESTING } from './lib/system.mjs';

const FILES = {
  amqp: 'test/connectors/amqp/kills.test.ts',
  bullmq: 'test/connectors/bullmq/survival.test.ts',
  map: 'test/connectors/map/survival.test.ts',
  stuf: 'test/connectors/stuf/survival.test.ts',
  webhook: 'test/connectors/webhook/survival.test.ts',
};

const names = process.argv.slice(2);
const unknown = names.filter((name) => !Object.hasOwn(FILES, name));
if (unknown.length > 0) {
  console.error(`usage: npm run test:kanalen -- [${Object.keys(FILES).join(' ')}] (not: ${unknown.join(' ')})`);
  process.exit(2);
}
if (!((await ensureSystem(FOR_TESTING)) && (await ensureModules()) && (await build()))) process.exit(1);
process.env.IJW_KANAAL_BERICHTEN ??= '1000';
const files = (names.length > 0 ? names : Object.keys(FILES)).map((name) => FILES[name]);
// One after another: each wants the machine for itself.
process.exit(await runTool('vitest', ['run', '--project', 'integration', '--no-file-parallelism', ...files]));
