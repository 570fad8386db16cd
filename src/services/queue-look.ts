import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { LANDELIJK } from '../lanes/lane.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import { queueName } from '../queue/queue-name.ts';
import type { WorkerPresence } from '../queue/worker-presence.ts';
import type { WachtrijStand } from '../store/queues/contract.ts';

/** The queues of all regions as they are now. */
export interface QueueLook {
  /** Processes that serve each region of the agreements. */
  readonly werkers: ReadonlyMap<string, number>;
  /** Whether the queue of each region is paused; LANDELIJK is one. */
  readonly gepauzeerd: ReadonlyMap<string, boolean>;
  /** Regions that some process was told to serve (`--regio`) and no agreements know. */
  readonly onbekend: readonly string[];
}

export interface QueueLookDeps {
  readonly agreements: Pick<AgreementsCache, 'current'>;
  readonly doorbell: Pick<Doorbell, 'queue'>;
  readonly presence: Pick<WorkerPresence, 'count' | 'chosen'>;
}

/** Rejects while Redis is away: then nothing is known of queues, and /ready tells that. */
export async function lookAtQueues({ agreements, doorbell, presence }: QueueLookDeps): Promise<QueueLook> {
  const regios = agreements.current.document.regios.map(({ code }) => code);
  const [werkers, gekozen, gepauzeerd] = await Promise.all([
    presence.count(regios),
    presence.chosen(),
    Promise.all([...regios, LANDELIJK].map(async (regio) => [regio, await doorbell.queue(regio).isPaused()] as const)),
  ]);
  const bekend = new Set([...regios, LANDELIJK]);
  return { werkers, gepauzeerd: new Map(gepauzeerd), onbekend: gekozen.filter((regio) => !bekend.has(regio)) };
}

/** What is wrong with them, workers first. */
export function queueTroubles({ werkers, gepauzeerd }: QueueLook): WachtrijStand[] {
  return [
    ...[...werkers].filter(([, aantal]) => aantal === 0).map(([regio]) => ({ regio, soort: 'zonder-werker' as const })),
    ...[...gepauzeerd].filter(([, is]) => is).map(([regio]) => ({ regio, soort: 'gepauzeerd' as const })),
  ];
}

/** A process waits for work that cannot come: mistyped, or the region is not in the agreements yet. */
export function servedForNothing({ onbekend }: QueueLook): string[] {
  return onbekend.map(
    (regio) =>
      `Een proces is aan het werk voor regio ${regio}, die de afspraken niet kennen: er is geen werk voor. Verbeter --regio, of voeg de regio toe aan de afspraken.`,
  );
}

type Zin = (stand: WachtrijStand) => string;

const BEGIN: Readonly<Record<WachtrijStand['soort'], Zin>> = {
  'zonder-werker': ({ regio }) =>
    `Voor regio ${regio} is geen proces aan het werk: berichten worden aangenomen maar niet beoordeeld. Start er een (serve --role worker --regio ${regio}).`,
  gepauzeerd: ({ regio }) =>
    `${wachtrij(regio)} is gepauzeerd: berichten worden aangenomen maar niet beoordeeld. Hervat haar op de pagina Wachtrijen.`,
};

const EINDE: Readonly<Record<WachtrijStand['soort'], Zin>> = {
  'zonder-werker': ({ regio }) => `Voor regio ${regio} is weer een proces aan het werk, of de regio is er niet meer.`,
  gepauzeerd: ({ regio }) => `${wachtrij(regio)} is hervat.`,
};

function wachtrij(regio: string): string {
  const van = regio === LANDELIJK ? 'voor gemeenten zonder regio' : `van regio ${regio}`;
  return `De wachtrij ${van} (${queueName(regio)})`;
}

export const troubleBegan: Zin = (stand) => BEGIN[stand.soort](stand);
export const troubleEnded: Zin = (stand) => EINDE[stand.soort](stand);
