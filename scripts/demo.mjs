#!/usr/bin/env node
/**
 * npm run demo: a believable month of both regions, through the intake by HTTP. On a gateway that runs, when IJW_URL and
 * IJW_SLEUTEL (of a beheerder) are set; else on one of its own, whose clock it moves through the month, and which it keeps
 * running until Ctrl-C. The same seed on the same day gives the same month.
 */
import { parseArgs } from 'node:util';
import { ensureBuild } from './lib/build.mjs';
import { ensureModules } from './lib/modules.mjs';
import { ensureSystem, FOR_SERVING } from './lib/system.mjs';

const USE = `npm run demo -- [--kinderen N] [--zaad TEKST] [--stop]
  --kinderen N   how many children (1000); about two messages come in for each
  --zaad TEKST   another month
  --json FILE    write the address and the keys to a file
  --stop         end when it is filled\n`;

const { values } = parseArgs({
  options: {
    kinderen: { type: 'string', default: '1000' },
    zaad: { type: 'string', default: 'regio' },
    stop: { type: 'boolean', default: false },
    json: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const count = Number(values.kinderen);
if (values.help || !Number.isInteger(count) || count < 1 || count > 4_000) {
  process.stderr.write(USE);
  process.exit(values.help ? 0 : 2);
}
if (!((await ensureSystem(FOR_SERVING)) && (await ensureModules()) && (await ensureBuild()))) process.exit(1);

const { demo } = await import('./demo/month/demo.mjs');
process.exit(await demo({ count, seed: values.zaad, stop: values.stop, json: values.json }));
