import { expect, it } from 'vitest';
import { API_ROUTES } from '../../src/api/routes.ts';
import { Opstelling } from './opstelling.ts';

/** What tells a browser to be careful stands on every answer, whatever it is of. */
const HEADERS = {
  'x-content-type-options': 'nosniff',
  'x-frame-options': /DENY|SAMEORIGIN/,
  'referrer-policy': /no-referrer/,
  'content-security-policy': /default-src 'none'/,
  'cache-control': /no-store/,
} as const;

it('are on every answer: of each route, with and without a key, and of what is no route', async () => {
  const o = await Opstelling.maak();
  const asked = API_ROUTES.map(({ method, pad }) => ({ method, url: pad.replace(/:\w+/g, '1') }));
  const others = [
    { method: 'GET', url: '/health' },
    { method: 'GET', url: '/niets' },
    { method: 'GET', url: '/api/v1/%ff' },
  ] as const;
  const missing: string[] = [];
  for (const { method, url } of [...asked, ...others]) {
    const answers = [await o.app.inject({ method, url }), await o.vraag('beheerder', method, url)];
    for (const { headers, statusCode } of answers) {
      for (const [name, value] of Object.entries(HEADERS)) {
        const found = String(headers[name]);
        if (!(typeof value === 'string' ? found === value : value.test(found)))
          missing.push(`${statusCode} ${method} ${url}: ${name} ${found}`);
      }
    }
  }
  expect(missing).toEqual([]);
  expect(asked.length).toBeGreaterThan(40);
});
