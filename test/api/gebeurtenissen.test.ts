import { expect, it } from 'vitest';
import { Streams } from '../../src/api/stream/streams.ts';
import { Opstelling } from './opstelling.ts';

const PAD = '/api/v1/gebeurtenissen';

it('is a stream that begins with its place, and has an id, a name and one line of JSON for each event', async () => {
  const o = await Opstelling.maak();
  const data = { id: '1', op: '2026-01-02T10:00:01.000Z', status: 'goedgekeurd' };
  const of = { parties: ['42420001'], regio: 'AA' };
  o.gateway.gebeurtenissen = [
    { events: [], position: '7-0' },
    { events: [{ position: '7-1', name: 'bericht.beoordeeld', data, of }], position: '7-1' },
    { events: [], position: '9-3' },
  ];
  const antwoord = await o.vraag('aanbieder', 'GET', PAD);
  expect(antwoord.headers).toMatchObject({
    ...{ 'content-type': 'text/event-stream', 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' },
  });
  expect(antwoord.payload.split('\n\n')).toEqual([
    ': ijw-gateway\nretry: 2000\nid: 7-0',
    `id: 7-1\nevent: bericht.beoordeeld\ndata: ${JSON.stringify(data)}`,
    ': niets nieuws\nid: 9-3',
    '',
  ]);
  expect(o.gateway.gevraagd.at(-1)).toEqual({ position: null });
});

it('goes on after Last-Event-ID, and refuses one that it cannot have given out', async () => {
  const o = await Opstelling.maak();
  const vraag = (id: string) => o.vraag('operator', 'GET', PAD, { headers: { 'last-event-id': id } });
  expect((await vraag('48213-9021')).statusCode).toBe(200);
  expect(o.gateway.gevraagd.at(-1)).toEqual({ position: '48213-9021' });
  expect((await vraag('')).statusCode).toBe(200);
  expect(o.gateway.gevraagd.at(-1)).toEqual({ position: null });
  const fout = (await vraag('gisteren')).json();
  expect(fout).toMatchObject({ status: 400, code: 'ongeldige-kopregel' });
  expect(fout.detail).toContain('Begin zonder Last-Event-ID');
});

it('gives a key so many streams and no more, and takes each back once', () => {
  const streams = new Streams({ perKey: 2, together: 3 });
  const [a, b] = [streams.take('k'), streams.take('k')];
  expect([a === null, b === null, streams.take('k')]).toEqual([false, false, null]);
  expect(streams.take('l')).not.toBeNull();
  expect([streams.take('m'), streams.open]).toEqual([null, 3]);
  a?.();
  a?.();
  expect(streams.open).toBe(2);
  expect([streams.take('k') === null, streams.take('k')]).toEqual([false, null]);
});

it('answers 429 when there are too many, and gives the place back of each that ended or was refused', async () => {
  const o = await Opstelling.maak();
  for (let i = 0; i < 12; i++) {
    const headers = i % 2 === 0 ? {} : { 'last-event-id': 'x' };
    expect([200, 400]).toContain((await o.vraag('aanbieder', 'GET', PAD, { headers })).statusCode);
  }
  expect(o.streams.open).toBe(0);
  const [sleutel] = o.gateway.sleutels.filter((s) => s.sleutel.rol === 'aanbieder');
  const places = Array.from({ length: 10 }, () => o.streams.take(sleutel?.sleutel.id ?? ''));
  const vol = await o.vraag('aanbieder', 'GET', PAD);
  expect([vol.statusCode, vol.json().code, vol.headers['retry-after']]).toEqual([429, 'te-veel-tegelijk', '5']);
  for (const place of places) place?.();
});
