import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';
import { rolesFor } from '../../src/access/actions.ts';
import { OPENAPI_ROUTE } from '../../src/api/openapi/served.ts';
import { probleem, probleemCodes } from '../../src/api/problems.ts';
import { API_ROUTES, GEZONDHEID_ROUTES } from '../../src/api/routes.ts';
import { vertel } from '../../src/cli/why.ts';
import { GATEWAY_COMMANDS, PARTY_COMMANDS } from '../../src/connectors/bullmq/rights.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { GRENZEN, POORT_MELDINGEN } from '../../src/xml/gate/poort-meldingen.ts';

const DOCS = resolve(import.meta.dirname, '../../docs');

it('docs/api.md names every call, and who may', () => {
  const rijen = readFileSync(resolve(DOCS, 'api.md'), 'utf8').matchAll(/^\| `([A-Z]+) (\/[^`]+)` \| ([^|]+) \|/gm);
  const genoemd = [...rijen].map(([, method, pad, rollen]) => `${method} ${pad} ${rollen?.trim()}`);
  const bestaand = [
    ...API_ROUTES.map(
      ({ method, pad, action }) => `${method} ${pad.replace(/:(\w+)/g, '{$1}')} ${wie(rolesFor(action))}`,
    ),
    ...[...GEZONDHEID_ROUTES, OPENAPI_ROUTE].map(
      ({ pad, action }) => `GET ${pad} ${action === 'openbaar' ? 'anyone' : wie(rolesFor(action))}`,
    ),
  ];
  expect(genoemd.toSorted()).toEqual(bestaand.toSorted());
});

it('docs/api.md names every problem with its status, and no other', () => {
  const rijen = readFileSync(resolve(DOCS, 'api.md'), 'utf8').matchAll(/^\| (\d{3}) \| `([A-Za-z0-9-]+)` \| \S/gm);
  const genoemd = [...rijen].map(([, status, code]) => `${status} ${code}`);
  expect(genoemd).toEqual(genoemd.toSorted((a, b) => Number(a.slice(0, 3)) - Number(b.slice(0, 3))));
  expect(genoemd.toSorted()).toEqual(
    probleemCodes()
      .map((code) => `${probleem(code).status} ${code}`)
      .toSorted(),
  );
});

it('docs/koppelingen.md gives the rights at the broker that the gateway asks for and that parties were tried with', () => {
  const tekst = readFileSync(resolve(DOCS, 'koppelingen.md'), 'utf8');
  const regels = [...tekst.matchAll(/^ACL SETUSER .*$/gm)].map(([regel]) => regel.match(/\+\S+/g));
  expect(regels).toEqual([PARTY_COMMANDS, GATEWAY_COMMANDS].map((rechten) => rechten.map((recht) => `+${recht}`)));
});

it('docs/bevindingen.md shows a finding as it is', () => {
  const oordeel = readFileSync(resolve(DOCS, '../samples/verhaal/09-verwacht/oordeel.json'), 'utf8');
  const { bevindingen } = JSON.parse(oordeel) as { bevindingen: readonly { melding: string }[] };
  expect(bevindingen.length).toBeGreaterThan(0);
  const tekst = readFileSync(resolve(DOCS, 'bevindingen.md'), 'utf8');
  for (const { melding } of bevindingen) expect(tekst).toContain(melding);
});

it('docs/bevindingen.md has every reason for which the gate refuses, and no other', () => {
  const tekst = readFileSync(resolve(DOCS, 'bevindingen.md'), 'utf8');
  const genoemd = new Set(tekst.match(/POORT-[A-Z0-9]+/g));
  const elders = ['POORT-IB005', 'POORT-RETOUR'];
  expect([...genoemd].toSorted()).toEqual([...Object.keys(POORT_MELDINGEN), ...elders].toSorted());
  const getal = (n: number) => n.toLocaleString('nl-NL');
  for (const grens of [
    `meer dan ${getal(GRENZEN.terzijdes)} commentaren`,
    `meer dan ${GRENZEN.terzijdeBytes / 2 ** 10} KiB daaraan`,
    `binnen de eerste ${GRENZEN.header / 2 ** 10} KiB`,
    `meer dan ${getal(GRENZEN.elementen)} elementen`,
    `meer dan ${GRENZEN.tekst / 2 ** 20} MiB tekst`,
  ]) {
    expect(tekst).toContain(grens);
    expect(Object.values(POORT_MELDINGEN).join(' ')).toContain(grens);
  }
});

it('docs/bevindingen.md shows what why prints', () => {
  const oordeel = readFileSync(resolve(DOCS, '../samples/verhaal/09-verwacht/oordeel.json'), 'utf8');
  const verwacht = vertel({ afsprakenVersie: 1, ...JSON.parse(oordeel) });
  const nieuw = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|\d{4}-\d\d-\d\dT[\d:.]+Z|\{\w+\}/g;
  const tekst = readFileSync(resolve(DOCS, 'bevindingen.md'), 'utf8').replace(nieuw, '{}');
  expect(tekst).toContain(`\`\`\`\n${verwacht.replace(nieuw, '{}')}\`\`\``);
});

it('docs/bediening.md gives reasons for not starting that the program gives', () => {
  const tekst = readFileSync(resolve(DOCS, 'bediening.md'), 'utf8');
  const [, tabel = ''] = /\| Reden \|.*\n\|.*\n((?:\|.*\n)+)/.exec(tekst) ?? [];
  const redenen = [...tabel.matchAll(/^\| `([^`]+)`/gm)].map(([, reden = '']) => reden);
  expect(redenen.length).toBeGreaterThan(4);
  const src = resolve(DOCS, '../src');
  const programma = readdirSync(src, { recursive: true, encoding: 'utf8' })
    .filter((naam) => naam.endsWith('.ts'))
    .map((naam) => readFileSync(resolve(src, naam), 'utf8'))
    .join('\n');
  const stukken = redenen.flatMap((reden) => reden.split('…').map((stuk) => stuk.trim()));
  expect(stukken.filter((stuk) => !programma.includes(stuk))).toEqual([]);
});

it('docs/bevindingen.md speaks of types that exist', () => {
  const genoemd = readFileSync(resolve(DOCS, 'bevindingen.md'), 'utf8').match(/JW\d{3}/g) ?? [];
  expect(genoemd.filter((type) => !BERICHT_TYPES.some((bekend) => bekend === type))).toEqual([]);
});

function wie(toegang: readonly string[]): string {
  return toegang.length === 4 ? 'all' : toegang.join(', ');
}
