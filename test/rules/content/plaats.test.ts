import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../../src/rules/judge.ts';
import { bericht, met } from '../builders.ts';

/** Where one of two elements is wrong, the finding stands on that one (docs/bevindingen.md). */

const DEC = '/Bericht/Declaratie';
const PRESTATIE = `${DEC}/Clienten/Client[1]/Prestaties/Prestatie[1]`;

function paden(regel: string, ...wijzigingen: Parameters<typeof met>[1][]): (string | null)[] {
  const { bevindingen } = judgeContent(met(bericht('JW323'), ...wijzigingen));
  return bevindingen.filter((b) => b.regel === regel).map((b) => b.pad);
}

describe.each([
  ['Declaratie/DeclaratiePeriode', `${DEC}/DeclaratiePeriode`],
  ['Declaratie/Clienten/Client[1]/Prestaties/Prestatie[1]/ProductPeriode', `${PRESTATIE}/ProductPeriode`],
])('CS100 on %s', (element, pad) => {
  it.each([
    ['2020-12-01', '2020-12-31', 'Begindatum'],
    ['2020-12-31', '2021-01-01', 'Begindatum'],
    ['2021-01-02', '2020-12-31', 'Einddatum'],
  ])('%s to %s points at %s', (Begindatum, Einddatum, kind) => {
    expect(paden('CS100', [element, { Begindatum, Einddatum }])).toEqual([`${pad}/${kind}`]);
  });
});
