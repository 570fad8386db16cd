import type { SystemPrincipal } from '../access/principal.ts';
import type { Counted } from '../metrics/metrics.ts';
import type { Gateway } from './gateway.ts';

const METRICS: SystemPrincipal = { kind: 'system', name: 'metrics' };

/** What the metrics count anew when somebody reads them: of all regions, and of nobody by name. */
export function countedBy({ reports, queues, channels }: Pick<Gateway, 'reports' | 'queues' | 'channels'>): Counted {
  return {
    counts: () => reports.counts(METRICS),
    queues: () => queues.list(METRICS),
    channels: () => channels.overview(METRICS),
    queueLook: () => queues.look(METRICS),
  };
}
