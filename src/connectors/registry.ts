import { AMQP } from './amqp/amqp.ts';
import type { ConnectorKind } from './connector.ts';
import { makeWebhook } from './webhook/webhook.ts';

/** Every way beside HTTP: a row here and a folder of its own. */
export const CONNECTORS: readonly ConnectorKind[] = [AMQP, { channel: 'webhook', make: (deps) => makeWebhook(deps) }];
