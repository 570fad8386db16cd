import cookie from '@fastify/cookie';
import formbody from '@fastify/formbody';
import type { FastifyInstance, FastifyPluginAsync } from 'fastify';
import type { Api } from '../api/vraag.ts';
import { serveAssets } from './assets.ts';
import { board, boardPolicy } from './board/board.ts';
import { BOARD_PATH } from './board/path.ts';
import { catchTrouble, pageNotFound } from './errors.ts';
import { NO_TOKEN } from './layout/trouble.tsx';
import { live } from './live/live.ts';
import { PAGES, POSTS } from './pages/pages.ts';
import { POLICY } from './policy.ts';
import { registerPage, registerPost } from './register.ts';
import { renderer } from './render.ts';
import { isTokenFor } from './session/cookies.ts';
import { guardPages } from './session/guard.ts';
import { signIn } from './session/sign-in.tsx';
import { FORM_LIMIT, takeUploads } from './uploads.ts';

/** The pages: who signs in with a key gets a session, and sees what its role may see. */
export function dashboard(api: Api): FastifyPluginAsync {
  return async (root) => {
    const assets = await serveAssets(root);
    const render = renderer(assets, api.nu);
    await root.register(async (app) => {
      await app.register(cookie);
      await app.register(formbody, { bodyLimit: FORM_LIMIT });
      await takeUploads(app);
      app.addHook('onRoute', (route) => {
        route.config = { ...route.config, aanmelden: 'sessie' };
        // Each page looks at its own query, and the board at its own.
        route.schema = {};
      });
      app.addHook('onRequest', async (request, reply) => {
        reply.header('content-security-policy', isBoard(request.url) ? boardPolicy() : POLICY);
      });
      guardPages(app, api, render);
      needToken(app, render);
      catchTrouble(app, render);
      signIn(app, api, render);
      for (const page of PAGES) registerPage(app, api, page, render);
      for (const post of POSTS) registerPost(app, api, post, render);
      live(app, api);
      await app.register(board(api.gateway));
      pageNotFound(app, render);
    });
  };
}

function isBoard(url: string): boolean {
  return url === BOARD_PATH || url.startsWith(`${BOARD_PATH}/`);
}

/** What changes something is asked by a form of ours, for this session. The board has scripts of its own (see there). */
function needToken(app: FastifyInstance, render: ReturnType<typeof renderer>): void {
  app.addHook('preHandler', async (request, reply) => {
    if (request.method !== 'POST' || isBoard(request.url) || request.routeOptions.config.action === 'openbaar')
      return undefined;
    const { csrf } = (request.body ?? {}) as Readonly<Record<string, unknown>>;
    return isTokenFor(request.sessionSecret ?? undefined, csrf) ? undefined : render(request, reply, NO_TOKEN);
  });
}
