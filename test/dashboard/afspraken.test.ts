import { beforeEach, describe, expect, it } from 'vitest';
import { readSheets } from '../../src/sheets/read-sheets.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  visitor = await Visitor.signedIn(o, 'beheerder');
});

const KOP =
  'Contract;Regime;Aanbieder;Naam aanbieder;Rol;Geldig van;Geldig tot;Product;Tarief;Tariefeenheid;Tariefdelen';
const csv = (...rijen: string[]) => new File([[KOP, ...rijen, ''].join('\r\n')], 'contracten.csv');

describe('a spreadsheet of agreements on the page', () => {
  it('is taken as it is given, empty or filled, and refuses another name', async () => {
    const gevuld = await visitor.get('/afspraken/sjabloon/afspraken.xlsx');
    const gelezen = await readSheets('a.xlsx', gevuld.rawPayload);
    const bladen = gelezen.kind === 'ok' ? gelezen.sheets : [];
    expect(bladen.map(({ naam }) => naam)).toEqual(['Contracten', 'Producten', 'Uitleg']);
    const leeg = await visitor.get('/afspraken/sjabloon/contracten.csv?leeg=ja');
    expect(leeg.payload).toBe(`\uFEFF${KOP}\r\n`);
    expect(leeg.headers['content-disposition']).toBe('attachment; filename="contracten.csv"');
    expect((await visitor.get('/afspraken/sjabloon/anders.csv')).statusCode).toBe(404);
    const operator = await Visitor.signedIn(o, 'operator');
    expect((await operator.get('/afspraken/sjabloon/contracten.csv')).statusCode).toBe(403);
  });

  it('is told with every mistake in its row and column, and nothing is taken', async () => {
    const fout = csv(
      'C9;NIEUW;42420001;;hoofdaannemer;01-01-2026;;45A01;1.72;01;',
      'C8;X;42420001;;zelfstandig;01-01-2026;;A;1,72;01;',
    );
    const { statusCode, payload } = await visitor.sendFiles('/afspraken', { versie: '1', label: 'mijn "versie"' }, [
      fout,
    ]);
    expect(statusCode).toBe(422);
    const delen = ['C9', 'C8', 'Tarief', 'Regime X bestaat niet', 'data:text/csv', 'data:application/vnd'];
    // What was typed stays.
    delen.push('value="mijn &quot;versie&quot;"');
    expect(delen.filter((deel) => !payload.includes(deel))).toEqual([]);
    expect(o.gateway.gevraagd.filter((g) => g !== null && typeof g === 'object' && 'document' in g)).toEqual([]);
  });

  it('shows the difference, and is taken over only over the version that was looked at', async () => {
    o.gateway.document = voorbeeldDocument();
    const goed = csv('C2;NIEUW;42420001;;hoofdaannemer;01-01-2025;31-12-2027;45A01;1,75;01;');
    const proef = await visitor.sendFiles('/afspraken', { versie: '1', label: 'nieuw' }, [goed]);
    expect([proef.statusCode, proef.payload.includes('Er is nog niets overgenomen')]).toEqual([200, true]);
    const tekst = /name="tekst" value="([^"]+)"/.exec(proef.payload)?.[1]?.replaceAll('&quot;', '"') ?? '';
    expect((await visitor.sendFiles('/afspraken', { versie: '0', tekst, doen: 'neem-over' }, [])).statusCode).toBe(412);
    const over = await visitor.sendFiles('/afspraken', { versie: '1', tekst, doen: 'neem-over' }, []);
    expect([over.statusCode, over.headers.location]).toEqual([303, '/afspraken']);
    const genomen = o.gateway.gevraagd.find((g) => g !== null && typeof g === 'object' && 'document' in g) as {
      document: ReturnType<typeof voorbeeldDocument>;
    };
    expect(genomen.document.versie).toBe('nieuw');
    expect(genomen.document.contracten.find(({ nummer }) => nummer === 'C2')).toMatchObject({
      geldigTot: '2027-12-31',
      producten: [{ code: '45A01', tarief: 175, tariefEenheid: '01' }],
    });
  });

  it.each([
    [[], 'Kies een document of een rekenblad'],
    [[new File(['{'], 'a.json')], 'geen geldige JSON'],
    [[new File(['{}'], 'a.json'), csv()], 'of alleen rekenbladen'],
    [[new File(['PK geen zip'], 'a.xlsx')], 'geen leesbaar XLSX'],
  ] as const)('says what to do with %j', async (files, melding) => {
    const { statusCode, payload } = await visitor.sendFiles('/afspraken', { versie: '1' }, [...files]);
    expect([statusCode, payload.includes(melding)]).toEqual([422, true]);
  });
});

describe('a table', () => {
  it('is given as XLSX too, where the page has an address', async () => {
    const { payload } = await visitor.get('/kanalen');
    const href = /href="([^"]*xlsx=[^"]*)"/.exec(payload)?.[1]?.replaceAll('&amp;', '&') ?? '';
    const file = await visitor.get(href);
    expect(file.headers['content-type']).toContain('spreadsheetml');
    const gelezen = await readSheets('k.xlsx', file.rawPayload);
    expect(gelezen.kind === 'ok' && gelezen.sheets[0]?.rijen[0]).toContain('Kanaal');
    expect((await visitor.get('/kanalen?xlsx=anders')).statusCode).toBe(404);
  });
});
