import type { FastifyInstance, FastifyPluginAsync, InjectOptions } from 'fastify';
import { expect } from 'vitest';
import type { Sleutelkast } from '../../src/access/keys/sleutelkast.ts';
import { type BeurtMaat, beurtenVoorAlles } from '../../src/api/beurten.ts';
import { buildMetricsServer, buildServer } from '../../src/api/server.ts';
import { Streams } from '../../src/api/stream/streams.ts';
import type { Api } from '../../src/api/vraag.ts';
import type { TlsFiles } from '../../src/config/tls.ts';
import { dashboard } from '../../src/dashboard/dashboard.ts';
import type { Logger } from '../../src/log/logger.ts';
import type { Velden } from '../../src/log/velden.ts';
import { Metrics } from '../../src/metrics/metrics.ts';
import { answerMistakes } from './answers.ts';
import { NepGateway } from './nep-gateway.ts';

const GEWOON = { partijen: null, alleenLezen: false, geldigTot: null };

export const WIE = {
  beheerder: { naam: 'b', rol: 'beheerder', partij: null, regios: null, ...GEWOON },
  operator: { naam: 'o', rol: 'operator', partij: null, regios: ['AA'], ...GEWOON },
  operatorZawa: { naam: 'z', rol: 'operator', partij: null, regios: ['ZAWA'], ...GEWOON },
  aanbieder: { naam: 'a', rol: 'aanbieder', partij: '42420001', regios: null, ...GEWOON },
  andereAanbieder: { naam: 'a2', rol: 'aanbieder', partij: '42420002', regios: null, ...GEWOON },
  gemeente: { naam: 'g', rol: 'gemeente', partij: '0362', regios: null, ...GEWOON },
  purmerend: { naam: 'p', rol: 'gemeente', partij: '0439', regios: null, ...GEWOON },
} as const;
export type Wie = keyof typeof WIE;

/** A server on a gateway in memory, with a key for everybody. */
export class Opstelling {
  readonly gateway: NepGateway;
  readonly app: FastifyInstance;
  readonly metrics: FastifyInstance;
  readonly log: string[];
  readonly kast: Sleutelkast;
  readonly sleutels: Readonly<Record<Wie, string>>;
  readonly streams: Streams;

  private constructor(
    gateway: NepGateway,
    app: FastifyInstance,
    metrics: FastifyInstance,
    log: string[],
    kast: Sleutelkast,
    sleutels: Record<Wie, string>,
    streams: Streams,
  ) {
    this.gateway = gateway;
    this.app = app;
    this.metrics = metrics;
    this.log = log;
    this.kast = kast;
    this.sleutels = sleutels;
    this.streams = streams;
  }

  /** With the operators' pages only where they are looked at: the board of queues takes its time. */
  static async maak({
    paginas = false,
    maat = {} as Partial<BeurtMaat>,
    metricsElders = false,
    proxies = [] as readonly string[],
    tls = null as TlsFiles | null,
    plugins = [] as readonly FastifyPluginAsync[],
  } = {}): Promise<Opstelling> {
    const gateway = new NepGateway();
    const { kast } = gateway;
    const sleutels = {} as Record<Wie, string>;
    for (const [wie, gegevens] of Object.entries(WIE)) sleutels[wie as Wie] = (await kast.maak(gegevens)).geheim;
    const log: string[] = [];
    const schrijf = (zin: string, velden?: Velden) => {
      log.push(JSON.stringify([zin, velden]));
    };
    const logger: Logger = { error: schrijf, warn: schrijf, info: schrijf, debug: schrijf };
    const nu = () => new Date('2026-01-02T12:00:00Z');
    const streams = new Streams();
    const api: Api = {
      gateway,
      sleutels: kast,
      sessies: gateway.sessiekast,
      metrics: new Metrics(),
      beurten: beurtenVoorAlles(maat),
      streams,
      nu,
    };
    const app = await buildServer({
      api,
      logger,
      metApi: true,
      plugins: [...(paginas ? [dashboard(api)] : []), ...plugins],
      proxies,
      metricsElders,
      tls,
    });
    await app.ready();
    return new Opstelling(gateway, app, buildMetricsServer(api, logger), log, kast, sleutels, streams);
  }

  /** A call with somebody's key; its answer must be one that the document knows. */
  async vraag(wie: Wie, method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE', url: string, meer: InjectOptions = {}) {
    const headers = { authorization: `Bearer ${this.sleutels[wie]}`, ...meer.headers };
    const antwoord = await this.app.inject({ method, url, ...meer, headers });
    const type = String(antwoord.headers['content-type'] ?? '');
    expect(answerMistakes({ method, path: url, status: antwoord.statusCode, type, text: antwoord.payload })).toEqual(
      [],
    );
    return antwoord;
  }

  xml(wie: Wie, url: string, headers: Record<string, string> = {}, payload: string | Buffer = '<x/>') {
    return this.vraag(wie, 'POST', url, { payload, headers: { 'content-type': 'application/xml', ...headers } });
  }
}
