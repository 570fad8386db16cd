import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api/vraag.ts';
import { formOf, NO_FORM } from './form.ts';
import { csvOf } from './kit/csv.ts';
import { BUSY, NOT_FOUND, troubleOf } from './layout/trouble.tsx';
import type { Form, PageOutcome, PageRequest, PageRoute, Post, View } from './page.ts';
import type { Render } from './render.ts';

/** Puts a row of the table of pages on the server. */
export function registerPage(app: FastifyInstance, api: Api, page: PageRoute, render: Render): void {
  app.get(page.path, { config: { action: page.action } }, async (request, reply) => {
    const asked = readQuery(request.query, [...(page.query ?? []), ...FILES]);
    if ('detail' in asked) return render(request, reply, troubleOf(400, 'Onjuist adres', asked.detail));
    const { csv: file, ...query } = asked.query;
    const outcome = await page.show(requestOf(request, api, query, NO_FORM, file !== undefined));
    if (file !== undefined && outcome.kind === 'view') return sendFile(request, reply, outcome, file, render);
    return send(request, reply, outcome, render);
  });
}

export function registerPost(app: FastifyInstance, api: Api, post: Post, render: Render): void {
  const { action, bodyLimit } = post;
  const options = { config: { action }, ...(bodyLimit === undefined ? {} : { bodyLimit }) };
  app.post(post.path, options, async (request, reply) =>
    send(request, reply, await post.act(requestOf(request, api, {}, formOf(request.body), false)), render),
  );
}

/** Names of the table that is wanted as a file. */
const FILES = ['csv'];

type Query = { readonly query: Readonly<Record<string, string>> } | { readonly detail: string };

/** What was left empty in a form is not asked. A name that the page does not know is refused: a filter that was mistyped would show too much. */
function readQuery(query: unknown, known: readonly string[]): Query {
  const given = Object.entries(query as Readonly<Record<string, unknown>>);
  const unknown = given.filter(([naam]) => !known.includes(naam)).map(([naam]) => naam.slice(0, 40));
  if (unknown.length > 0) {
    return { detail: `Dit adres vraagt naar ${unknown.join(', ')}. Deze pagina kent: ${known.join(', ')}.` };
  }
  const twice = given.filter(([, waarde]) => typeof waarde !== 'string').map(([naam]) => naam);
  if (twice.length > 0) return { detail: `Elke naam mag één keer voorkomen; ${twice.join(', ')} staat er vaker.` };
  const texts = given.map(([naam, waarde]) => [naam, String(waarde).trim()] as const);
  return { query: Object.fromEntries(texts.filter(([, waarde]) => waarde !== '')) };
}

function requestOf(
  request: FastifyRequest,
  api: Api,
  query: PageRequest['query'],
  form: Form,
  whole: boolean,
): PageRequest {
  const { principal } = request;
  if (principal === null) throw new Error('a page was reached without a session');
  const params = request.params as PageRequest['params'];
  return { principal, api, params, query, form, now: api.nu(), whole };
}

function send(request: FastifyRequest, reply: FastifyReply, outcome: PageOutcome, render: Render): FastifyReply {
  if (outcome.kind === 'to') return reply.redirect(outcome.url, 303);
  if (outcome.kind === 'not-found') return render(request, reply, NOT_FOUND);
  if (outcome.kind === 'busy') return render(request, reply, BUSY);
  return render(request, reply, outcome);
}

function sendFile(
  request: FastifyRequest,
  reply: FastifyReply,
  view: View,
  naam: string,
  render: Render,
): FastifyReply {
  const table = view.tables?.find((tabel) => tabel.naam === naam);
  if (table === undefined || (view.status ?? 200) !== 200) return render(request, reply, NOT_FOUND);
  reply.header('content-disposition', `attachment; filename="${table.naam}.csv"`);
  return reply.type('text/csv; charset=utf-8').send(Buffer.from(csvOf(table)));
}
