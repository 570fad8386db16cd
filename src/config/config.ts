import { resolve } from 'node:path';
import { type FaultSetting, readFault } from '../faults/setting.ts';
import { type KeepTerms, readTerms } from './bewaartermijnen.ts';
import { brokerFouten, clusterFouten, configFouten, mailFouten, rolFouten } from './controle.ts';
import { LOG_LEVELS, type LogLevel, type Opties, PROCESS_ROLLEN, type ProcessRol } from './keuzes.ts';
import { readTls, type TlsFiles } from './tls.ts';

export interface Config {
  readonly host: string;
  /** 0 lets the system choose. */
  readonly port: number;
  /** Absolute path. */
  readonly dataDir: string;
  /** Null: PGlite in dataDir. */
  readonly databaseUrl: string | null;
  /** Null: a private redis-server in dataDir. */
  readonly redisUrl: string | null;
  readonly queuePrefix: string;
  /** Key of the BSN hash; null: made in dataDir at first start. */
  readonly dataSleutel: string | null;
  readonly logLevel: LogLevel;
  /** Valid while it is set, never stored. */
  readonly beheerderSleutel: string | null;
  /** Proxies whose X-Forwarded-For is believed: addresses and networks. */
  readonly proxies: readonly string[];
  /** A port for the metrics alone; null: on the main port, with a key or from this machine. */
  readonly metricsPort: number | null;
  /** TLS of our own; null: plain HTTP. */
  readonly tls: TlsFiles | null;
  /** `amqp://` or `amqps://`; null: the way AMQP is off. */
  readonly amqpUrl: string | null;
  /** The Redis of the way BullMQ, never our own; null: off. */
  readonly brokerRedisUrl: string | null;
  /** Absolute path of the folder of the way by folders; null: off. */
  readonly kanaalMap: string | null;
  /** How long each kind of data is kept, in years. */
  readonly bewaartermijnen: KeepTerms;
  /** Webhooks and StUF may go to http and to private addresses. */
  readonly webhookPrive: boolean;
  /** By which server mail goes, and from which address; null: no mail. */
  readonly mail: { readonly url: string; readonly from: string } | null;
  /** Where people open the pages, without a slash at its end; null: not known. */
  readonly pageUrl: string | null;
  /** For the crash tests: where this process is to kill itself; null: nowhere, as always. */
  readonly fault: FaultSetting | null;
  readonly rol: ProcessRol;
  /** Regions whose lanes this process works; null: all. */
  readonly regios: readonly string[] | null;
}

export type ConfigUitkomst =
  | { readonly kind: 'ok'; readonly config: Config }
  /** Every mistake, each a Dutch sentence; values of secrets are not in them. */
  | { readonly kind: 'invalid'; readonly fouten: readonly string[] };

/** Configuration from the environment, with what the command line adds. An empty variable counts as absent. */
export function loadConfig(env: Readonly<Record<string, string | undefined>>, opties: Opties = {}): ConfigUitkomst {
  const gezet = Object.fromEntries(
    Object.entries(env).filter((paar): paar is [string, string] => paar[1] !== undefined && paar[1] !== ''),
  );
  const { tls, fouten: tlsFouten } = readTls(gezet);
  const { terms, fouten: termFouten } = readTerms(gezet);
  const fouten = [
    ...configFouten(gezet),
    ...brokerFouten(gezet),
    ...clusterFouten(gezet),
    ...mailFouten(gezet),
    ...rolFouten(opties, gezet),
    ...tlsFouten,
    ...termFouten,
  ];
  if (fouten.length > 0) return { kind: 'invalid', fouten };
  return {
    kind: 'ok',
    config: {
      host: gezet.HOST ?? '127.0.0.1',
      port: Number(gezet.PORT ?? 8080),
      dataDir: resolve(gezet.DATA_DIR ?? 'data'),
      databaseUrl: gezet.DATABASE_URL ?? null,
      redisUrl: gezet.REDIS_URL ?? null,
      queuePrefix: gezet.QUEUE_PREFIX ?? '{ijw}',
      dataSleutel: gezet.DATA_SLEUTEL ?? null,
      logLevel: LOG_LEVELS.find((l) => l === gezet.LOG_LEVEL) ?? 'info',
      beheerderSleutel: gezet.IJW_BEHEERDER_SLEUTEL ?? null,
      proxies: (gezet.TRUSTED_PROXIES ?? '').split(',').flatMap((adres) => adres.trim() || []),
      metricsPort: gezet.METRICS_PORT === undefined ? null : Number(gezet.METRICS_PORT),
      tls,
      amqpUrl: gezet.AMQP_URL ?? null,
      brokerRedisUrl: gezet.BROKER_REDIS_URL ?? null,
      kanaalMap: gezet.KANAAL_MAP === undefined ? null : resolve(gezet.KANAAL_MAP),
      bewaartermijnen: terms,
      webhookPrive: gezet.WEBHOOK_PRIVE === 'ja',
      mail: gezet.SMTP_URL === undefined ? null : { url: gezet.SMTP_URL, from: gezet.MAIL_VAN ?? '' },
      pageUrl: gezet.PAGINA_URL?.replace(/\/$/, '') ?? null,
      fault: gezet.IJW_FAULT === undefined ? null : readFault(gezet.IJW_FAULT),
      rol: PROCESS_ROLLEN.find((r) => r === opties.rol) ?? 'all',
      regios: opties.regios ?? null,
    },
  };
}
