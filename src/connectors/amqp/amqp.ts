import type { ChannelSettings } from '../../channels/channel-settings.ts';
import type { ConnectorKind } from '../connector.ts';
import { amqpConnector } from './amqp-connector.ts';
import type { AmqpParties } from './parties.ts';

/** The way AMQP; off without AMQP_URL. */
export const AMQP: ConnectorKind = {
  channel: 'amqp',
  make: ({ config, settings, outbox, messageJson, wake, health, logger }) => {
    if (config.amqpUrl === null) return null;
    const back = () => void outbox.retryNow('amqp').then(wake, () => undefined);
    return amqpConnector({
      ...{ url: config.amqpUrl, parties: partiesOf(settings), messageJson, back, health, logger },
    });
  },
};

export function partiesOf(settings: ChannelSettings): AmqpParties {
  const known = (user: string) => settings.byAmqpUser(user)?.partij;
  return {
    ofUser: async (user) => {
      const party = known(user);
      if (party !== undefined) return party;
      // Perhaps it was set a moment ago, in another process.
      await settings.refresh();
      return known(user);
    },
    withQueue: () =>
      settings
        .all()
        .filter(({ kanaal, amqpGebruiker }) => kanaal === 'amqp' || amqpGebruiker !== null)
        .map(({ partij }) => partij),
    onChange: (listener) => settings.onChange(listener),
  };
}
