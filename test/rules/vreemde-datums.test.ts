import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../src/rules/judge.ts';
import { bericht, met } from './builders.ts';

/** An xs:date may have a year of any length, and one before Christ: the XSD lets both through. */
const vreemd = fc.constantFrom(
  '12026-03-02',
  '123456-03-02',
  '999999999999-12-31',
  '-0044-03-15',
  '0001-01-01',
  '9999-12-31',
);

describe('dates that nobody means', () => {
  it('are judged like any other', () => {
    fc.assert(
      fc.property(vreemd, vreemd, (een, ander) => {
        const jw301 = met(
          bericht('JW301'),
          ['Header/BerichtIdentificatie/Dagtekening', een],
          ['Client/Geboortedatum/Datum', ander],
        );
        const jw323 = met(
          bericht('JW323'),
          ['Declaratie/DeclaratieDagtekening', een],
          ['Declaratie/DeclaratiePeriode/Begindatum', ander],
          ['Declaratie/DeclaratiePeriode/Einddatum', een],
        );
        expect([null, 2]).toContain(judgeContent(jw301).niveau);
        expect(judgeContent(jw323).niveau).toBe(2);
      }),
    );
  });
});
