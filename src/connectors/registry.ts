import type { ConnectorKind } from './connector.ts';
import { STUF } from './stuf/connector.ts';

/** Every way beside HTTP: a row here and a folder of its own. */
export const CONNECTORS: readonly ConnectorKind[] = [STUF];
