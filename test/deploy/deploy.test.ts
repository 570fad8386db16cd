import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

const lees = (naam: string) => readFileSync(new URL(`../../deploy/${naam}`, import.meta.url), 'utf8');
const COMPOSE = lees('compose.yaml');
const DOCKERFILE = lees('Dockerfile');

/** What stands under a key, down to the next one that is no deeper. */
function blok(sleutel: string): string {
  const regels = COMPOSE.split('\n');
  const begin = regels.findIndex((regel) => regel.startsWith(`${sleutel}:`));
  const diepte = (regel: string) => /^ */.exec(regel)?.[0].length ?? 0;
  const eind = regels.findIndex((regel, i) => i > begin && /^ *[\w-]/.test(regel) && diepte(regel) <= diepte(sleutel));
  return regels.slice(begin, eind === -1 ? undefined : eind).join('\n');
}

describe.each(['x-gateway', '  postgres', '  redis', '  broker'])('compose: %s', (naam) => {
  it('has bounds, a root that cannot be written, no new privileges', () => {
    const tekst = blok(naam);
    for (const sleutel of ['mem_limit', 'cpus', 'pids_limit'])
      expect(tekst).toMatch(new RegExp(`\\n *${sleutel}: \\d`));
    expect(tekst).toContain('read_only: true');
    expect(tekst).toContain('no-new-privileges:true');
  });
});

describe('compose', () => {
  it('tells whether each service is well', () => {
    for (const naam of ['  postgres', '  redis', '  broker']) expect(blok(naam)).toContain('healthcheck:');
    expect(DOCKERFILE).toContain('HEALTHCHECK');
  });

  it('has no secret of its own: each must be given, but the one that is made when it is not', () => {
    const geheim = [...COMPOSE.matchAll(/\$\{(\w*(?:PASSWORD|SLEUTEL)\w*)(:?[-?][^}]*)?\}/g)];
    expect(geheim.length).toBeGreaterThan(4);
    for (const [, naam, rest = ''] of geheim) {
      // What belongs to a profile is looked at when that starts: else nobody could do without it.
      if (naam === 'IJW_BEHEERDER_SLEUTEL' || naam === 'BROKER_PASSWORD') expect(rest).toBe(':-');
      else expect(rest).toMatch(/^:\?/);
    }
  });

  it('starts no broker without a password', () => {
    expect(blok('  broker')).toContain('test -n "$$BROKER_PASSWORD" || {');
    expect(blok('  broker')).toContain('profiles: [broker]');
  });

  it('asks a password of whoever speaks to Redis, the gateway too', () => {
    expect(blok('x-gateway')).toMatch(/REDIS_URL: redis:\/\/:\$\{REDIS_PASSWORD:\?/);
    expect(blok('  redis')).toContain('requirepass');
    expect(COMPOSE).not.toMatch(/--requirepass/); // it would stand in the list of processes
  });

  it('keeps the stores off every network but their own, and publishes the api on this machine only', () => {
    expect(blok('networks')).toMatch(/stores:\n\s+internal: true/);
    expect([...COMPOSE.matchAll(/ports: \[(.*)\]/g)].map(([, p]) => p)).toEqual([
      `"127.0.0.1:$${'{PORT:-8080}'}:8080"`,
    ]);
    for (const naam of ['  postgres', '  redis', '  broker']) expect(blok(naam)).toContain('networks: [stores]');
  });
});

describe('a proxy in front', () => {
  // Without it the brake on wrong keys counts one address for all, and the cookie of the pages is not `Secure`.
  it('is named to the gateway, wherever one is shown', () => {
    for (const naam of ['nginx.conf', 'Caddyfile', 'kubernetes/README.md'])
      expect([naam, lees(naam).includes('TRUSTED_PROXIES')]).toEqual([naam, true]);
    expect(blok('  api')).toMatch(/TRUSTED_PROXIES: \$\{TRUSTED_PROXIES:-\}/);
  });

  it('lets through what the gateway takes: a form with files, and what goes with it', () => {
    const most = 32 + 1;
    const [, nginx] = /client_max_body_size (\d+)m;/.exec(lees('nginx.conf')) ?? [];
    const [, caddy] = /max_size (\d+)MB/.exec(lees('Caddyfile')) ?? [];
    expect(Number(nginx)).toBeGreaterThan(most);
    expect(Number(caddy) / 1.048_576).toBeGreaterThan(most);
  });
});

describe('images', () => {
  const images = [...COMPOSE.matchAll(/(?:_IMAGE:-)([^}]+)\}/g), ...DOCKERFILE.matchAll(/NODE_IMAGE=(\S+)/g)].map(
    ([, image = '']) => image,
  );

  it('are named by an exact version, or by digest', () => {
    expect(images.length).toBeGreaterThanOrEqual(4);
    for (const image of images) expect(image).toMatch(/^[\w/.-]+:\d+\.\d+(\.\d+)?(-\w+)*(@sha256:[0-9a-f]{64})?$/);
    expect(DOCKERFILE.match(/^FROM \$(?=\{NODE_IMAGE\})/gm)).toEqual(['FROM $', 'FROM $']);
  });

  it('the gateway runs on a Node that is still maintained, the same in both files', () => {
    const node = images.filter((image) => image.startsWith('node:'));
    expect(new Set(node).size).toBe(1);
    expect(Number(/^node:(\d+)/.exec(node[0] ?? '')?.[1])).toBeGreaterThanOrEqual(24);
  });
});
