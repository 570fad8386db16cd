import type { PartySettings } from '../../channels/channel-settings.ts';
import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { DueDelivery } from '../../outbox/outbox.ts';
import type { Connector, ConnectorDeps } from '../connector.ts';
import type { ConnectorOut } from '../connector-out.ts';
import { lineFault } from '../line-fault.ts';
import { Poster, type PosterOptions } from '../post-bytes.ts';
import { signature } from './signature.ts';

interface WebhookDeps {
  readonly settingsOf: (party: string) => Pick<PartySettings, 'url' | 'geheim'>;
  readonly poster: Pick<Poster, 'post'>;
  readonly now: () => Date;
}

/** The way `webhook`; a test gives it a channel of its own. */
export function webhookOut({ settingsOf, poster, now }: WebhookDeps, channel = 'webhook'): ConnectorOut {
  return {
    channel,
    atOnce: 20,
    perParty: 20,
    leaseMs: 45_000,
    send: async (delivery) => {
      const { url, geheim } = settingsOf(delivery.partij);
      if (url === null || geheim === null) return failed('geen-adres');
      const timestamp = Math.floor(now().getTime() / 1_000);
      const headers = {
        'webhook-id': delivery.berichtId,
        'webhook-timestamp': String(timestamp),
        'webhook-signature': signature(geheim, delivery.berichtId, timestamp, delivery.bytes),
        ...about(delivery),
      };
      try {
        const { status } = await poster.post(url, headers, delivery.bytes);
        return status >= 200 && status < 300 ? { kind: 'confirmed' } : failed(`http-${status}`);
      } catch (fout) {
        return lineFault(fout);
      }
    },
  };
}

/** What may be told of a message outside it. */
function about({ type, afzender, ontvanger, release, inAntwoordOp }: DueDelivery): Record<string, string> {
  return {
    'content-type': 'application/xml',
    'user-agent': 'ijw-gateway',
    'ijw-type': type,
    'ijw-afzender': afzender,
    'ijw-ontvanger': ontvanger,
    'ijw-release': release,
    ...(inAntwoordOp === null ? {} : { 'ijw-in-antwoord-op': inAntwoordOp }),
  };
}

/** Every answer but a 2xx, and every redirect, is a failed attempt that is made again. */
function failed(code: string): DeliveryOutcome {
  return { kind: 'failed', class: 'transient', code };
}

/** Always there: it serves whoever has an address. */
export function makeWebhook({ config, settings, now }: ConnectorDeps, options: Partial<PosterOptions> = {}): Connector {
  const poster = new Poster({ privateAllowed: config.webhookPrive, ...options });
  return {
    out: webhookOut({ settingsOf: (party) => settings.of(party), poster, now }),
    close: async () => poster.close(),
  };
}
