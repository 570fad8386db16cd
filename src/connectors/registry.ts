import type { ConnectorKind } from './connector.ts';
import { makeWebhook } from './webhook/webhook.ts';

/** Every way beside HTTP: a row here and a folder of its own. */
export const CONNECTORS: readonly ConnectorKind[] = [{ channel: 'webhook', make: (deps) => makeWebhook(deps) }];
