import multipart, { type MultipartFile } from '@fastify/multipart';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { DOCUMENT_HOOGSTENS } from '../api/inhoud.ts';

/** Of a form, in bytes; those that hold a document say so themselves. */
export const FORM_LIMIT = 64 * 1024;
/** Of all that a form with files brings: it is in memory together. */
const TOGETHER = 2 * DOCUMENT_HOOGSTENS;

class Refused extends Error {
  readonly statusCode: number;

  constructor(statusCode: number) {
    super('a form is too large, or does not say how large it is');
    this.statusCode = statusCode;
  }
}

/** Fields and files of a form with files; what is too large is refused while it comes. */
const UPLOADS = {
  attachFieldsToBody: 'keyValues',
  limits: { fileSize: DOCUMENT_HOOGSTENS, fieldSize: DOCUMENT_HOOGSTENS, files: 100, fields: 40 },
  async onFile(this: FastifyRequest, part: MultipartFile) {
    Object.assign(part, { value: { name: part.filename, bytes: await part.toBuffer() } });
  },
} as const;

/**
 * Forms with files. The parser bounds each part and not their sum, and nobody signed in yet where keys are asked for: so what
 * a form says that it brings is bounded before anything of it is read. Browsers always say it.
 */
export async function takeUploads(app: FastifyInstance): Promise<void> {
  app.addHook('preParsing', async (request, reply) => boundForm(request, reply));
  await app.register(multipart, UPLOADS);
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
