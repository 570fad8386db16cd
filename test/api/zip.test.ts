import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { BUNDLE_LIMITS } from '../../src/bundle/limits.ts';
import { bericht } from './nep-gateway.ts';
import { Opstelling } from './opstelling.ts';

const PAD = '/api/v1/berichten';
const ZIP = { 'content-type': 'application/zip' };
const IDS = ['0196f000-0000-7000-8000-00000000000a', '0196f000-0000-7000-8000-00000000000b'] as const;

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak();
  o.gateway.bundleReceipt = {
    kind: 'taken',
    berichten: [
      { naam: 'map/a.xml', kind: 'stored', id: IDS[0], status: 'ontvangen' },
      { naam: 'b.xml', kind: 'duplicate', id: IDS[1], status: 'goedgekeurd' },
    ],
  };
});
afterAll(() => o.app.close());

describe('POST /berichten with a zip', () => {
  it('answers 202 with each message by its name, and hands over the exact bytes', async () => {
    const bytes = Buffer.from([0x50, 0x4b, 0xff, 0x00]);
    const antwoord = await o.xml('aanbieder', PAD, ZIP, bytes);
    expect([antwoord.statusCode, antwoord.json()]).toEqual([
      202,
      {
        berichten: [
          { naam: 'map/a.xml', id: IDS[0], status: 'ontvangen' },
          { naam: 'b.xml', id: IDS[1], status: 'goedgekeurd' },
        ],
      },
    ]);
    expect(Buffer.from(o.gateway.ontvangen[0]?.[1] ?? [])).toEqual(bytes);
    expect(antwoord.headers['idempotent-replay']).toBeUndefined();
  });

  it('waits for every verdict when that is preferred', async () => {
    o.gateway.berichten.set(IDS[1], bericht({ id: IDS[1] }));
    const half = await o.xml('aanbieder', PAD, { ...ZIP, prefer: 'wait=5' });
    expect([half.statusCode, half.headers['preference-applied']]).toEqual([202, 'wait=5']);
    o.gateway.berichten.set(IDS[0], bericht({ id: IDS[0], status: 'geweigerd' }));
    const klaar = await o.xml('aanbieder', PAD, { ...ZIP, prefer: 'wait=5' });
    expect(klaar.statusCode).toBe(200);
    expect(klaar.json().berichten).toMatchObject([
      { naam: 'map/a.xml', id: IDS[0], status: 'geweigerd', type: 'JW315' },
      { naam: 'b.xml', id: IDS[1], status: 'goedgekeurd', antwoorden: [] },
    ]);
    expect(o.gateway.wachtte).toEqual([5_000, 5_000, 5_000, 5_000]);
  });

  it('says so when all of it came before', async () => {
    o.gateway.bundleReceipt = {
      kind: 'taken',
      berichten: [{ naam: 'a.xml', kind: 'duplicate', id: IDS[0], status: 'ontvangen' }],
    };
    expect((await o.xml('aanbieder', PAD, ZIP)).headers['idempotent-replay']).toBe('true');
  });

  it.each([
    ['IB901', 422],
    ['IB902', 422],
    ['IB903', 422],
    ['IB904', 413],
    ['IB905', 422],
  ] as const)('refuses by %s with %i and the words of the standard', async (code, status) => {
    const melding = 'Bestand ‘999900006.xml’ deugt niet. Maak het opnieuw.';
    o.gateway.bundleReceipt = { kind: 'refused', refusal: { code, melding }, bevindingen: [] };
    const antwoord = await o.xml('aanbieder', PAD, ZIP);
    expect(antwoord.statusCode).toBe(status);
    expect(antwoord.json()).toMatchObject({ code, type: `urn:ijw-gateway:probleem:${code}` });
    // A name of a file may be anything, and an answer is written down in many a log.
    expect(antwoord.json().detail).toBe('Bestand ‘******006.xml’ deugt niet. Maak het opnieuw.');
  });

  it('is at most 25 MiB', async () => {
    const antwoord = await o.xml('aanbieder', PAD, ZIP, Buffer.alloc(BUNDLE_LIMITS.zipBytes + 1));
    expect([antwoord.statusCode, antwoord.json().code]).toEqual([413, 'IB904']);
    expect(antwoord.json().detail).toContain('groter dan 25 MiB');
    expect(o.gateway.ontvangen).toEqual([]);
  });

  it('is frozen with its release, and not to be tried', async () => {
    const [op, tot] = [new Date('2026-12-31T17:00:00Z'), new Date('2027-01-04T07:00:00Z')];
    o.gateway.bundleReceipt = { kind: 'frozen', release: '3.2', op, tot };
    expect((await o.xml('aanbieder', PAD, ZIP)).json()).toMatchObject({ status: 503, code: 'bevroren' });
    expect((await o.xml('aanbieder', '/api/v1/controle', ZIP)).statusCode).toBe(415);
  });
});
