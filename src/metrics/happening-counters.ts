import { Counter, type Registry } from 'prom-client';
import type { Happening } from '../happenings/happening.ts';
import type { HappeningHub } from '../happenings/hub.ts';
import { regioVanLaan } from '../lanes/lane.ts';

/** Counts what this process did since it started: a worker what it judged, an api what it took in and gave out. */
export class HappeningCounters {
  readonly #happenings: Counter<'soort'>;
  readonly #verdicts: Counter<'regio' | 'type' | 'status'>;
  readonly #findings: Counter<'regel' | 'type'>;
  readonly #deliveries: Counter<'kanaal' | 'uitkomst'>;

  constructor(registers: Registry[]) {
    this.#happenings = new Counter({
      name: 'ijw_gebeurtenissen_totaal',
      help: 'Wat er in dit proces gebeurde, per soort',
      labelNames: ['soort'],
      registers,
    });
    this.#verdicts = new Counter({
      name: 'ijw_oordelen_totaal',
      help: 'Oordelen van dit proces, per regio, type en status',
      labelNames: ['regio', 'type', 'status'],
      registers,
    });
    this.#findings = new Counter({
      name: 'ijw_bevindingen_totaal',
      help: 'Bevindingen van dit proces, per regel en type bericht',
      labelNames: ['regel', 'type'],
      registers,
    });
    this.#deliveries = new Counter({
      name: 'ijw_afleveringen_totaal',
      help: 'Afleveringen van dit proces, per kanaal en uitkomst',
      labelNames: ['kanaal', 'uitkomst'],
      registers,
    });
  }

  listenTo(hub: HappeningHub): void {
    hub.listen((happening) => this.#count(happening));
  }

  #count(happening: Happening): void {
    this.#happenings.inc({ soort: happening.type });
    const regio = happening.lane === null ? '' : regioVanLaan(happening.lane);
    switch (happening.type) {
      case 'message.judged': {
        const type = happening.messageType ?? '';
        this.#verdicts.inc({ regio, type, status: happening.status });
        for (const [regel, aantal] of Object.entries(happening.rules ?? {}))
          this.#findings.inc({ regel, type }, aantal);
        break;
      }
      case 'message.quarantined':
        if (happening.work === 'bericht') this.#verdicts.inc({ regio, type: '', status: 'vastgelopen' });
        break;
      case 'delivery.offered':
        this.#deliveries.inc({ kanaal: happening.channel, uitkomst: 'aangeboden' });
        break;
      case 'delivery.confirmed':
        this.#deliveries.inc({ kanaal: happening.channel, uitkomst: 'bevestigd' });
        break;
      case 'delivery.failed':
        this.#deliveries.inc({ kanaal: happening.channel, uitkomst: 'mislukt' });
        break;
      default:
    }
  }
}
