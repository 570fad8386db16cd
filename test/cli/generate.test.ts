import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../src/rules/judge.ts';
import { fictiefBsn } from '../../src/samples/bsn.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { elfproef } from '../../src/standard/bsn.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { gate } from '../../src/xml/gate/gate.ts';
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

  it('gives fictive numbers only', () => {
    for (const toeval of [0, 0.1, 0.5, 0.999_999]) {
      const bsn = fictiefBsn(toeval);
      expect(elfproef(bsn)).toBe(true);
      expect(bsn >= '999900006' && bsn <= '999999990').toBe(true);
    }
  });
});
