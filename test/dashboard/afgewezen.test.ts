import { expect, it } from 'vitest';
import { afgewezenIn } from '../../src/dashboard/pages/bericht/prestatie.ts';
import type { Bevinding } from '../../src/findings/bevinding.ts';

const prestatie = (nummer: string) =>
  `<Prestatie><ReferentieNummer>${nummer}</ReferentieNummer><ProductTarief>1</ProductTarief></Prestatie>`;
/** Two clients: the first has the lines 0 and 1, the second 2 and 3. */
const XML = [
  '<Bericht><Clienten>',
  '<Client><Bsn>999900006</Bsn><Prestaties>',
  prestatie('P1'),
  prestatie('P2'),
  '</Prestaties></Client>',
  '<Client><Bsn>999900018</Bsn><Prestaties>',
  prestatie('P3'),
  prestatie('P4'),
  '</Prestaties></Client></Clienten></Bericht>',
].join('\n');
const fout = (lijn: number, kolom: number | null, anders: Partial<Bevinding> = {}): Bevinding => ({
  ...{ niveau: 3, regel: 'TR322', retourcode: '9322', ernst: 'fout', pad: '/Bericht', melding: 'Fout.' },
  ...{ lijn, kolom, ...anders },
});
const antwoorden = [{ id: 'a', type: 'JW325', ontvanger: '42420001' }] as const;
const van = (bevindingen: readonly Bevinding[], anders: object = {}) => {
  const bericht = { status: 'deels-goedgekeurd', bevindingen, antwoorden, ...anders } as const;
  const afgewezen = afgewezenIn(bericht, XML);
  return afgewezen === null ? null : [...afgewezen].sort();
};

it('a line that has a finding was refused, and of a client that has one all lines', () => {
  expect(van([fout(4, 60)])).toEqual([1]);
  expect(van([fout(4, null)])).toEqual([1]);
  expect(van([fout(6, 10, { regel: 'TR304' })])).toEqual([2, 3]);
  expect(van([fout(3, 60), fout(6, 10, { regel: 'TR304' })])).toEqual([0, 2, 3]);
  expect(van([fout(4, 60, { ernst: 'signaal' })])).toEqual([]);
});

it('is not told where the report does not tell it, or somebody else grants', () => {
  expect(van([fout(4, 60, { regel: 'MEER' })])).toBeNull();
  expect(van([fout(1, 5)])).toBeNull();
  expect(van([fout(4, 60, { lijn: null })])).toBeNull();
  expect(van([fout(4, 60)], { antwoorden: [] })).toBeNull();
  expect(van([fout(4, 60)], { status: 'afgekeurd' })).toBeNull();
});
