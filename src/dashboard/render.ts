import type { FastifyReply, FastifyRequest } from 'fastify';
import { documentOf } from './layout/document.tsx';
import type { View } from './page.ts';
import { tokenFor } from './session/cookies.ts';

/** What a page is shown with, where it is not what follows from the request. */
export interface Shown {
  readonly csrf?: string;
  readonly url?: string | null;
}

export type Render = (request: FastifyRequest, reply: FastifyReply, view: View, shown?: Shown) => FastifyReply;

export function renderer(assets: string, now: () => Date): Render {
  return (request, reply, view, shown = {}) => {
    const { principal, sessionSecret, url } = request;
    const csrf = shown.csrf ?? (sessionSecret === null ? '' : tokenFor(sessionSecret));
    const asked = request.method === 'GET' || request.method === 'HEAD' ? url : null;
    reply.code(view.status ?? 200).type('text/html; charset=utf-8');
    return reply.send(
      documentOf({
        ...{ title: view.title, body: view.body, principal, csrf, assets, now: now() },
        ...(view.intro === undefined ? {} : { intro: view.intro }),
        ...(view.live === undefined ? {} : { live: view.live }),
        ...(view.workbooks === undefined ? {} : { workbooks: view.workbooks }),
        path: url.split('?')[0] ?? '/',
        url: shown.url === undefined ? asked : shown.url,
      }),
    );
  };
}
