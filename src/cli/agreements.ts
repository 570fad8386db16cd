import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { AfsprakenDocument } from '../agreements/document.ts';
import type { SheetFault } from '../agreements/sheet/sheet.ts';
import { takeSheets } from '../agreements/sheet/take-sheets.ts';
import { valideerAfspraken } from '../agreements/valideer.ts';
import type { ReadSheets } from '../sheets/read.ts';
import { isSheetName, readSheets } from '../sheets/read-sheets.ts';
import { meldMislukt, vraagGateway } from './gateway-client.ts';
import { leesOpties, meldOnjuist } from './opties.ts';

const PAD = '/api/v1/afspraken';
export const GEBRUIK = `Gebruik: ijw-gateway agreements validate BESTAND | import [--proef] BESTAND | export
  validate toetst een document zonder gateway; import --proef toont wat het zou veranderen en verandert niets.
  import neemt het hele document (JSON), of een rekenblad (.xlsx of .csv) met contracten, tarieven en producten: wat
  erin staat vervangt wat er was of komt erbij, de rest blijft. De sjablonen staan op de pagina Afspraken.
`;

/** `ijw-gateway agreements validate FILE | import [--proef] FILE | export`: 0, 1 when it was not right, 2 for wrong use. */
export async function agreements(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, { proef: 'vlag' });
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const [wat, bestand, teveel] = gelezen.rest;
  const { proef } = gelezen.opties;
  if (proef && wat !== 'import') return meldOnjuist(['--proef hoort bij import.'], GEBRUIK);
  if (wat === 'export' && bestand === undefined) return exporteer();
  if (bestand !== undefined && teveel === undefined) {
    if (wat === 'import' && isSheetName(bestand)) return importeerRekenblad(bestand, proef);
    if (wat === 'import') return metDocument(bestand, (document) => importeer(document, proef));
    if (wat === 'validate' && isSheetName(bestand)) return meldOnjuist([REKENBLAD], GEBRUIK);
    if (wat === 'validate') return metDocument(bestand, toets);
  }
  return meldOnjuist([foutIn(wat, bestand)], GEBRUIK);
}

function foutIn(wat: string | undefined, bestand: string | undefined): string {
  if (wat === 'export') return 'agreements export neemt geen bestand; stuur de uitvoer ernaartoe: > BESTAND.';
  if (wat === 'import' || wat === 'validate')
    return bestand === undefined ? 'Noem het bestand met de afspraken.' : 'Noem één bestand.';
  return wat === undefined
    ? 'Noem validate, import of export.'
    : `agreements ${wat} bestaat niet; het is validate, import of export.`;
}

async function exporteer(): Promise<number> {
  const uitkomst = await vraagGateway('GET', PAD);
  if (uitkomst.kind !== 'ok') return meldMislukt(uitkomst);
  process.stdout.write(`${JSON.stringify(uitkomst.body, null, 2)}\n`);
  return 0;
}

async function metDocument(bestand: string, doe: (document: unknown) => Promise<number>): Promise<number> {
  const document = await leesJson(bestand);
  if (document !== undefined) return doe(document);
  process.stderr.write(`${bestand} is niet te lezen of is geen JSON.\n`);
  return 2;
}

/** The checks that the gateway makes when it takes a document, without one. */
async function toets(document: unknown): Promise<number> {
  const uitslag = valideerAfspraken(document);
  const fouten = uitslag.kind === 'invalid' ? uitslag.fouten : uitslag.waarschuwingen;
  for (const { pointer, melding } of fouten) process.stdout.write(`${pointer || '/'}: ${melding}\n`);
  const wat = `${fouten.length} ${uitslag.kind === 'invalid' ? 'fouten' : 'waarschuwingen'}`;
  process.stdout.write(uitslag.kind === 'invalid' ? `Onjuist: ${wat}.\n` : `Juist; ${wat}.\n`);
  return uitslag.kind === 'invalid' ? 1 : 0;
}

const REKENBLAD =
  'Een rekenblad wordt getoetst tegen de afspraken die gelden: gebruik import --proef, met een gateway die draait.';

/** Into the agreements that are in force, and only over those. */
async function importeerRekenblad(bestand: string, proef: boolean): Promise<number> {
  const bytes = await readFile(bestand).catch(() => null);
  const gelezen: ReadSheets =
    bytes === null
      ? { kind: 'fout', melding: `${bestand} is niet te lezen.` }
      : await readSheets(basename(bestand), bytes);
  if (gelezen.kind === 'fout') {
    process.stderr.write(`${gelezen.melding}\n`);
    return 2;
  }
  const nu = await vraagGateway('GET', PAD);
  if (nu.kind !== 'ok') return meldMislukt(nu);
  const taken = takeSheets(gelezen.sheets, nu.body as AfsprakenDocument);
  if (taken.kind === 'ok') return importeer(taken.document, proef, nu.etag);
  for (const fout of taken.fouten) process.stderr.write(`${placeOf(fout)}: ${fout.melding}\n`);
  process.stderr.write(`Onjuist: ${taken.fouten.length} fouten. Er is niets overgenomen.\n`);
  return 1;
}

function placeOf({ blad, rij, kolom, contract }: SheetFault): string {
  const delen = [
    ...(blad === '' ? [] : [blad]),
    ...(rij === null ? [] : [`rij ${rij}`]),
    ...(kolom === null ? [] : [`kolom ${kolom}`]),
    ...(contract === null ? [] : [`contract ${contract}`]),
  ];
  return delen.length === 0 ? 'het bestand' : delen.join(', ');
}

async function importeer(document: unknown, proef: boolean, etag: string | null = null): Promise<number> {
  const uitkomst = await vraagGateway('PUT', proef ? `${PAD}?proef=true` : PAD, document, etag);
  if (uitkomst.kind !== 'ok') return meldMislukt(uitkomst);
  process.stdout.write(`${JSON.stringify(uitkomst.body, null, 2)}\n`);
  return 0;
}

async function leesJson(bestand: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(bestand, 'utf8'));
  } catch {
    return undefined;
  }
}
