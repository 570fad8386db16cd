import type { ChannelView } from '../../gateway/channels/channels.ts';

/** The ways out. */
export const CHANNEL_NAMES: Readonly<Record<ChannelView['kanaal'], string>> = {
  ophalen: 'ophalen (HTTP)',
  amqp: 'AMQP (RabbitMQ)',
  bullmq: 'BullMQ',
  map: 'map',
  webhook: 'webhook',
  stuf: 'StUF-GGk',
};
