import { describe, expect, it } from 'vitest';
import { CONTENT_REGELS } from '../../../src/rules/content/index.ts';
import { judgeContent } from '../../../src/rules/judge.ts';
import { klassenVan } from '../../../src/rules/klasse.ts';
import { alleenInhoud } from '../../../src/rules/omgeving.ts';
import type { Regel } from '../../../src/rules/regel.ts';
import { plekken } from '../../../src/rules/texts/vul.ts';
import { validateInhoud } from '../../../src/standard/validate.ts';
import type { Bericht } from '../../../src/xml/tree.ts';
import { bericht } from '../builders.ts';
import { INHOUD_23, INHOUD_32 } from '../inhoud.ts';
import { FOUT, GOED } from './voorbeelden/index.ts';

const geldig = [
  ...Object.keys(INHOUD_32).map((type) => [type, '3.2'] as const),
  ...Object.keys(INHOUD_23).map((type) => [type, '2.3'] as const),
].map(([type, release]) => [type as Parameters<typeof bericht>[0], release] as const);

describe('the messages that the examples start from', () => {
  it.each(geldig)('%s of %s is valid', (type, release) => {
    const start = bericht(type, release);
    expect(validateInhoud(release, type, start.inhoud)).toEqual([]);
    expect(judgeContent(start)).toMatchObject({ niveau: null, bevindingen: [] });
  });
});

describe('a message that breaks a rule', () => {
  it.each(FOUT.map((v) => [v.regel, v.bericht.type, v.bericht.release, v] as const))(
    '%s in %s %s',
    (regel, _type, _release, voorbeeld) => {
      const oordeel = judgeContent(voorbeeld.bericht);
      expect([...new Set(oordeel.bevindingen.map((b) => b.regel))].sort()).toEqual([regel, ...voorbeeld.ook].sort());
      expect(oordeel.niveau).toBe(2);
      expect(oordeel.codes.size).toBe(0);
      for (const bevinding of oordeel.bevindingen) {
        expect(bevinding).toMatchObject({ niveau: 2, retourcode: '0001', ernst: 'fout' });
        expect(plekken(bevinding.melding), bevinding.melding).toEqual([]);
        expect(bevinding.melding).toMatch(/\. .+\.$/);
        expect(bevinding.melding).not.toMatch(/\b\d{9}\b|Voorbeeld|Dorpsstraat|1181|2012-/);
      }
    },
  );
});

describe('a message that just does not break a rule', () => {
  it.each(GOED.map((v) => [v.regel, v.waarom, v] as const))('%s: %s', (_regel, _waarom, voorbeeld) => {
    expect(judgeContent(voorbeeld.bericht).bevindingen.map((b) => [b.regel, b.pad])).toEqual([]);
  });
});

describe('the examples', () => {
  it('break every rule of level 2, for each klasse it looks at and in each release it holds for', () => {
    const gemist = CONTENT_REGELS.flatMap((regel) =>
      regel.releases
        .filter((release) => !FOUT.some(({ bericht: b }) => b.release === release && slaatAan(regel, b)))
        .map((release) => `${regel.code} ${regel.klasse} ${release}`),
    );
    expect(gemist).toEqual([]);
  });
});

function slaatAan(regel: Regel, van: Bericht): boolean {
  if (!regel.berichten.includes(van.type)) return false;
  const klassen = klassenVan(van);
  const omgeving = alleenInhoud(van, klassen);
  return klassen.some((k) => k.naam === regel.klasse && regel.toets(k, omgeving).length > 0);
}
