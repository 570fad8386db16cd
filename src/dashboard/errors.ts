import type { FastifyError, FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { codeVan } from '../api/fouten.ts';
import { isOnbewaarbaar } from '../api/onbewaarbaar.ts';
import { probleem } from '../api/problems.ts';
import { zend } from '../api/zend.ts';
import { NOT_FOUND, troublePage } from './layout/trouble.tsx';
import type { Render } from './render.ts';

/** Whatever was thrown leaves as a page; its own text stays inside. */
export function catchTrouble(app: FastifyInstance, render: Render): void {
  app.setErrorHandler((fout: FastifyError, request, reply) => {
    const code = codeVan(fout);
    if (code === 'te-groot') reply.header('connection', 'close');
    if (code === 'fout' || code === 'storing') request.log.error(fout, `page failed: ${code}`);
    if (code === 'storing') reply.header('retry-after', '5');
    return render(request, reply, troublePage(probleem(code)));
  });
}

/** Of a part of an address: what the framework takes as a parameter (characters). */
const LONGEST_PART = 100;

/** What lies elsewhere than pages is answered as the API does. */
const ELSEWHERE = /^\/(?:api|bestanden|health|metrics|ready|stuf)(?:[/?]|$)/;

/** Whatever address a browser asks for that is none. */
export function pageNotFound(app: FastifyInstance, render: Render): void {
  app.get('/*', { config: { action: 'page.view' } }, async (request, reply) => render(request, reply, NOT_FOUND));
}

export function isElsewhere(url: string): boolean {
  return ELSEWHERE.test(url);
}

/**
 * For an address outside the pages that nobody serves, in the words that the API has for it: a part that is too long for its
 * route comes here too.
 */
export function nothingThere({ url, params }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const tooLong = url.split(/[/?]/).some((part) => part.length > LONGEST_PART);
  const unkeepable = isOnbewaarbaar(params);
  return zend(reply, probleem(tooLong ? 'adres-te-lang' : unkeepable ? 'onbewaarbare-tekens' : 'niet-gevonden'));
}
