import { beforeEach, describe, expect, it, vi } from 'vitest';
import { bucketsOf, periodOf } from '../../src/dashboard/pages/overzicht/period.ts';
import type { OorzaakBeeld } from '../../src/gateway/refused/causes.ts';
import { NIETS_TE_DOEN } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
const oorzaak = (anders: Partial<OorzaakBeeld>): OorzaakBeeld => ({
  ...{ partij: '42420001', type: 'JW323', regel: 'TR418', retourcode: '0611', regels: 1002, berichten: 27 },
  ...{ clienten: 9, trend: [], eerste: '2026-01-01T20:00:00.000Z', laatste: '2026-01-01T21:00:00.000Z' },
  ...{ voorbeeld: '0196f000-0000-7000-8000-000000000001', stand: 'open', notitie: null, standOp: null },
  ...anders,
});
const WEG = {
  ...{ partij: '42420001', amqpGebruiker: null, laatsteSucces: null, laatsteFout: 'naam-onbekend' },
  ...{ wacht: 22, oudste: new Date('2025-12-20T08:00:00Z') },
};

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.oorzaken.push(oorzaak({}), oorzaak({ regel: 'CS003', stand: 'opgelost' }));
});

describe('the first page', () => {
  it('leads an aanbieder to its declaraties that were not granted whole', async () => {
    const zonder = await (await Visitor.signedIn(o, 'aanbieder')).get('/');
    expect(text(zonder.payload)).toContain('0 declaraties (JW323) door de gateway afgewezen, in de laatste 31 dagen');
    // What a gemeente with a system of its own refused stands in its answer alone.
    expect(text(zonder.payload)).toContain('Wat een gemeente zelf antwoordde staat in haar antwoorden (JW325)');
    expect(zonder.payload).toContain('href="/berichten?type=JW325&amp;richting=in&amp;van=2025-12-03"');
    const declaraties = [
      { type: 'JW323', status: 'afgekeurd', aantal: 2 },
      { type: 'JW323', status: 'deels-goedgekeurd', aantal: 1 },
    ] as const;
    vi.spyOn(o.gateway.overview, 'attention').mockResolvedValue({ ...NIETS_TE_DOEN, declaraties });
    const { payload } = await (await Visitor.signedIn(o, 'aanbieder')).get('/');
    expect(payload).toContain('href="/berichten?type=JW323&amp;status=afgekeurd&amp;van=2025-12-03"');
    expect(text(payload)).toContain('1 declaratie (JW323) door de gateway deels toegekend, in de laatste 31 dagen');
    expect(text((await (await Visitor.signedIn(o, 'gemeente')).get('/')).payload)).not.toContain('deels toegekend');
  });

  it('tells what happened last night: causes that are open, ways that fail, parties that fetch nothing', async () => {
    const storingSinds = new Date('2026-01-01T20:00:00Z');
    vi.spyOn(o.gateway.channels, 'overview').mockResolvedValue([
      {
        ...{ kanaal: 'webhook', staat: 'storing', sinds: storingSinds, laatsteFout: 'naam-onbekend' },
        partijen: [{ ...WEG, kanaal: 'webhook', storingSinds }],
      },
      {
        ...{ kanaal: 'ophalen', staat: 'goed', sinds: null, laatsteFout: null },
        partijen: [
          { ...WEG, partij: '42420002', kanaal: 'ophalen', storingSinds: null, wacht: 15 },
          {
            ...WEG,
            partij: '42420003',
            kanaal: 'ophalen',
            storingSinds: null,
            oudste: new Date('2026-01-02T08:00:00Z'),
          },
        ],
      },
    ]);
    const { payload } = await (await Visitor.signedIn(o, 'operator')).get('/');
    expect(payload).toContain('<option value="gisteren" selected>');
    expect(payload).toContain('href="/oorzaken?van=2025-12-03&amp;tot=2026-01-02&amp;stand=open"');
    const gelezen = text(payload);
    expect(gelezen).toContain(
      '1 oorzaak van afwijzing open, in de laatste 31 dagen de grootste: TR418 van 42420001, 1.002 keer',
    );
    expect(gelezen).toContain('1 kanaal in storing webhook: 42420001, 22 berichten wachten');
    expect(gelezen).toContain('1 partij haalt niets op 42420002: 15 wachten, de oudste sinds 20-12-2025 09:00');
  });

  it('tells of the causes of the period that was chosen, the largest first', async () => {
    const causes = vi
      .spyOn(o.gateway.causes, 'list')
      .mockResolvedValue([oorzaak({ regel: 'CS003', regels: 1 }), oorzaak({ regels: 207 })]);
    const { payload } = await (await Visitor.signedIn(o, 'operator')).get('/?periode=maand');
    expect(causes.mock.calls.map(([, { van }]) => van?.toISOString().slice(0, 10))).toEqual(['2025-12-02']);
    expect(text(payload)).toContain(
      '2 oorzaken van afwijzing open, in de laatste 31 dagen de grootste: TR418 van 42420001, 207 keer',
    );
    expect(payload).toContain('href="/oorzaken?van=2025-12-03&amp;tot=2026-01-02&amp;stand=open"');
  });

  it('leads to as many causes as it tells of', async () => {
    const operator = await Visitor.signedIn(o, 'operator');
    const rijen = async (url: string) => (await operator.get(url)).payload.match(/lees het/g)?.length ?? 0;
    expect(await rijen('/oorzaken?stand=open')).toBe(1);
    expect(await rijen('/oorzaken')).toBe(2);
    expect((await operator.get('/oorzaken?stand=weg')).statusCode).toBe(400);
  });

  it('asks an operator of one region about its own: no other to choose, and what it sets holds for the others too', async () => {
    const channels = vi.spyOn(o.gateway.channels, 'overview');
    const operator = await Visitor.signedIn(o, 'operator');
    const { payload } = await operator.get('/?regio=AA');
    expect(channels.mock.calls.map(([, regio]) => regio)).toEqual(['AA']);
    expect(payload).toContain('href="/kanalen?regio=AA"');
    const lijst = (await operator.get('/oorzaken')).payload;
    expect(lijst.includes('Zaanstreek-Waterland')).toBe(false);
    expect(text(lijst)).toContain('Geldt voor alle regio’s: de 27 berichten die u hier ziet, en wat');
    const beheerder = (await (await Visitor.signedIn(o, 'beheerder')).get('/oorzaken')).payload;
    expect([beheerder.includes('Zaanstreek-Waterland'), beheerder.includes('Geldt voor alle')]).toEqual([true, false]);
  });

  it('shows two days by the hour since yesterday', () => {
    const uren = bucketsOf(periodOf('gisteren', new Date('2026-01-02T12:00:00Z')));
    expect([uren.length, uren[0], uren.at(-1)]).toEqual([48, '2026-01-01T00', '2026-01-02T23']);
  });
});
