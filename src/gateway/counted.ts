import type { SystemPrincipal } from '../access/principal.ts';
import type { Counted } from '../metrics/metrics.ts';
import type { Gateway } from './gateway.ts';

const METRICS: SystemPrincipal = { kind: 'system', name: 'metrics' };

/** What the metrics count anew when somebody reads them: of all regions, and of nobody by name. */
export function countedBy({ reports, queues }: Pick<Gateway, 'reports' | 'queues'>): Counted {
  return {
    counts: () => reports.counts(METRICS),
    queues: () => queues.list(METRICS),
    queueLook: () => queues.look(METRICS),
  };
}
