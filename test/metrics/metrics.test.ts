import { describe, expect, it } from 'vitest';
import type { HappeningOf } from '../../src/happenings/happening.ts';
import { HappeningHub } from '../../src/happenings/hub.ts';
import { type Counted, Metrics } from '../../src/metrics/metrics.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const about = { subject: 'bericht-1', lane: 'AA|42420001' };
const judged: HappeningOf<'message.judged'> = {
  ...{ type: 'message.judged', ...about, status: 'afgekeurd', answers: [], messageType: 'JW315' },
  ...{ agreements: 1, ruleset: 'r1', rules: { TR338: 2, OP047: 1 } },
};

function opstelling(counted: Partial<Counted> = {}) {
  const hub = new HappeningHub(stilleLogger);
  const metrics = new Metrics(hub);
  const lines = async (name: string) => {
    const counts = async () => ({ berichten: [], wachtend: [] });
    const queueLook = async () => ({ werkers: new Map(), gepauzeerd: new Map(), onbekend: [] });
    const text = await metrics.tekst({
      counts,
      queues: async () => [],
      channels: async () => [],
      queueLook,
      ...counted,
    });
    return text.split('\n').filter((line) => line.startsWith(`${name}{`));
  };
  return { hub, lines };
}

describe('metrics', () => {
  it('count verdicts and their findings where they were made', async () => {
    const { hub, lines } = opstelling();
    hub.publish([judged, judged, { ...judged, lane: 'ZAWA|42420001', status: 'goedgekeurd', rules: {} }]);
    hub.publish([{ type: 'message.quarantined', ...about, work: 'bericht', reason: 'te veel pogingen' }]);
    expect(await lines('ijw_oordelen_totaal')).toEqual([
      'ijw_oordelen_totaal{regio="AA",type="JW315",status="afgekeurd"} 2',
      'ijw_oordelen_totaal{regio="ZAWA",type="JW315",status="goedgekeurd"} 1',
      'ijw_oordelen_totaal{regio="AA",type="",status="vastgelopen"} 1',
    ]);
    expect(await lines('ijw_bevindingen_totaal')).toEqual([
      'ijw_bevindingen_totaal{regel="TR338",type="JW315"} 4',
      'ijw_bevindingen_totaal{regel="OP047",type="JW315"} 2',
    ]);
    expect(await lines('ijw_gebeurtenissen_totaal')).toEqual([
      'ijw_gebeurtenissen_totaal{soort="message.judged"} 3',
      'ijw_gebeurtenissen_totaal{soort="message.quarantined"} 1',
    ]);
  });

  it('tell what waits by each way, since when, and which way is in trouble', async () => {
    const partij = (kanaal: string, wacht: number, ago: number | null) => {
      return { kanaal, wacht, oudste: ago === null ? null : new Date(Date.now() - ago) };
    };
    const channels = async () => [
      {
        kanaal: 'webhook',
        staat: 'storing' as const,
        partijen: [partij('webhook', 2, 9_000), partij('webhook', 3, 60_000)],
      },
      { kanaal: 'amqp', staat: 'goed' as const, partijen: [partij('ophalen', 7, 1_000), partij('amqp', 0, null)] },
      { kanaal: 'stuf', staat: 'uit' as const, partijen: [] },
    ];
    const { lines } = opstelling({ channels });
    expect(await lines('ijw_afleveringen_wachtend')).toEqual([
      'ijw_afleveringen_wachtend{kanaal="webhook"} 5',
      'ijw_afleveringen_wachtend{kanaal="amqp"} 0',
      'ijw_afleveringen_wachtend{kanaal="stuf"} 0',
    ]);
    expect(await lines('ijw_kanaal_storing')).toEqual([
      'ijw_kanaal_storing{kanaal="webhook"} 1',
      'ijw_kanaal_storing{kanaal="amqp"} 0',
    ]);
    const [oudste = ''] = await lines('ijw_aflevering_oudste_seconden');
    expect(Math.floor(Number(oudste.split(' ')[1]))).toBe(60);
  });

  it('count deliveries by channel and outcome, and name no party, message or key', async () => {
    const { hub, lines } = opstelling();
    const delivery = { ...about, party: '0362', channel: 'ophalen' };
    hub.publish([
      { type: 'delivery.offered', ...delivery },
      { type: 'delivery.confirmed', ...delivery },
      { type: 'delivery.failed', ...delivery, channel: 'map', error: 'vol' },
      { type: 'body.opened', ...about, by: 'sleutel-9' },
    ]);
    expect(await lines('ijw_afleveringen_totaal')).toEqual([
      'ijw_afleveringen_totaal{kanaal="ophalen",uitkomst="aangeboden"} 1',
      'ijw_afleveringen_totaal{kanaal="ophalen",uitkomst="bevestigd"} 1',
      'ijw_afleveringen_totaal{kanaal="map",uitkomst="mislukt"} 1',
    ]);
    expect((await lines('ijw_gebeurtenissen_totaal')).join('')).not.toMatch(/0362|42420001|bericht-1|sleutel-9/);
  });

  it('leave gauges as they were when the store cannot be asked', async () => {
    const berichten = [{ regio: 'AA', type: 'JW315', status: 'goedgekeurd' as const, aantal: 3 }];
    const { lines } = opstelling({ counts: async () => ({ berichten, wachtend: [{ regio: 'AA', aantal: 2 }] }) });
    expect(await lines('ijw_berichten')).toEqual(['ijw_berichten{regio="AA",type="JW315",status="goedgekeurd"} 3']);
    expect(await lines('ijw_wachtend')).toEqual(['ijw_wachtend{regio="AA"} 2']);
    const away = opstelling({ counts: () => Promise.reject(new Error('away')) });
    expect(await away.lines('ijw_berichten')).toEqual([]);
  });
});
