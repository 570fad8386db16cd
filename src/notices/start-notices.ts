import type { Config } from '../config/config.ts';
import { Poster } from '../connectors/post-bytes.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import type { Logger } from '../log/logger.ts';
import { Periodic } from '../services/periodic.ts';
import type { Store } from '../store/store.ts';
import { Mailer } from './mailer.ts';
import { Teller } from './teller.ts';

/** How often is looked whether a subscription is due, and how often each is looked at while nothing happens (ms). */
const DUE_MS = 2_000;
const LOOK_MS = 5_000;

export interface NoticesOptions {
  readonly config: Pick<Config, 'mail' | 'pageUrl' | 'webhookPrive'>;
  readonly store: Store;
  readonly gateway: Pick<Gateway, 'overview'>;
  readonly agreements: AgreementsCache;
  readonly now: () => Date;
  readonly logger: Logger;
}

/** Tells signals by mail and webhook from now on. Gives what ends it. */
export function startNotices({ config, store, gateway, agreements, now, logger }: NoticesOptions): () => Promise<void> {
  const mailer = config.mail === null ? null : new Mailer(config.mail);
  const poster = new Poster({ privateAllowed: config.webhookPrive });
  const { overview } = gateway;
  const { pageUrl } = config;
  const teller = new Teller({ store, overview, agreements, poster, mailer, pageUrl, now, logger, lookMs: LOOK_MS });
  const service = new Periodic({ name: 'abonnementen', everyMs: DUE_MS, work: () => teller.tellDue(), logger });
  service.start();
  return async () => {
    await service.stop();
    mailer?.close();
    poster.close();
  };
}
