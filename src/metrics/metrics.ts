import type { Queue } from 'bullmq';
import { Counter, collectDefaultMetrics, Gauge, register as gedeeld, Histogram, Registry } from 'prom-client';
import type { HappeningHub } from '../happenings/hub.ts';
import { lostLines } from '../log/logger.ts';
import { within } from '../store/engine/within.ts';
import type { TellingStore } from '../store/reports/contract.ts';
import { HappeningCounters } from './happening-counters.ts';

/** Counting the store's messages costs a query; a scrape more often than this sees the same counts. */
const TELLINGEN_MS = 5_000;

/** What a store or a queue does not tell in this time is left as it was (ms). */
const GEDULD_MS = 2_000;

/** A way, and what waits for whom by it. */
interface CountedChannel {
  readonly kanaal: string;
  readonly staat: 'uit' | 'goed' | 'storing';
  readonly partijen: readonly { readonly kanaal: string; readonly wacht: number; readonly oudste: Date | null }[];
}

/** What is counted anew when somebody reads. */
export interface Counted {
  readonly channels: () => Promise<readonly CountedChannel[]>;
  readonly counts: () => ReturnType<TellingStore['counts']>;
  readonly queues: () => Promise<readonly Pick<Queue, 'name' | 'getJobCounts'>[]>;
  readonly queueLook: () => Promise<{
    readonly werkers: ReadonlyMap<string, number>;
    readonly gepauzeerd: ReadonlyMap<string, boolean>;
  }>;
}

/** What Prometheus reads: what happened, requests, and what the store and the queues hold. No label names a party, a person or an id. */
export class Metrics {
  readonly #register = new Registry();
  readonly #verzoeken = new Histogram({
    name: 'ijw_http_duur_seconden',
    help: 'Duur van verzoeken, per route en status',
    labelNames: ['method', 'route', 'status'],
    buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
    registers: [this.#register],
  });
  readonly #fouten = new Counter({
    name: 'ijw_http_storingen_totaal',
    help: 'Verzoeken die op een storing of fout van de gateway stuitten',
    registers: [this.#register],
  });
  readonly #berichten = new Gauge({
    name: 'ijw_berichten',
    help: 'Bewaarde berichten, per regio, type en status',
    labelNames: ['regio', 'type', 'status'],
    registers: [this.#register],
  });
  readonly #wachtend = new Gauge({
    name: 'ijw_wachtend',
    help: 'Berichten die op hun oordeel wachten, per regio',
    labelNames: ['regio'],
    registers: [this.#register],
  });
  readonly #wachtrij = new Gauge({
    name: 'ijw_wachtrij',
    help: 'Signalen in de wachtrij, per wachtrij en stand',
    labelNames: ['wachtrij', 'stand'],
    registers: [this.#register],
  });
  readonly #werkers = new Gauge({
    name: 'ijw_werkers',
    help: 'Processen die een regio bedienen, per regio',
    labelNames: ['regio'],
    registers: [this.#register],
  });
  readonly #gepauzeerd = new Gauge({
    name: 'ijw_wachtrij_gepauzeerd',
    help: '1 als de wachtrij is gepauzeerd, anders 0, per regio',
    labelNames: ['regio'],
    registers: [this.#register],
  });
  readonly #afleverWacht = new Gauge({
    name: 'ijw_afleveringen_wachtend',
    help: 'Afleveringen die nog niet bevestigd zijn, per kanaal',
    labelNames: ['kanaal'],
    registers: [this.#register],
  });
  readonly #afleverOudste = new Gauge({
    name: 'ijw_aflevering_oudste_seconden',
    help: 'Hoe lang de oudste aflevering wacht, per kanaal; 0 als er geen wacht',
    labelNames: ['kanaal'],
    registers: [this.#register],
  });
  readonly #kanaalStoring = new Gauge({
    name: 'ijw_kanaal_storing',
    help: '1 als het kanaal een storing heeft, anders 0; een kanaal dat uit staat telt niet mee',
    labelNames: ['kanaal'],
    registers: [this.#register],
  });
  #geteldTot = 0;

  readonly contentType = this.#register.contentType;

  /** Without a hub nothing that happens is counted. */
  constructor(hub?: HappeningHub) {
    if (hub !== undefined) new HappeningCounters([this.#register]).listenTo(hub);
    collectDefaultMetrics({ register: this.#register });
    new Gauge({
      name: 'ijw_log_verloren',
      help: 'Regels van het logboek die sinds de start niet geschreven konden worden',
      registers: [this.#register],
      collect() {
        this.set(lostLines());
      },
    });
  }

  verzoek(method: string, route: string, status: number, seconden: number): void {
    this.#verzoeken.observe({ method, route, status }, seconden);
    if (status >= 500) this.#fouten.inc();
  }

  /** A store or queue that cannot be asked leaves its last counts; that it is gone stands in /ready. */
  async tekst(counted: Counted): Promise<string> {
    if (performance.now() >= this.#geteldTot) {
      this.#geteldTot = performance.now() + TELLINGEN_MS;
      await within(
        GEDULD_MS,
        Promise.allSettled([
          this.#tel(counted),
          this.#telWachtrijen(counted),
          this.#kijk(counted),
          this.#telKanalen(counted),
        ]),
      );
    }
    return Registry.merge([this.#register, gedeeld]).metrics();
  }

  async #tel({ counts }: Counted): Promise<void> {
    const { berichten, wachtend } = await counts();
    this.#berichten.reset();
    for (const { regio, type, status, aantal } of berichten)
      this.#berichten.set({ regio: regio ?? '', type: type ?? '', status }, aantal);
    this.#wachtend.reset();
    for (const { regio, aantal } of wachtend) this.#wachtend.set({ regio }, aantal);
  }

  async #telKanalen({ channels }: Counted): Promise<void> {
    const kanalen = await channels();
    this.#kanaalStoring.reset();
    for (const { kanaal, staat, partijen } of kanalen) {
      // Who only brings messages by a way is served by another.
      const served = partijen.filter((partij) => partij.kanaal === kanaal);
      const oudste = Math.min(...served.map(({ oudste: sinds }) => sinds?.getTime() ?? Number.POSITIVE_INFINITY));
      this.#afleverWacht.set(
        { kanaal },
        served.reduce((som, { wacht }) => som + wacht, 0),
      );
      this.#afleverOudste.set({ kanaal }, Number.isFinite(oudste) ? Math.max(0, (Date.now() - oudste) / 1_000) : 0);
      if (staat !== 'uit') this.#kanaalStoring.set({ kanaal }, staat === 'storing' ? 1 : 0);
    }
  }

  async #kijk({ queueLook }: Counted): Promise<void> {
    const { werkers, gepauzeerd } = await queueLook();
    this.#werkers.reset();
    for (const [regio, aantal] of werkers) this.#werkers.set({ regio }, aantal);
    this.#gepauzeerd.reset();
    for (const [regio, is] of gepauzeerd) this.#gepauzeerd.set({ regio }, is ? 1 : 0);
  }

  async #telWachtrijen({ queues }: Counted): Promise<void> {
    const rijen = await Promise.all(
      (await queues()).map(async (q) => ({ naam: q.name, standen: await q.getJobCounts() })),
    );
    this.#wachtrij.reset();
    for (const { naam, standen } of rijen)
      for (const [stand, aantal] of Object.entries(standen)) this.#wachtrij.set({ wachtrij: naam, stand }, aantal);
  }
}
