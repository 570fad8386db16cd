import type { IncomingMessage } from 'node:http';
import { errorCodes, type FastifyInstance } from 'fastify';
import { BUNDLE_LIMITS } from '../bundle/limits.ts';
import { ZIP_TOO_LARGE } from '../bundle/refusal.ts';
import { InvoerFout } from './checks/validator.ts';
import { geweigerdeZip } from './zip.ts';

/** A message is at most 25 MiB (OP179; docs/decisions/xml-gate.md). */
export const XML_HOOGSTENS = 25 * 1024 * 1024;
/** A decision, a grant, a key: a few hundred bytes. */
export const JSON_HOOGSTENS = 64 * 1024;
/** The agreements of a region with all its contracts. */
export const DOCUMENT_HOOGSTENS = 16 * 1024 * 1024;
const GEEN_HOOGSTENS = 64 * 1024;
/**
 * What is read of a body that is too large, so that its sender can finish and read why; then the connection is closed.
 */
const UITLOOP = 1024 * 1024;

/** XML comes as the bytes that were sent; any other media type is 415. */
export function leesXml(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  scope.addContentTypeParser(['application/xml', 'text/xml'], (_verzoek: unknown, stroom: IncomingMessage) =>
    lees(stroom, XML_HOOGSTENS),
  );
}

/** XML as above, or a zip of messages. */
export function leesBericht(scope: FastifyInstance): void {
  leesXml(scope);
  scope.addContentTypeParser('application/zip', async (_verzoek: unknown, stroom: IncomingMessage) => {
    const { zipBytes } = BUNDLE_LIMITS;
    try {
      return await lees(stroom, zipBytes);
    } catch (fout) {
      if (!(fout instanceof errorCodes.FST_ERR_CTP_BODY_TOO_LARGE)) throw fout;
      throw new InvoerFout(geweigerdeZip(ZIP_TOO_LARGE));
    }
  });
}

/** JSON; an empty body is undefined. */
export function leesJson(scope: FastifyInstance): void {
  leesJsonTot(scope, JSON_HOOGSTENS);
}

/** JSON of the agreements, with a bound of its own because they may be long. */
export function leesDocument(scope: FastifyInstance): void {
  leesJsonTot(scope, DOCUMENT_HOOGSTENS);
}

function leesJsonTot(scope: FastifyInstance, hoogstens: number): void {
  scope.removeAllContentTypeParsers();
  const ontleed = scope.getDefaultJsonParser('error', 'error');
  scope.addContentTypeParser('application/json', (verzoek, stroom, klaar) => {
    lees(stroom, hoogstens).then(
      (bytes) => {
        if (bytes.length === 0) klaar(null, undefined);
        else ontleed(verzoek, bytes.toString('utf8'), klaar);
      },
      (fout: Error) => klaar(fout),
    );
  });
}

/** No body is looked at, whatever its media type. */
export function leesNiets(scope: FastifyInstance): void {
  scope.removeAllContentTypeParsers();
  // Fastify refuses a media type that is none before it asks for a parser.
  scope.addHook('onRequest', async (verzoek) => {
    if (verzoek.headers['content-type'] !== undefined) verzoek.headers['content-type'] = 'application/octet-stream';
  });
  scope.addContentTypeParser('*', async (_verzoek: unknown, stroom: IncomingMessage) => {
    await lees(stroom, GEEN_HOOGSTENS);
    return undefined;
  });
}

/** All bytes of a body; throws 413 as soon as it is clear that there are too many, and keeps none of those. */
async function lees(stroom: IncomingMessage, hoogstens: number): Promise<Buffer> {
  const beloofd = Number(stroom.headers['content-length'] ?? 0);
  if (beloofd > hoogstens + UITLOOP) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  const stukken: Buffer[] = [];
  let gelezen = 0;
  for await (const stuk of stroom as AsyncIterable<Buffer>) {
    gelezen += stuk.length;
    if (gelezen > hoogstens + UITLOOP) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
    if (gelezen > hoogstens) stukken.length = 0;
    else stukken.push(stuk);
  }
  if (gelezen > hoogstens) throw new errorCodes.FST_ERR_CTP_BODY_TOO_LARGE();
  return Buffer.concat(stukken);
}
