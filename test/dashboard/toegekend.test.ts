import { beforeEach, expect, it } from 'vitest';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const prestatie = (nummer: string) => `<Prestatie><ReferentieNummer>${nummer}</ReferentieNummer></Prestatie>\n`;
const XML = `<Bericht>\n${['P1', 'P2', 'P3'].map(prestatie).join('')}</Bericht>`;
const FOUT: Bevinding = {
  ...{ niveau: 3, regel: 'TR322', retourcode: '9322', ernst: 'fout', lijn: 3, kolom: 12, melding: 'Te veel.' },
  pad: '/Bericht/Prestatie[2]',
};
const antwoorden = [{ id: 'a', type: 'JW325', ontvanger: '42420001' }] as const;
const { id } = bericht();

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(id, bericht({ type: 'JW323', status: 'deels-goedgekeurd', bevindingen: [FOUT], antwoorden }));
  o.gateway.bytes.set(id, new TextEncoder().encode(XML));
  visitor = await Visitor.signedIn(o, 'aanbieder');
});
const begin = () => visitor.get(`/proberen?bericht=${id}`);

it('says which lines of a declaratie were granted and must go, and that crediting is not needed', async () => {
  const { payload } = await begin();
  expect(payload).toContain('Haal deze 2 prestaties uit het bericht: ze zijn al toegekend.');
  expect(payload).toContain('ReferentieNummer P1, P3');
  expect(payload).toContain('Crediteren hoeft niet');
});

it('says so after each trial as long as one of them stands in it', async () => {
  const probeer = async (bericht: string) => (await visitor.send('/proberen', { bericht, van: id })).payload;
  expect(await probeer(XML.replace(prestatie('P1'), ''))).toContain('Haal deze prestatie uit het bericht');
  expect(await probeer(`<Bericht>${prestatie('P2')}</Bericht>`)).not.toContain('al toegekend');
});

it('says nothing of it where no line, or every line, was granted, or to somebody else', async () => {
  for (const status of ['afgekeurd', 'goedgekeurd'] as const) {
    o.gateway.berichten.set(id, bericht({ type: 'JW323', status, bevindingen: [FOUT] }));
    expect((await begin()).payload).not.toContain('al toegekend');
  }
  const ander = await Visitor.signedIn(o, 'andereAanbieder');
  o.gateway.berichten.set(id, bericht({ type: 'JW323', status: 'deels-goedgekeurd', bevindingen: [FOUT], antwoorden }));
  expect((await ander.send('/proberen', { bericht: XML, van: id })).payload).not.toContain('al toegekend');
});
