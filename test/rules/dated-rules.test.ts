import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { alsMarkdown } from '../../src/cli/rules-markdown.ts';
import { catalogusVan, REGELS } from '../../src/rules/catalogue.ts';
import { judge, judgeContent } from '../../src/rules/judge.ts';
import { maakKennis } from '../../src/rules/kennis-lookups.ts';
import { overzicht } from '../../src/rules/overzicht.ts';
import type { Regel } from '../../src/rules/regel.ts';
import { jw323 } from './declaration/berichten.ts';
import { document, kennisData } from './declaration/decor.ts';

/** A rule that changes on 2026-03-03, at each level: whatever it looks at, it finds it wrong. */
const altijd = { releases: ['3.2'], berichten: ['JW323'], klasse: 'Prestatie', kennis: '', tekst: '' } as const;
const fout = { toets: () => [{ element: 'ProductCode' }] };
const OUD = { tot: '2026-03-02' };
const NIEUW = { vanaf: '2026-03-03' };
const inhoud: readonly Regel[] = [
  { ...altijd, ...fout, ...OUD, code: 'TEST2', niveau: 2, retourcode: '0001' },
  { ...altijd, ...fout, ...NIEUW, code: 'TEST2', niveau: 2, retourcode: '0002' },
];
const context: readonly Regel[] = [
  { ...altijd, ...fout, ...OUD, code: 'TEST3', niveau: 3, retourcode: '0003' },
  { ...altijd, ...fout, ...NIEUW, ...{ tot: '2026-03-04' }, code: 'TEST3', niveau: 3, retourcode: '0004' },
];

const bericht = jw323([{}]);

/** Retourcodes of what was received at this moment. */
function codes(ontvangenOp: string, regels: readonly Regel[]): string[] {
  const kennis = maakKennis(kennisData({ ontvangenOp }));
  const { bevindingen } = judge(bericht, kennis, maakAfspraken(document(), 1), {
    catalogus: catalogusVan([...REGELS, ...regels]),
  });
  return bevindingen.map((bevinding) => bevinding.retourcode ?? '');
}

describe('a rule that changes on a day', () => {
  it('judges what is received from that day on, on the clock of Amsterdam, at each level', () => {
    // An hour before midnight in Greenwich it is the next day in Amsterdam.
    const momenten = ['2026-03-02T22:59:59Z', '2026-03-02T23:00:00Z', '2026-03-04T22:59:59Z', '2026-03-04T23:00:00Z'];
    expect(momenten.map((moment) => codes(moment, inhoud))).toEqual([['0001'], ['0002'], ['0002'], ['0002']]);
    expect(momenten.map((moment) => codes(moment, context))).toEqual([['0003'], ['0004'], ['0004'], []]);
  });

  it('judges by the day that is asked where there is only the message', () => {
    const regels = catalogusVan(inhoud);
    const code = (dag?: string) => judgeContent(bericht, dag, regels).bevindingen.map((b) => b.retourcode);
    expect(['2026-03-02', '2026-03-03'].map((dag) => code(dag))).toEqual([['0001'], ['0002']]);
    expect(code()).toEqual(['0002']);
  });

  it('is shown in both its forms, with the days', () => {
    const alles = overzicht([...context, ...inhoud]);
    expect(alles.regels.map((r) => [r.code, r.retourcode, r.vanaf, r.tot])).toEqual([
      ['TEST2', '0001', null, '2026-03-02'],
      ['TEST2', '0002', '2026-03-03', null],
      ['TEST3', '0003', null, '2026-03-02'],
      ['TEST3', '0004', '2026-03-03', '2026-03-04'],
    ]);
    const tekst = alsMarkdown(alles);
    expect(tekst).toContain('| vanaf 2026-03-03 tot en met 2026-03-04 |');
    expect(tekst).toContain(`Regelset ${alles.versie}, oordeelt vanaf ${alles.vanaf}.`);
  });
});
