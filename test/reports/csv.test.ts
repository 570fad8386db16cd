import fc from 'fast-check';
import { expect, it } from 'vitest';
import { csv } from '../../src/reports/csv.ts';

it('cells, text with separators, nothing as nothing', () => {
  const rijen = [
    { a: 'een;twee', b: 'zegt "ja"', c: null },
    { a: 3, b: -5, c: true },
  ];
  expect(csv(['a', 'b', 'c'], rijen)).toBe('a;b;c\r\n"een;twee";"zegt ""ja""";\r\n3;-5;ja\r\n');
  expect(csv(['redenen'], [{ redenen: { '9322': 2, 'geen-contract': 1 } }])).toBe(
    'redenen\r\n9322: 2, geen-contract: 1\r\n',
  );
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx'])('text %j is no formula', (tekst) => {
  expect(
    csv(['k'], [{ k: tekst }])
      .split('\n')
      .slice(1)
      .join('\n'),
  ).toMatch(/^"?'/);
});

it('whatever the text, no cell begins as a formula, and every cell comes back', () => {
  fc.assert(
    fc.property(fc.array(fc.string(), { minLength: 1, maxLength: 4 }), (teksten) => {
      const kolommen = teksten.map((_, i) => `k${i}`);
      const regel = csv(kolommen, [Object.fromEntries(teksten.map((t, i) => [`k${i}`, t]))]).slice(
        csv(kolommen, []).length,
      );
      const cellen = lees(regel.slice(0, -2));
      expect(cellen).toHaveLength(teksten.length);
      for (const [i, cel] of cellen.entries()) {
        expect(cel).not.toMatch(/^[=+\-@\t\r]/);
        expect([teksten[i], `'${teksten[i]}`]).toContain(cel);
      }
    }),
    { numRuns: 1000 },
  );
});

/** A reader of one CSV record, character by character. */
function lees(regel: string): string[] {
  const cellen = [''];
  let binnen = false;
  for (let i = 0; i < regel.length; i++) {
    const teken = regel.charAt(i);
    if (teken === '"' && binnen && regel.charAt(i + 1) === '"') {
      cellen[cellen.length - 1] += '"';
      i++;
    } else if (teken === '"' && (binnen || cellen.at(-1) === '')) binnen = !binnen;
    else if (teken === ';' && !binnen) cellen.push('');
    else cellen[cellen.length - 1] += teken;
  }
  return cellen;
}
