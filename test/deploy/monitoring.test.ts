import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { HappeningHub } from '../../src/happenings/hub.ts';
import { Metrics } from '../../src/metrics/metrics.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

const DEPLOY = resolve(import.meta.dirname, '../../deploy');
const folder = mkdtempSync(join(tmpdir(), 'ijw-promtool-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const promtool = (...args: string[]) =>
  execFileSync('promtool', args, { cwd: join(DEPLOY, 'prometheus'), encoding: 'utf8', stdio: 'pipe' });
const RULES = readFileSync(join(DEPLOY, 'prometheus', 'rules.yml'), 'utf8');
const CASES = readFileSync(join(DEPLOY, 'prometheus', 'rules.test.yml'), 'utf8');

interface Dashboard {
  readonly panels: readonly {
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly y: number; readonly w: number; readonly h: number };
    readonly targets: readonly { readonly expr: string }[];
  }[];
}
const dashboard = JSON.parse(readFileSync(join(DEPLOY, 'grafana', 'ijw-gateway.json'), 'utf8')) as Dashboard;
const queries = dashboard.panels.flatMap(({ targets }) => targets.map(({ expr }) => expr));

/** Everything that a gateway exposes: ours, and those of the process. */
async function exposed(): Promise<Set<string>> {
  const metrics = new Metrics(new HappeningHub(stilleLogger));
  const nothing = {
    counts: async () => ({ berichten: [], wachtend: [] }),
    channels: async () => [],
    queues: async () => [],
    queueLook: async () => ({ werkers: new Map(), gepauzeerd: new Map(), onbekend: [] }),
  };
  const text = await metrics.tekst(nothing as unknown as Parameters<Metrics['tekst']>[0]);
  return new Set([...text.matchAll(/^# TYPE (\S+)/gm)].map(([, name = '']) => name));
}

describe('the alerts', () => {
  it('are rules to Prometheus, and each is raised and kept silent as its cases say', () => {
    expect(promtool('check', 'rules', 'rules.yml')).toContain('SUCCESS: 12 rules found');
    expect(promtool('test', 'rules', 'rules.test.yml')).toContain('SUCCESS');
  });

  it('have a case in which they are raised and one in which they are not', () => {
    const names = [...RULES.matchAll(/alert: (\w+)/g)].map(([, name = '']) => name);
    for (const name of names) {
      expect(CASES).toMatch(new RegExp(`alertname: ${name}\\n +exp_alerts:\\n +- exp_labels`));
      expect(CASES).toContain(`alertname: ${name}, exp_alerts: []`);
    }
  });
});

describe('the dashboard', () => {
  it('asks what Prometheus understands', () => {
    const asked = queries.map((expr) => expr.replaceAll('$__rate_interval', '5m').replaceAll('$regio', '.*'));
    const rules = asked.map((expr, i) => `      - record: paneel${i}\n        expr: ${JSON.stringify(expr)}`);
    const file = join(folder, 'queries.yml');
    writeFileSync(file, `groups:\n  - name: panelen\n    rules:\n${rules.join('\n')}\n`);
    expect(promtool('check', 'rules', file)).toContain(`SUCCESS: ${queries.length} rules found`);
  });

  it('and the alerts look at what a gateway exposes, and at nothing else', async () => {
    const known = await exposed();
    const used = [...`${queries.join('\n')}\n${RULES}`.matchAll(/\b(ijw_\w+|nodejs_\w+|process_\w+)/g)];
    const names = used.map(([, name = '']) => name.replace(/_(bucket|count|sum)$/, ''));
    expect(names.filter((name) => !known.has(name))).toEqual([]);
    expect(new Set(names).size).toBeGreaterThan(12);
  });

  it('has no panel that lies over another', () => {
    const cells = dashboard.panels.flatMap(({ gridPos: { x, y, w, h } }) =>
      Array.from({ length: w * h }, (_, i) => `${x + (i % w)},${y + Math.floor(i / w)}`),
    );
    expect(new Set(cells).size).toBe(cells.length);
    expect(Math.max(...dashboard.panels.map(({ gridPos: { x, w } }) => x + w))).toBe(24);
  });
});
