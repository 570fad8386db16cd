import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../src/rules/judge.ts';
import { fictiefBsn } from '../../src/samples/bsn.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { elfproef } from '../../src/standard/bsn.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import type { ElementPath } from '../../src/standard/path.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { groepVan } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';

const DAGEN = ['2026-11-21', '2024-02-29', '2026-01-01', '2026-03-31'];

describe('generate', () => {
  for (const type of BERICHT_TYPES)
    for (const release of MESSAGES[type].releases)
      it(`${type} ${release} passes the gate and the rules on its own content`, () => {
        for (const vandaag of DAGEN) {
          const bericht = voorbeeldBericht(type, release, {
            vandaag,
            bsn: fictiefBsn(0.5),
            aanbieder: '42420001',
            gemeente: '0362',
            volgnummer: 123_456_789,
          });
          const uitkomst = gate(writeBericht(bericht));
          expect(uitkomst.kind === 'refused' ? uitkomst.bevindingen : []).toEqual([]);
          expect(judgeContent(bericht).bevindingen).toEqual([]);
        }
      });

  it('answers a declaratie of which everything was granted with 8001 (IV087; IV056 of iJW 2.3)', () => {
    const wie = { vandaag: '2026-11-21', bsn: fictiefBsn(0.5), aanbieder: '42420001', gemeente: '0362', volgnummer: 1 };
    const codes = (type: 'JW304' | 'JW325', pad: ElementPath) =>
      groepVan(voorbeeldBericht(type, type === 'JW304' ? '2.3' : '3.2', wie).inhoud, pad)?.RetourCode;
    expect(codes('JW325', 'Header/RetourCodes')).toEqual(['0200']);
    expect(codes('JW325', 'DeclaratieAntwoord/RetourCodes')).toEqual(['8001']);
    expect(codes('JW304', 'Header/RetourCodes')).toEqual(['8001']);
  });

  it('gives fictive numbers only', () => {
    for (const toeval of [0, 0.1, 0.5, 0.999_999]) {
      const bsn = fictiefBsn(toeval);
      expect(elfproef(bsn)).toBe(true);
      expect(bsn >= '999900006' && bsn <= '999999990').toBe(true);
    }
  });
});
