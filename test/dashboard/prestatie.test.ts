import { describe, expect, it } from 'vitest';
import { prestatieOf } from '../../src/dashboard/pages/bericht/prestatie.ts';

const regel = (nummer: string) =>
  `<p:Prestatie>\n  <p:ReferentieNummer>${nummer}</p:ReferentieNummer>\n  <p:Tarief>1</p:Tarief>\n</p:Prestatie>`;
const XML = `<Bericht>\n${regel('R1')}\n${regel('R-2')}\n<Slot/>\n</Bericht>`;

describe('the line of a declaratie that a finding is about', () => {
  it('is the one round its place, and none outside', () => {
    const at = prestatieOf(XML);
    const lijnen = [1, 2, 4, 5, 6, 8, 10].map((lijn) => at({ lijn, kolom: 1 }));
    expect(lijnen).toEqual([null, 'R1', 'R1', 'R1', 'R-2', 'R-2', null]);
    expect(at({ lijn: null, kolom: null })).toBeNull();
    expect(at({ lijn: 7, kolom: null })).toBe('R-2');
  });

  it('is told apart by its column where all stand on one line', () => {
    const plat = XML.replaceAll('\n', '');
    const at = prestatieOf(plat);
    const kolom = (tekst: string) => plat.indexOf(tekst) + 1;
    expect(at({ lijn: 1, kolom: kolom('R1') })).toBe('R1');
    expect(at({ lijn: 1, kolom: kolom('R-2') })).toBe('R-2');
    expect(at({ lijn: 1, kolom: kolom('<Slot') })).toBeNull();
  });

  it('is the right one behind signs that take two places in a string', () => {
    const plat = `<Naam>${'😀'.repeat(200)}</Naam>${XML.replaceAll('\n', '')}`;
    const kolom = (tekst: string) => [...plat.slice(0, plat.indexOf(tekst))].length + 1;
    expect([prestatieOf(plat)({ lijn: 1, kolom: kolom('R1') }), prestatieOf(plat)({ lijn: 1, kolom: 50 })]).toEqual([
      'R1',
      null,
    ]);
  });

  it('is not told of what could be a BSN, nor of a message without lines', () => {
    const [met] = [prestatieOf(regel('999990019'))({ lijn: 1, kolom: 1 })];
    expect(met).not.toBe('999990019');
    expect(prestatieOf('<Bericht/>')({ lijn: 1, kolom: 1 })).toBeNull();
    expect(prestatieOf(null)({ lijn: 1, kolom: 1 })).toBeNull();
  });
});
