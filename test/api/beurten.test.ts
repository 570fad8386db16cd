import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { Beurten } from '../../src/api/beurten.ts';
import { API_ROUTES } from '../../src/api/routes.ts';
import { ReportTimeout } from '../../src/store/engine/errors.ts';
import { Opstelling } from './opstelling.ts';

/** Work that goes on until it is told to stop. */
function werk() {
  let klaar: () => void = () => undefined;
  const bezig = new Promise<string>((resolve) => {
    klaar = () => resolve('gedaan');
  });
  return { doe: () => bezig, klaar: () => klaar() };
}

const POLL = { timeout: 20_000 };
const ogenblik = () => new Promise((resolve) => setTimeout(resolve, 20));

describe('turns', () => {
  it('are a few at once per key; others of that key wait, and beyond those none', async () => {
    const beurten = new Beurten({ perSleutel: 1, wachtend: 1, samen: 5, rustMs: 0 });
    const lang = werk();
    const eerste = await beurten.vraag('a');
    const bezig = eerste?.ga(lang.doe);
    const tweede = beurten.vraag('a');
    expect(await beurten.vraag('a')).toBeNull();
    expect(await (await beurten.vraag('b'))?.ga(async () => 'b')).toBe('b');
    lang.klaar();
    expect(await bezig).toBe('gedaan');
    expect(await (await tweede)?.ga(async () => 'daarna')).toBe('daarna');
  });

  it('are a few at once in the process, whoever asks', async () => {
    const beurten = new Beurten({ samen: 2 });
    let bezig = 0;
    let meeste = 0;
    const uitkomsten = Array.from({ length: 12 }, async (_, i) => {
      const beurt = await beurten.vraag(`sleutel-${i}`);
      return beurt?.ga(async () => {
        meeste = Math.max(meeste, ++bezig);
        await ogenblik();
        bezig--;
        return i;
      });
    });
    expect(await Promise.all(uitkomsten)).toEqual(Array.from({ length: 12 }, (_, i) => i));
    expect(meeste).toBe(2);
  });

  it('end when the wait was too long, when the work fails, and when they never began', async () => {
    const beurten = new Beurten({ perSleutel: 1, wachtend: 3, wachtMs: 10, samen: 1 });
    const eerste = await beurten.vraag('a');
    expect(await beurten.vraag('a')).toBeNull();
    const ander = await beurten.vraag('b');
    const lang = werk();
    const bezig = eerste?.ga(lang.doe);
    expect(await ander?.ga(async () => 'nooit')).toBeNull();
    lang.klaar();
    await bezig;
    const mislukt = await beurten.vraag('a');
    await expect(mislukt?.ga(() => Promise.reject(new Error('kapot')))).rejects.toThrow('kapot');
    (await beurten.vraag('a'))?.vervalt();
    expect(await (await beurten.vraag('a'))?.ga(async () => 1)).toBe(1);
  });

  it('are followed, in the process, by as long without one as heavy work took', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] });
    try {
      const beurten = new Beurten({ samen: 1, langMs: 100, wachtMs: 10_000 });
      let begonnen = 0;
      const na = async (ms: number) => {
        const beurt = await beurten.vraag(`sleutel-${ms}`);
        return beurt?.ga(async () => {
          begonnen++;
          await new Promise((klaar) => setTimeout(klaar, ms));
        });
      };
      const alle = [na(1_000), na(50), na(50)];
      const stand = async (ms: number) => {
        await vi.advanceTimersByTimeAsync(ms);
        return begonnen;
      };
      expect(await stand(1_000)).toBe(1);
      expect(await stand(999)).toBe(1);
      expect(await stand(1)).toBe(2);
      expect(await stand(50)).toBe(3);
      await vi.advanceTimersByTimeAsync(50);
      await Promise.all(alle);
    } finally {
      vi.useRealTimers();
    }
  });

  it('are not given back by a line that breaks while the work goes on', async () => {
    const beurten = new Beurten({ perSleutel: 1, wachtend: 0, rustMs: 0 });
    const lang = werk();
    const beurt = await beurten.vraag('a');
    const bezig = beurt?.ga(lang.doe);
    beurt?.vervalt();
    expect(await beurten.vraag('a')).toBeNull();
    lang.klaar();
    await bezig;
    expect(await beurten.vraag('a')).not.toBeNull();
  });
});

describe('calls that weigh', () => {
  let o: Opstelling;
  let poort = 0;
  beforeAll(async () => {
    o = await Opstelling.maak({ maat: { perSleutel: 1, wachtend: 1, wachtMs: 500, rustMs: 0 } });
    poort = Number(new URL(await o.app.listen({ port: 0, host: '127.0.0.1' })).port);
  });
  afterAll(() => o.app.close());

  it('are these', () => {
    const zwaar = API_ROUTES.flatMap(({ method, pad, zwaarte }) =>
      zwaarte === undefined ? [] : [`${method} ${pad.slice('/api/v1/'.length)} ${zwaarte}`],
    );
    expect(zwaar).toEqual([
      'POST clienten/uitvoer rapport',
      'POST clienten/verwijdering rapport',
      'POST controle proef',
      'PUT afspraken proef?',
      'GET afspraken/versies rapport',
      'GET signaalbudgetten rapport',
      'GET signaalbudgetten/verdeling rapport',
      'GET inzicht rapport',
      'GET werkbak weging',
      'GET werkbak/:id weging',
      'POST werkbak/:id proef?',
    ]);
  });

  it('are refused before their body is read, with the time to wait; other calls and other keys go on', async () => {
    // Two calls that send their headers and nothing more: one has the turn, one waits for it.
    const open = await Promise.all([hangend(), hangend()]);
    await expect.poll(async () => (await o.xml('aanbieder', '/api/v1/controle')).statusCode, POLL).toBe(429);
    const geweigerd = await o.xml('aanbieder', '/api/v1/controle');
    expect([geweigerd.statusCode, geweigerd.headers['retry-after']]).toEqual([429, '5']);
    expect(geweigerd.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(geweigerd.json()).toMatchObject({ code: 'te-veel-tegelijk', status: 429 });
    expect((await o.xml('andereAanbieder', '/api/v1/controle')).statusCode).toBe(200);
    expect((await o.xml('aanbieder', '/api/v1/berichten')).statusCode).toBe(202);
    for (const vraag of open) vraag.destroy();
    // As soon as the server sees that they are gone.
    await expect.poll(async () => (await o.xml('aanbieder', '/api/v1/controle')).statusCode, POLL).toBe(200);
  });

  it('give their turn back whatever came of them', async () => {
    for (let i = 0; i < 3; i++) {
      expect((await o.xml('aanbieder', '/api/v1/controle', { 'content-type': 'text/plain' })).statusCode).toBe(415);
      expect((await o.vraag('gemeente', 'GET', '/api/v1/werkbak?limit=0')).statusCode).toBe(400);
      expect((await o.vraag('gemeente', 'GET', '/api/v1/inzicht?per=x&per=y')).statusCode).toBe(400);
    }
    expect((await o.xml('aanbieder', '/api/v1/controle')).statusCode).toBe(200);
  });

  it('that take too long are a problem of their own', async () => {
    const store = o.gateway.rapportStore;
    const echt = store.insightCounts;
    store.insightCounts = () => Promise.reject(new ReportTimeout('57014'));
    const antwoord = await o.vraag('gemeente', 'GET', '/api/v1/inzicht');
    store.insightCounts = echt;
    expect(antwoord.statusCode).toBe(504);
    expect(antwoord.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(antwoord.json()).toMatchObject({ code: 'duurt-te-lang', status: 504 });
  });

  /** A dry run of which the body never comes. */
  function hangend() {
    return new Promise<ReturnType<typeof request>>((resolve) => {
      const vraag = request({
        ...{ host: '127.0.0.1', port: poort, method: 'POST', path: '/api/v1/controle' },
        headers: {
          authorization: `Bearer ${o.sleutels.aanbieder}`,
          'content-type': 'application/xml',
          'content-length': 1_000,
          expect: '100-continue',
        },
      });
      vraag.on('error', () => undefined);
      vraag.flushHeaders();
      // The server says so when it has read the headers.
      vraag.on('continue', () => resolve(vraag));
    });
  }
});

describe('JSON', () => {
  let o: Opstelling;
  beforeAll(async () => {
    o = await Opstelling.maak();
  });
  afterAll(() => o.app.close());

  it('is 64 KiB at most, and the agreements 16 MiB', async () => {
    const json = (wie: 'beheerder' | 'gemeente', method: 'POST' | 'PUT', url: string, bytes: number) =>
      o.vraag(wie, method, url, {
        payload: JSON.stringify({ a: 'x'.repeat(bytes - 8) }),
        headers: { 'content-type': 'application/json' },
      });
    const KIB = 1024;
    expect((await json('beheerder', 'POST', '/api/v1/sleutels', 64 * KIB)).statusCode).toBe(422);
    expect((await json('beheerder', 'POST', '/api/v1/sleutels', 64 * KIB + 1)).statusCode).toBe(413);
    expect((await json('gemeente', 'POST', '/api/v1/werkbak/1', 64 * KIB + 1)).statusCode).toBe(413);
    expect((await json('gemeente', 'PUT', '/api/v1/toewijzingen/0362/1/signaalbudget', 64 * KIB + 1)).statusCode).toBe(
      413,
    );
    expect((await json('beheerder', 'PUT', '/api/v1/afspraken', 16 * KIB * KIB)).json().code).toBe(
      'onjuiste-afspraken',
    );
    expect((await json('beheerder', 'PUT', '/api/v1/afspraken', 16 * KIB * KIB + 1)).statusCode).toBe(413);
  });

  it('with very many mistakes is told a hundred, and how many more there are', async () => {
    const body = Object.fromEntries(Array.from({ length: 1_000 }, (_, i) => [`onbekend${i}`, i]));
    const antwoord = await o.vraag('beheerder', 'POST', '/api/v1/sleutels', {
      payload: JSON.stringify({ naam: 'x', rol: 'beheerder', ...body }),
      headers: { 'content-type': 'application/json' },
    });
    expect(antwoord.statusCode).toBe(422);
    const { fouten, meerFouten } = antwoord.json();
    expect(fouten).toHaveLength(100);
    expect(meerFouten).toBe(900);
  });
});
