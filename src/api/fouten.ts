import type { FastifyError, FastifyInstance } from 'fastify';
import { NotAllowed } from '../gateway/door.ts';
import { isStoring, ReportTimeout } from '../gateway/trouble.ts';
import { foutVelden } from '../log/fout.ts';
import type { Logger } from '../log/logger.ts';
import { InvoerFout } from './checks/validator.ts';
import { isOnbewaarbaar } from './onbewaarbaar.ts';
import { type ProbleemCode, probleem } from './problems.ts';
import { zend } from './zend.ts';

const BIJ_CODE: Readonly<Record<string, ProbleemCode>> = {
  FST_ERR_HANDLER_TIMEOUT: 'storing',
  FST_ERR_CTP_BODY_TOO_LARGE: 'te-groot',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'verkeerd-mediatype',
  FST_ERR_CTP_INVALID_JSON_BODY: 'ongeldige-json',
  FST_ERR_CTP_EMPTY_JSON_BODY: 'ongeldige-json',
};

/** Whatever was thrown leaves as a problem of the catalogue; its own text stays inside. */
export function vangFouten(app: FastifyInstance, logger: Logger): void {
  app.setNotFoundHandler((_verzoek, antwoord) => zend(antwoord, probleem('niet-gevonden')));
  app.setErrorHandler((fout: FastifyError, verzoek, antwoord) => {
    if (fout instanceof InvoerFout) {
      if (fout.antwoord.status === 413) antwoord.header('connection', 'close');
      return zend(antwoord, fout.antwoord);
    }
    const code = codeVan(fout);
    if (code === 'te-groot') antwoord.header('connection', 'close');
    if (code === 'fout' || code === 'storing')
      logger.error('verzoek mislukt', { route: verzoek.routeOptions.url ?? null, probleem: code, ...foutVelden(fout) });
    return zend(antwoord, probleem(code, code === 'storing' ? { headers: { 'retry-after': '5' } } : {}));
  });
}

/** What the store cannot keep is refused before anything else looks at it, wherever it stands: path, query or JSON. */
export function weigerOnbewaarbaar(app: FastifyInstance): void {
  app.addHook('preValidation', async (verzoek, antwoord) => {
    const { params, query, body } = verzoek;
    return isOnbewaarbaar([params, query, body]) ? zend(antwoord, probleem('onbewaarbare-tekens')) : undefined;
  });
}

/** While the server stops, requests on connections that are still open get 503 with Retry-After. */
export function weigerBijSluiten(app: FastifyInstance): void {
  let sluit = false;
  app.addHook('preClose', async () => {
    sluit = true;
  });
  app.addHook('onRequest', async (_verzoek, antwoord) =>
    sluit ? zend(antwoord, probleem('storing', { headers: { 'retry-after': '5' } })) : undefined,
  );
}

export function codeVan(fout: FastifyError): ProbleemCode {
  const bekend = BIJ_CODE[fout.code];
  if (bekend !== undefined) return bekend;
  if (fout instanceof SyntaxError) return 'ongeldige-json';
  if (fout instanceof NotAllowed) return fout.reason === 'role' ? 'rol-ongeschikt' : 'alleen-lezen';
  if (fout instanceof ReportTimeout) return 'duurt-te-lang';
  if (isStoring(fout)) return 'storing';
  if (fout.statusCode === 413) return 'te-groot';
  if (fout.statusCode === 415) return 'verkeerd-mediatype';
  return fout.statusCode !== undefined && fout.statusCode < 500 ? 'ongeldig-verzoek' : 'fout';
}
