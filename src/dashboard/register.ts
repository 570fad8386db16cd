import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api/vraag.ts';
import { formOf, NO_FORM } from './form.ts';
import { fileOf } from './kit/files.ts';
import { BUSY, NOT_FOUND, troubleOf } from './layout/trouble.tsx';
import type { Form, PageOutcome, PageRequest, PageRoute, Post } from './page.ts';
import type { Render } from './render.ts';
import { FORM_LIMIT } from './uploads.ts';

/** Puts a row of the table of pages on the server. */
export function registerPage(app: FastifyInstance, api: Api, page: PageRoute, render: Render): void {
  app.get(page.path, { config: { action: page.action } }, async (request, reply) => {
    const asked = readQuery(request.query, [...(page.query ?? []), ...FILES]);
    if ('detail' in asked) return render(request, reply, troubleOf(400, 'Onjuist adres', asked.detail));
    const { csv, xlsx, ...query } = asked.query;
    const form = csv === undefined ? 'xlsx' : 'csv';
    const file = csv ?? xlsx;
    const outcome = await page.show(requestOf(request, api, query, NO_FORM, file !== undefined));
    if (file === undefined || outcome.kind !== 'view') return send(request, reply, outcome, render);
    const table = outcome.tables?.find(({ naam }) => naam === file);
    if (table === undefined || (outcome.status ?? 200) !== 200) return render(request, reply, NOT_FOUND);
    return send(request, reply, await fileOf(table, form), render);
  });
}

export function registerPost(app: FastifyInstance, api: Api, post: Post, render: Render): void {
  const { action, bodyLimit = FORM_LIMIT } = post;
  app.post(post.path, { config: { action }, bodyLimit }, async (request, reply) => {
    const outcome = await post.act(requestOf(request, api, {}, formOf(request.body), false));
    return send(request, reply, await withWorkbooks(outcome), render);
  });
}

/** The answer to a form has no address at which its tables can be asked for, so their files stand in it. */
async function withWorkbooks(outcome: PageOutcome): Promise<PageOutcome> {
  if (outcome.kind !== 'view' || outcome.tables === undefined) return outcome;
  const made = outcome.tables.map(async (table) => {
    const { bytes } = await fileOf(table, 'xlsx');
    return [table.naam, Buffer.from(bytes).toString('base64')] as const;
  });
  return { ...outcome, workbooks: new Map(await Promise.all(made)) };
}

/** Names of the table that is wanted as a file. */
const FILES = ['csv', 'xlsx'];

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
  if (outcome.kind === 'file') {
    reply.header('content-disposition', `attachment; filename="${outcome.name}"`);
    return reply.type(outcome.type).send(Buffer.from(outcome.bytes));
  }
  return render(request, reply, outcome);
}
