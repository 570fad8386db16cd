import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { PACKAGE_ROOT } from '../standard/schema-files.ts';
import { POLICY } from './policy.ts';

const OWN = join(PACKAGE_ROOT, 'assets');
const UPLOT = dirname(createRequire(import.meta.url).resolve('uplot/dist/uPlot.min.css'));
const DAY_S = 86_400;

/** Style and scripts, under an address that changes with them; nothing of anybody, so without a session. */
export async function serveAssets(app: FastifyInstance): Promise<string> {
  const prefix = `/bestanden/${versionOf(OWN)}`;
  await app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.config = { ...route.config, action: 'openbaar' };
    });
    // A call may ask for nothing, and under that policy the worker could not open its stream.
    scope.addHook('onRequest', async (_request, reply) => {
      reply.header('content-security-policy', POLICY);
    });
    // In place of the `no-store` of all other answers.
    scope.addHook('onSend', async (_request, reply, payload) => {
      if (reply.statusCode === 200) reply.header('cache-control', `public, max-age=${DAY_S}, immutable`);
      return payload;
    });
    await scope.register(fastifyStatic, {
      root: [OWN, UPLOT],
      prefix,
      index: false,
      dotfiles: 'deny',
      decorateReply: false,
    });
  });
  return prefix;
}

function versionOf(folder: string): string {
  const hash = createHash('sha256');
  for (const naam of readdirSync(folder).toSorted()) hash.update(naam).update(readFileSync(join(folder, naam)));
  return hash.digest('hex').slice(0, 12);
}
