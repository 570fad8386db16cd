import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, expectTypeOf, it } from 'vitest';
import { elementsOf } from '../../src/standard/elements.ts';
import { RELEASES } from '../../src/standard/message-types.ts';
import type { ElementPath } from '../../src/standard/path.ts';
import { waardeVan } from '../../src/xml/tree.ts';

/**
 * The readers of a tree take an ElementPath, so the compiler knows a wrong one (docs/decisions/one-model.md). Paths that
 * stand elsewhere (the element of a finding, keys of a table, parts of a template) are held to the model here.
 */

const SRC = resolve(import.meta.dirname, '../../src');
const ELSEWHERE = new Set(['api', 'assemble', 'cli', 'config', 'connectors', 'dashboard', 'log', 'queue', 'store']);

const files = readdirSync(SRC, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts') && !ELSEWHERE.has(name.split('/')[0] ?? ''))
  .map((name) => ({ name, text: withoutComments(readFileSync(join(SRC, name), 'utf8')) }));

/** A time zone, which looks like one. */
const NO_PATH = new Set(['Europe/Amsterdam']);

const elements = RELEASES.flatMap(elementsOf);
const known = new Set([
  'Bericht',
  ...elements.flatMap(({ path }) => {
    const steps = path.split('/');
    return steps.flatMap((_, begin) =>
      steps.slice(begin).map((_step, i) => steps.slice(begin, begin + i + 1).join('/')),
    );
  }),
  // An element by the type that it stands in, as the samples name it.
  ...elements.flatMap(({ kind }) =>
    kind.kind === 'group' ? kind.klasse.kinderen.map((k) => `${kind.typeNaam}/${k.naam}`) : [],
  ),
  // And a RetourCode by the klasse that carries it, over the RetourCodes in between.
  ...elements.flatMap(({ path }) => {
    const [, klasse] = /([^/]+)\/RetourCodes\/RetourCode$/.exec(path) ?? [];
    return klasse === undefined ? [] : [`${klasse}/RetourCode`];
  }),
]);

function withoutComments(text: string): string {
  return text.replace(/\/\*[\s\S]*?\*\//g, '').replace(/^\s*\/\/.*$/gm, '');
}

/** What may be asked of a tree by its path, in source text. */
const READERS = /\b(?:waardeVan|groepVan|lijstVan|groepenOp|codesIn|alsFout|fout)\(/;
const NAME = String.raw`[A-Z]\w*(?:\[\d+\])?`;
const PATH = new RegExp(`^${NAME}(?:/${NAME})+$`);

/** Literals with more than one step, wherever they stand, and names of one step that are asked for. */
function pathsIn(text: string): string[] {
  const literals = [...text.matchAll(/'([^'\n]+)'/g)].map(([, literal = '']) => literal);
  const asked = [...text.matchAll(new RegExp(`${READERS.source}[^;'\`]*?,\\s*'(${NAME})'`, 'g'))];
  return [
    ...literals.filter((literal) => PATH.test(literal) && !NO_PATH.has(literal)),
    ...asked.map(([, name = '']) => name),
  ];
}

/** The fixed parts of a template before, between and after what is filled in. */
function partsIn(text: string): string[] {
  const templates = [...text.matchAll(/`([^`\n]*)`/g)].map(([, template = '']) => template);
  return templates
    .filter((template) => new RegExp(`^(?:\\$\\{[^}]*\\}|${NAME}|/)+$`).test(template) && template.includes('/'))
    .flatMap((template) => template.split(/\$\{[^}]*\}/))
    .map((part) => part.replace(/^\/|\/$/g, ''))
    .filter((part) => part !== '');
}

const plain = (path: string) => path.replace(/\[\d+\]/g, '').replace(/^Bericht\//, '');

describe('paths into a message', () => {
  it('that a reader takes are known to the compiler', () => {
    expectTypeOf<'Client/ToegewezenProducten/ToegewezenProduct/Omvang/Volume'>().toExtend<ElementPath>();
    expectTypeOf<'Omvang/Volume'>().toExtend<ElementPath>();
    expectTypeOf<'Omvang/Volumen'>().not.toExtend<ElementPath>();
    expectTypeOf<'Client/Omvang'>().not.toExtend<ElementPath>();
    expectTypeOf<string>().not.toExtend<ElementPath>();
    // @ts-expect-error: no message has it
    expect(waardeVan({ Omvang: { Volume: '1' } }, 'Omvang/Volumen')).toBeUndefined();
  });

  it('lead somewhere, each of them', () => {
    const found = files.flatMap(({ name, text }) => [...pathsIn(text), ...partsIn(text)].map((path) => [name, path]));
    expect(found.filter(([, path = '']) => !known.has(plain(path)))).toEqual([]);
    expect(found.length).toBeGreaterThan(250);
  });

  it('are found as literals, as what a reader is asked for, and as parts of templates', () => {
    expect(pathsIn("waardeVan(klasse, 'Omvang/Volumen')")).toEqual(['Omvang/Volumen']);
    expect(pathsIn("waardeVan(f(klasse, 1), 'Omvangen')")).toEqual(['Omvangen']);
    expect(pathsIn("alsFout(a > b, 'Einddatums')")).toEqual(['Einddatums']);
    expect(partsIn(`\`Client/Verzoeken/$\{pad}\``)).toEqual(['Client/Verzoeken']);
    for (const wrong of ['Omvang/Volumen', 'Omvangen', 'Einddatums', 'Client/Verzoeken', 'Bsn/Client']) {
      expect(known.has(wrong), wrong).toBe(false);
    }
    for (const right of ['Omvang/Volume', 'Client/Verzoek', 'Bsn', 'Header'])
      expect(known.has(right), right).toBe(true);
  });
});
