import { connect } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { XML_HOOGSTENS } from '../../src/api/inhoud.ts';
import { Opstelling } from './opstelling.ts';

const MIB = 1024 * 1024;
const PAD = '/api/v1/berichten';
let o: Opstelling;
let port = 0;

beforeAll(async () => {
  o = await Opstelling.maak();
  port = Number(new URL(await o.app.listen({ port: 0, host: '127.0.0.1' })).port);
});
afterAll(() => o.app.close());

interface Verstuurd {
  readonly antwoord: string;
  /** Bytes of the body that were handed to the other side before it closed the line. */
  readonly weg: number;
}

/** Sends a body piece by piece on a line of its own, until all is sent or the line is closed. */
function stuur(koppen: readonly string[], bytes: number, stuk = 64 * 1024, chunked = false): Promise<Verstuurd> {
  return new Promise((klaar) => {
    const lijn = connect(port, '127.0.0.1');
    let antwoord = '';
    let weg = 0;
    const deel = Buffer.alloc(stuk, 0x20);
    const ga = () => {
      while (weg < bytes && lijn.writable) {
        const nu = deel.subarray(0, Math.min(stuk, bytes - weg));
        weg += nu.length;
        const verder = chunked
          ? lijn.write(Buffer.concat([Buffer.from(`${nu.length.toString(16)}\r\n`), nu, Buffer.from('\r\n')]))
          : lijn.write(nu);
        if (!verder) return;
      }
      if (weg >= bytes && chunked && lijn.writable) lijn.write('0\r\n\r\n');
    };
    lijn.on('connect', () => {
      const vast = [`POST ${PAD} HTTP/1.1`, 'Host: x', `Authorization: Bearer ${o.sleutels.aanbieder}`];
      lijn.write(`${[...vast, 'Content-Type: application/xml', 'Connection: close', ...koppen].join('\r\n')}\r\n\r\n`);
      ga();
    });
    lijn.on('drain', ga);
    lijn.on('data', (d) => {
      antwoord += d.toString();
    });
    lijn.on('error', () => undefined);
    lijn.on('close', () => klaar({ antwoord, weg }));
  });
}

describe('the size of a message', () => {
  it('is 25 MiB at most', async () => {
    o.gateway.ontvangen.length = 0;
    const { antwoord } = await stuur([`Content-Length: ${XML_HOOGSTENS}`], XML_HOOGSTENS, MIB);
    expect(antwoord).toMatch(/^HTTP\/1\.1 202 /);
    expect(o.gateway.ontvangen[0]?.[1].length).toBe(25 * MIB);
  });

  it('is refused one byte above that, with a sentence, however it was announced', async () => {
    o.gateway.ontvangen.length = 0;
    const bekend = await stuur([`Content-Length: ${XML_HOOGSTENS + 1}`], XML_HOOGSTENS + 1, MIB);
    const stukken = await stuur(['Transfer-Encoding: chunked'], XML_HOOGSTENS + 1, MIB, true);
    for (const { antwoord } of [bekend, stukken]) {
      expect(antwoord).toMatch(/^HTTP\/1\.1 413 /);
      expect(antwoord).toContain('"code":"te-groot"');
    }
    expect(o.gateway.ontvangen).toEqual([]);
  });

  it('is not read to the end when it is far too large', async () => {
    const gelogen = await stuur(['Content-Length: 999999999999'], 1);
    expect(gelogen.antwoord).toMatch(/^HTTP\/1\.1 413 /);
    const stroom = await stuur(['Transfer-Encoding: chunked'], 200 * MIB, 64 * 1024, true);
    expect(stroom.weg).toBeLessThan(60 * MIB);
  });

  it('is refused before it is read when the key is none', async () => {
    o.gateway.ontvangen.length = 0;
    const antwoord = await o.app.inject({
      method: 'POST',
      url: PAD,
      payload: '<x/>',
      headers: { 'content-type': 'application/xml' },
    });
    expect(antwoord.statusCode).toBe(401);
    expect(o.gateway.ontvangen).toEqual([]);
  });
});

describe('a slow sender', () => {
  it('has at most half a minute for headers and body', () => {
    const { requestTimeout, headersTimeout, timeout } = o.app.server;
    const kijk = 2_000;
    expect(requestTimeout).toBeGreaterThan(0);
    expect(requestTimeout + kijk).toBeLessThanOrEqual(30_000);
    expect(headersTimeout).toBeLessThanOrEqual(requestTimeout);
    // A sender that waits a minute for its verdict is silent all that time.
    expect(timeout).toBe(0);
  });
});
