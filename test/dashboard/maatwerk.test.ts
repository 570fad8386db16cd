import { beforeEach, describe, expect, it, vi } from 'vitest';
import { toewijzing } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const ADRES = '/toewijzingen/0362/12';
const WAAROM = { reden: 'Het gezin heeft langer hulp nodig.' };

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  const huidig = toewijzing({ gemeente: '0362', budget: null });
  o.gateway.toewijzing = { laan: 'AA|42420001', huidig, historie: [], gebruikt: 450_000 };
  visitor = await Visitor.signedIn(o, 'gemeente');
});

const send = (velden: Readonly<Record<string, string>>) =>
  visitor.send(`${ADRES}/signaalbudget`, { ...WAAROM, ...velden }, ADRES);
/** With plain blanks, and without what marks it up. */
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');

describe('maatwerk', () => {
  it('is shown before it is granted: budget, volume and percentage, as they are and will be', async () => {
    const grant = vi.spyOn(o.gateway.budgets, 'grant');
    const { statusCode, payload } = await send({ bedrag: '6000', stap: 'proef' });
    const gelezen = text(payload);
    expect(statusCode).toBe(200);
    expect(gelezen).toContain('Signaalbudget € 5.000,00 € 6.000,00 +€ 1.000,00');
    expect(gelezen).toContain('Omvang 3.333 minuten in totaal 4.000 minuten in totaal');
    expect(gelezen).toContain('Gebruikt (€ 4.500,00) 90 % 75 %');
    expect(gelezen).not.toContain('Ja, ik wil dit toch');
    expect(grant).not.toHaveBeenCalled();
  });

  it('has no amount to change beside what is shown: back to the form, filled in as it was', async () => {
    const proef = (await send({ bedrag: '6000', stap: 'proef' })).payload;
    expect([proef.includes('Ken toe'), proef.includes('id="veld-bedrag"')]).toEqual([true, false]);
    const { statusCode, payload } = await send({ bedrag: '6000', stap: 'pas-aan' });
    expect([statusCode, payload.includes('Ken toe')]).toEqual([200, false]);
    expect(payload).toMatch(/<input[^>]*id="veld-bedrag"[^>]*value="6000"/);
    expect(text(payload)).toContain(WAAROM.reden);
  });

  it.each([
    ['1000', ['Dit verlaagt het budget: het is nu € 5.000,00', 'Er is al € 4.500,00 gebruikt, meer dan dit budget.']],
    ['4800', ['Dit verlaagt het budget: het is nu € 5.000,00 en wordt € 4.800,00.']],
    ['5000', ['Dit verandert niets: het budget is al € 5.000,00.']],
  ])('of %s euro is not granted by the button alone', async (bedrag, zinnen) => {
    const grant = vi.spyOn(o.gateway.budgets, 'grant').mockResolvedValue({ kind: 'pending', opdracht: '1' });
    const gezien = await send({ bedrag, stap: 'proef' });
    expect(zinnen.filter((zin) => !text(gezien.payload).includes(zin))).toEqual([]);
    const zonder = await send({ bedrag, stap: 'vast' });
    expect([zonder.statusCode, text(zonder.payload).includes('Vink aan dat u dit toch wilt.')]).toEqual([422, true]);
    expect(grant).not.toHaveBeenCalled();
    expect((await send({ bedrag, stap: 'vast', toch: 'ja', eenmaal: 'e' })).statusCode).toBe(303);
    expect(grant.mock.calls.map(([, , wat]) => wat)).toEqual([
      { bedrag: Number(bedrag) * 100, ...WAAROM, plan: null, idempotentie: 'e' },
    ]);
  });

  it('tells what it came to once it was granted', async () => {
    vi.spyOn(o.gateway.budgets, 'grant').mockImplementation(async () => {
      if (o.gateway.toewijzing === undefined) return { kind: 'unknown' };
      return { kind: 'done', toewijzing: o.gateway.toewijzing };
    });
    const { statusCode, headers } = await send({ bedrag: '6000', stap: 'vast' });
    expect([statusCode, headers.location]).toEqual([303, `${ADRES}?gedaan=maatwerk`]);
    expect(text((await visitor.get(`${ADRES}?gedaan=maatwerk`)).payload)).toContain(
      'Toegekend: het signaalbudget is nu € 5.000,00, de omvang 3.333 minuten in totaal.',
    );
  });
});

describe('maatwerk that was granted', () => {
  const gegevens = { gemeente: '0362', nummer: 12, bedrag: 600_000, reden: 'Het gezin.', plan: 'Elke week.' };
  const rij = {
    partij: '0362',
    op: '2026-01-02T10:00:00.000Z',
    doorNaam: 'Wijkteam Noord',
    antwoorden: ['a', 'b'],
    resultaat: {},
  };
  beforeEach(() => {
    o.gateway.opdrachten = [
      { ...rij, gegevens },
      { ...rij, gegevens: { ...gegevens, nummer: 13, bedrag: 777_700 } },
    ];
  });

  it('stays to be read with its reason, its plan and the key, by the gemeente that granted it', async () => {
    const gelezen = text((await visitor.get(ADRES)).payload);
    expect(gelezen).toContain(
      '02-01-2026 11:00 Amstelveen (0362) kende een signaalbudget van € 6.000,00 toe, met de sleutel “Wijkteam Noord”: de JW301',
    );
    expect(gelezen).toContain('Reden: Het gezin. Plan: Elke week.');
    expect(gelezen).not.toContain('7.777');
  });

  it('tells the aanbieder when and how much, and not why', async () => {
    const gelezen = text((await (await Visitor.signedIn(o, 'aanbieder')).get(ADRES)).payload);
    expect(gelezen).toContain('kende een signaalbudget van € 6.000,00 toe: de JW301');
    for (const geheim of ['Het gezin', 'Elke week', 'Wijkteam']) expect(gelezen).not.toContain(geheim);
  });
});

it('the list of signaalbudgetten can be kept to maatwerk', async () => {
  const o = await Opstelling.maak({ paginas: true });
  const list = vi.spyOn(o.gateway.budgets, 'list');
  const visitor = await Visitor.signedIn(o, 'gemeente');
  expect((await visitor.get('/signaalbudgetten?soort=maatwerk')).payload).toContain(
    '<option value="maatwerk" selected>',
  );
  expect(list.mock.calls.map(([, { soort }]) => soort)).toEqual(['maatwerk']);
  expect((await visitor.get('/signaalbudgetten?soort=anders')).statusCode).toBe(400);
});
