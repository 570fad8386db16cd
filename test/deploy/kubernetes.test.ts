import { readdirSync, readFileSync } from 'node:fs';
import { Deployment } from 'kubernetes-models/apps/v1';
import { Job } from 'kubernetes-models/batch/v1';
import { PodDisruptionBudget } from 'kubernetes-models/policy/v1';
import { Service } from 'kubernetes-models/v1';
import { describe, expect, it } from 'vitest';
import { parseAllDocuments } from 'yaml';
import { PROCESS_ROLLEN } from '../../src/config/keuzes.ts';

const FOLDER = new URL('../../deploy/kubernetes/', import.meta.url);

type Path = readonly (string | number)[];
type Manifest = Readonly<Record<string, unknown>>;

interface Model {
  validate(): void;
}

/** By apiVersion and kind: what holds a manifest to the published schema of Kubernetes. */
const MODELS: Readonly<Record<string, (data: Manifest) => Model>> = {
  'apps/v1 Deployment': (data) => new Deployment(data as unknown as ConstructorParameters<typeof Deployment>[0]),
  'batch/v1 Job': (data) => new Job(data as unknown as ConstructorParameters<typeof Job>[0]),
  'policy/v1 PodDisruptionBudget': (data) =>
    new PodDisruptionBudget(data as unknown as ConstructorParameters<typeof PodDisruptionBudget>[0]),
  'v1 Service': (data) => new Service(data as unknown as ConstructorParameters<typeof Service>[0]),
};

const manifests: readonly Manifest[] = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.yaml'))
  .flatMap((name) =>
    parseAllDocuments(readFileSync(new URL(name, FOLDER), 'utf8')).map((one) => one.toJS() as Manifest),
  );
const of = (kind: string) => manifests.filter((one) => one.kind === kind);

function refused(manifest: Manifest): string | null {
  const model = MODELS[`${manifest.apiVersion} ${manifest.kind}`];
  if (model === undefined) return 'no such kind';
  try {
    model(manifest).validate();
    return null;
  } catch (fout) {
    return fout instanceof Error ? fout.message : 'refused';
  }
}

/** Every place in a manifest that a name leads to. */
function places(value: unknown, path: Path = []): Path[] {
  if (typeof value !== 'object' || value === null) return [];
  const entries = Array.isArray(value) ? value.map((item, i) => [i, item] as const) : Object.entries(value);
  return entries.flatMap(([key, item]) => [
    ...(typeof key === 'string' ? [[...path, key]] : []),
    ...places(item, [...path, key]),
  ]);
}

/** What stands there; undefined when nothing does. */
function at(value: unknown, path: Path): unknown {
  return path.reduce((here, key) => (here as Record<string | number, unknown> | undefined)?.[key], value);
}

/** The same manifest with a value there that no schema allows. */
function spoiled(manifest: Manifest, path: Path): Manifest {
  const copy = structuredClone(manifest);
  Object.assign(at(copy, path.slice(0, -1)) as object, { [path.at(-1) ?? '']: () => undefined });
  return copy;
}

const POD = ['spec', 'template', 'spec'];
const CONTAINER = [...POD, 'containers', 0];

describe('deploy/kubernetes', () => {
  it('holds to the schema of each kind', () => {
    expect(manifests.map(refused)).toEqual(manifests.map(() => null));
    expect(manifests.length).toBeGreaterThanOrEqual(8);
  });

  it('has no name that the schema does not know: a wrong value is refused wherever one stands', () => {
    const ignored = manifests.flatMap((manifest) =>
      places(manifest)
        .filter(([first]) => first !== 'apiVersion' && first !== 'kind')
        .filter((path) => refused(spoiled(manifest, path)) === null)
        .map((path) => `${manifest.kind} ${path.join('.')}`),
    );
    expect(ignored).toEqual([]);
  });

  it('runs each role apart, with probes, bounds, and time to end', () => {
    const roles = of('Deployment').map((one) => (at(one, [...CONTAINER, 'args']) as string[]).at(-1));
    expect(roles.toSorted()).toEqual(PROCESS_ROLLEN.filter((role) => role !== 'all').toSorted());
    for (const one of of('Deployment')) {
      const probes = ['startupProbe', 'livenessProbe', 'readinessProbe'];
      const asks = probes.map((probe) => at(one, [...CONTAINER, probe, 'httpGet', 'path']));
      expect(asks).toEqual(['/health', '/health', '/ready']);
      // A stop takes 25 s at most, and begins when the service has forgotten the pod.
      const waits = Number(at(one, [...CONTAINER, 'lifecycle', 'preStop', 'exec', 'command', 1]));
      expect(at(one, [...POD, 'terminationGracePeriodSeconds'])).toBeGreaterThan(25 + waits);
      expect(at(one, ['spec', 'replicas'])).toBeGreaterThan(1);
    }
    for (const one of [...of('Deployment'), ...of('Job')]) {
      expect(at(one, [...CONTAINER, 'resources', 'limits', 'memory'])).toMatch(/i$/);
      expect(at(one, [...CONTAINER, 'securityContext', 'readOnlyRootFilesystem'])).toBe(true);
      // No secret stands in a manifest.
      expect(at(one, [...CONTAINER, 'envFrom'])).toEqual([{ secretRef: { name: 'ijw-gateway' } }]);
    }
  });

  it('has a budget and labels for each deployment that find its pods, and one migration', () => {
    for (const one of of('Deployment')) {
      const selector = at(one, ['spec', 'selector']);
      expect(at(one, ['spec', 'template', 'metadata', 'labels'])).toEqual(at(selector, ['matchLabels']));
      const name = ['metadata', 'name'];
      const budget = of('PodDisruptionBudget').find((other) => at(other, name) === at(one, name));
      expect(at(budget, ['spec', 'selector'])).toEqual(selector);
    }
    expect(of('Service').map((one) => at(one, ['spec', 'selector']))).toEqual([{ app: 'ijw-gateway', role: 'api' }]);
    expect(of('Job').map((one) => at(one, [...CONTAINER, 'args']))).toEqual([['store', 'migrate']]);
  });
});
