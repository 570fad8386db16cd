import type { AfsprakenDocument } from '../../../agreements/document.ts';
import { CONTRACT_COLUMNS, CONTRACTEN, PRODUCT_COLUMNS, PRODUCTEN, UITLEG } from '../../../agreements/sheet/columns.ts';
import { sheetsOf } from '../../../agreements/sheet/sheets-of.ts';
import { type WrittenSheet, XLSX_TYPE, xlsxOf } from '../../../sheets/write-xlsx.ts';
import { csvOfRows } from '../../kit/csv.ts';
import { CSV_TYPE } from '../../kit/files.ts';
import type { PageRoute } from '../../page.ts';

/** What can be taken along, filled in and brought back. */
export const SJABLONEN = [
  { bestand: 'afspraken.xlsx', tekst: 'Contracten, tarieven en producten in een rekenblad' },
  { bestand: 'contracten.csv', tekst: 'Contracten en tarieven als CSV' },
  { bestand: 'producten.csv', tekst: 'Producten als CSV' },
] as const;

/** `/afspraken/sjabloon/afspraken.xlsx`: with what is in force in it, or (`?leeg=ja`) only the columns. */
export const SJABLOON: PageRoute = {
  path: '/afspraken/sjabloon/:bestand',
  action: 'agreements.read',
  query: ['leeg'],
  show: async ({ api, principal, params, query }) => {
    const sjabloon = SJABLONEN.find(({ bestand }) => bestand === params.bestand);
    if (sjabloon === undefined) return { kind: 'not-found' };
    const { document } = await api.gateway.agreements.inForce(principal);
    const { contracten, producten } = sheetsOf(query.leeg === undefined ? document : NIETS);
    const name = sjabloon.bestand;
    if (name === 'afspraken.xlsx')
      return { kind: 'file', name, type: XLSX_TYPE, bytes: await xlsxOf([contracten, producten, uitleg()]) };
    const bytes = new TextEncoder().encode(csvOfRows(name === 'contracten.csv' ? contracten : producten));
    return { kind: 'file', name, type: CSV_TYPE, bytes };
  },
};

const NIETS: Pick<AfsprakenDocument, 'aanbieders' | 'contracten' | 'producten'> = {
  aanbieders: [],
  contracten: [],
  producten: [],
};

function uitleg(): WrittenSheet {
  const bladen = [
    [CONTRACTEN, CONTRACT_COLUMNS],
    [PRODUCTEN, PRODUCT_COLUMNS],
  ] as const;
  return {
    naam: UITLEG,
    koppen: ['Blad', 'Kolom', 'Hoe in te vullen', 'Mag weg'],
    rijen: bladen.flatMap(([blad, kolommen]) =>
      kolommen.map(({ kop, uitleg: tekst, magWeg }) => [blad, kop, tekst, magWeg === true ? 'ja' : 'nee']),
    ),
  };
}
