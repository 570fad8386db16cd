import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { API_ROUTES, GEZONDHEID_ROUTES } from '../../src/api/routes.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';

const DOCS = resolve(import.meta.dirname, '../../docs');

it('docs/api.md names every call, and who may', () => {
  const rijen = readFileSync(resolve(DOCS, 'api.md'), 'utf8').matchAll(/^\| `([A-Z]+) (\/[^`]+)` \| ([^|]+) \|/gm);
  const genoemd = [...rijen].map(([, method, pad, rollen]) => `${method} ${pad} ${rollen?.trim()}`);
  const bestaand = [
    ...API_ROUTES.map(({ method, pad, toegang }) => `${method} ${pad.replace(/:(\w+)/g, '{$1}')} ${wie(toegang)}`),
    ...GEZONDHEID_ROUTES.map(({ pad, toegang }) => `GET ${pad} ${toegang === 'openbaar' ? 'anyone' : wie(toegang)}`),
  ];
  expect(genoemd.toSorted()).toEqual(bestaand.toSorted());
});

it('docs/bevindingen.md shows a finding as it is', () => {
  const oordeel = readFileSync(resolve(DOCS, '../samples/verhaal/09-verwacht/oordeel.json'), 'utf8');
  const { bevindingen } = JSON.parse(oordeel) as { bevindingen: readonly { melding: string }[] };
  expect(bevindingen.length).toBeGreaterThan(0);
  const tekst = readFileSync(resolve(DOCS, 'bevindingen.md'), 'utf8');
  for (const { melding } of bevindingen) expect(tekst).toContain(melding);
});

it('docs/bevindingen.md speaks of types that exist', () => {
  const genoemd = readFileSync(resolve(DOCS, 'bevindingen.md'), 'utf8').match(/JW\d{3}/g) ?? [];
  expect(genoemd.filter((type) => !BERICHT_TYPES.some((bekend) => bekend === type))).toEqual([]);
});

function wie(toegang: readonly string[]): string {
  return toegang.length === 4 ? 'all' : toegang.join(', ');
}
