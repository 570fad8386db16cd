import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EVENT_NAMES } from '../../src/gateway/live/live-event.ts';

it('the stream of a browser listens to every event that there is', () => {
  const worker = readFileSync(new URL('../../assets/stroom.js', import.meta.url), 'utf8');
  const [, list = ''] = worker.split('const SOORTEN = [');
  const names = [...(list.split('];')[0] ?? '').matchAll(/'([^']+)'/g)].map(([, name]) => name);
  expect(names).toEqual(EVENT_NAMES);
});
