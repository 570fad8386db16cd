import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { expect, it } from 'vitest';

const ROOT = resolve(import.meta.dirname, '../..');

const teksten = new Map(
  ['src', 'test', 'scripts', 'bench', 'docs', 'deploy', 'findings', 'samples']
    .flatMap((map) =>
      readdirSync(resolve(ROOT, map), { recursive: true, encoding: 'utf8' }).map((naam) => `${map}/${naam}`),
    )
    .concat(readdirSync(ROOT).filter((naam) => naam.endsWith('.md')))
    .filter((naam) => /\.(?:ts|mjs|md|sql|json|ya?ml|conf|service)$/.test(naam))
    .map((naam) => [naam, readFileSync(resolve(ROOT, naam), 'utf8')]),
);
const records = readdirSync(resolve(ROOT, 'docs/decisions')).filter((naam) => naam !== 'README.md');

it('a decision that is cited exists', () => {
  const genoemd = [...teksten].flatMap(([naam, tekst]) =>
    [...tekst.matchAll(/\bdecisions\/([\w-]+\.md)/g)].map(([, record = '']) => ({ naam, record })),
  );
  expect(genoemd.length).toBeGreaterThan(50);
  expect(genoemd.filter(({ record }) => record !== 'README.md' && !records.includes(record))).toEqual([]);
});

it('docs/decisions/README.md lists every record, by its own title', () => {
  const lijst = readFileSync(resolve(ROOT, 'docs/decisions/README.md'), 'utf8');
  const genoemd = [...lijst.matchAll(/^- \[(.+)\]\((.+)\)$/gm)].map(([, titel, record]) => `${record}: ${titel}`);
  const bestaand = records.map((record) => {
    const tekst = readFileSync(resolve(ROOT, 'docs/decisions', record), 'utf8');
    expect(tekst, record).toMatch(/^# .+\n\n[\s\S]+\n\*\*Why\.\*\* [\s\S]+\n\*\*What follows\.\*\* /);
    return `${record}: ${/^# (.+)$/m.exec(tekst)?.[1]}`;
  });
  expect(genoemd.toSorted()).toEqual(bestaand.toSorted());
});

it('nothing cites a document that is not in the repository', () => {
  const vreemd = new RegExp(
    String.raw`\b(?:${['DES', 'IGN'].join('')}|${['STAN', 'DARD'].join('')})\b|\bdecisions? \d|\b[Ss]ection (?:A\d|\d\.\d)\b`,
  );
  const regels = [...teksten].flatMap(([naam, tekst]) =>
    tekst.split('\n').flatMap((regel, i) => (vreemd.test(regel) ? [`${naam}:${i + 1}: ${regel.trim()}`] : [])),
  );
  expect(regels).toEqual([]);
});

it('test/README.md names every folder of test, and no other', () => {
  const lijst = readFileSync(resolve(ROOT, 'test/README.md'), 'utf8');
  const rijen = [...lijst.matchAll(/^\| (`[a-z`, ]+`) \|/gm), ...lijst.matchAll(/^(`servers`)/gm)];
  const genoemd = rijen.flatMap(([, namen = '']) => [...namen.matchAll(/`([a-z]+)`/g)].map(([, naam]) => naam));
  const mappen = readdirSync(resolve(ROOT, 'test'), { withFileTypes: true }).filter((entry) => entry.isDirectory());
  expect(genoemd.toSorted()).toEqual(mappen.map(({ name }) => name).toSorted());
});
