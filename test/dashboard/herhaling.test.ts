import { beforeEach, expect, it } from 'vitest';
import { naarHerhaling } from '../../src/dashboard/words/links.ts';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const ID = '0196f000-0000-7000-8000-000000000004';
const VAN = { partij: '42420001', type: 'JW315', regels: ['XSD'] };

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(bericht().id, bericht({ status: 'geweigerd', beoordeeldOp: '2026-01-02T11:00:00.000Z' }));
});

async function lees(url: string, anders: object = {}): Promise<string> {
  o.gateway.herhaling = {
    ...{ id: ID, gevraagd: 5, aangeboden: 5, geweigerd: {}, klaar: true, proef: false },
    ...{ op: '2026-01-02T10:30:00.000Z', door: 'k', ...anders },
  };
  const { payload } = await (await Visitor.signedIn(o, 'beheerder')).get(url);
  return payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
}

it('says how many of how many wait again, before any of them does', async () => {
  const gelezen = await lees(naarHerhaling(ID, VAN), { aangeboden: 0, klaar: false });
  expect(gelezen).toContain('Opnieuw in de rij gezet 0 van de 5');
  expect(gelezen).toContain('Kijk hoe ver het is');
});

it('tells from the time line of a message too what became of its group', async () => {
  o.gateway.gebeurd = [
    {
      ...{ soort: 'opnieuw-aangeboden', op: '2026-01-02T10:30:00.000Z', doorNaam: 'Beheer' },
      gegevens: { door: 'k', herhaling: ID, regels: { XSD: 2 } },
    },
  ];
  const { payload } = await (await Visitor.signedIn(o, 'operator')).get(`/berichten/${bericht().id}`);
  const [, naar = ''] = /href="(\/oorzaken\/herhaling\/[^"]+)"/.exec(payload) ?? [];
  expect(naar.replaceAll('&amp;', '&')).toBe(naarHerhaling(ID, VAN));
  expect(await lees(naarHerhaling(ID, VAN))).toContain('1 van de 5 opnieuw afgewezen om XSD');
});

it('leads to the messages where several rules stood on one, and promises nothing below', async () => {
  const gelezen = await lees(naarHerhaling(ID, { ...VAN, regels: ['XSD', 'CS003'] }));
  expect(gelezen).toContain('Wat ervan is geworden staat bij de berichten zelf');
  expect(gelezen).not.toContain('staat hieronder');
});
