import multipart from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DOCUMENT_HOOGSTENS } from '../api/inhoud.ts';
import { isOnbewaarbaar } from '../api/onbewaarbaar.ts';

/** Of a form, in bytes; those that hold a document say so themselves. */
export const FORM_LIMIT = 64 * 1024;
/** Of all that a form with files brings: it is in memory together. */
const TOGETHER = 2 * DOCUMENT_HOOGSTENS;

class Refused extends Error {
  readonly statusCode: number;

  constructor(statusCode: number) {
    super('a form that is too large, does not say how large it is, or is none');
    this.statusCode = statusCode;
  }
}

const LIMITS = { fileSize: DOCUMENT_HOOGSTENS, fieldSize: DOCUMENT_HOOGSTENS, files: 100, fields: 100 };

/**
 * Forms with files. The parser bounds each part and not their sum, and nobody signed in yet where keys are asked for: so what
 * a form says that it brings is bounded before anything of it is read. Browsers always say it.
 */
export async function takeUploads(app: FastifyInstance): Promise<void> {
  app.addHook('preParsing', async (request, reply) => boundForm(request, reply));
  await app.register(multipart, { limits: LIMITS });
  app.addHook('preValidation', async (request) => {
    if (!request.isMultipart()) return;
    // What the parser says of a form that is none has no status of its own.
    request.body = await partsOf(request).catch((fout: { readonly statusCode?: number }) => {
      throw fout.statusCode === undefined ? new Refused(400) : fout;
    });
  });
}

/** By name; a file as `FormFile`. What is too large is refused while it comes. */
async function partsOf(request: FastifyRequest): Promise<Record<string, unknown>> {
  const body = new Map<string, unknown[]>();
  for await (const part of request.parts()) {
    const value = part.type === 'file' ? { name: part.filename, bytes: await part.toBuffer() } : part.value;
    if (isOnbewaarbaar([part.fieldname, value])) throw new Refused(400);
    body.set(part.fieldname, [...(body.get(part.fieldname) ?? []), value]);
  }
  return Object.fromEntries([...body].map(([name, values]) => [name, values.length === 1 ? values[0] : values]));
}

async function boundForm({ headers, routeOptions }: FastifyRequest, reply: FastifyReply): Promise<undefined> {
  if (!/^multipart\//i.test(headers['content-type'] ?? '')) return undefined;
  // With room for what stands between the parts.
  const limit = Math.min(routeOptions.bodyLimit ?? 0, TOGETHER) + FORM_LIMIT;
  const length = headers['content-length'];
  if (length !== undefined && Number(length) <= limit) return undefined;
  reply.header('connection', 'close');
  throw new Refused(length === undefined ? 411 : 413);
}
