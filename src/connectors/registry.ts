import { AMQP } from './amqp/amqp.ts';
import { BULLMQ } from './bullmq/bullmq.ts';
import type { ConnectorKind } from './connector.ts';
import { MAP } from './map/map.ts';
import { StufConnector } from './stuf/connector.ts';
import { makeWebhook } from './webhook/webhook.ts';

/** Every way beside HTTP: a row here and a folder of its own. */
export const CONNECTORS: readonly ConnectorKind[] = [
  AMQP,
  BULLMQ,
  MAP,
  { channel: 'stuf', make: (deps) => new StufConnector(deps) },
  { channel: 'webhook', make: (deps) => makeWebhook(deps) },
];
