import { readFile } from 'node:fs/promises';
import { meldMislukt, vraagGateway } from './gateway-client.ts';
import { leesOpties, meldOnjuist } from './opties.ts';

const PAD = '/api/v1/afspraken';
export const GEBRUIK = 'Gebruik: ijw-gateway agreements import BESTAND | export\n';

/** `ijw-gateway agreements import FILE | export`. */
export async function agreements(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const [wat, bestand, teveel] = gelezen.rest;
  if (wat === 'export' && bestand === undefined) return exporteer();
  if (wat === 'import' && bestand !== undefined && teveel === undefined) return importeer(bestand);
  return meldOnjuist([foutIn(wat, bestand)], GEBRUIK);
}

function foutIn(wat: string | undefined, bestand: string | undefined): string {
  if (wat === 'export') return 'agreements export neemt geen bestand; stuur de uitvoer ernaartoe: > BESTAND.';
  if (wat === 'import') return bestand === undefined ? 'Noem het bestand met de afspraken.' : 'Noem één bestand.';
  return wat === undefined ? 'Noem import of export.' : `agreements ${wat} bestaat niet; het is import of export.`;
}

async function exporteer(): Promise<number> {
  const uitkomst = await vraagGateway('GET', PAD);
  if (uitkomst.kind !== 'ok') return meldMislukt(uitkomst);
  process.stdout.write(`${JSON.stringify(uitkomst.body, null, 2)}\n`);
  return 0;
}

async function importeer(bestand: string): Promise<number> {
  const document = await leesJson(bestand);
  if (document === undefined) {
    process.stderr.write(`${bestand} is niet te lezen of is geen JSON.\n`);
    return 2;
  }
  const uitkomst = await vraagGateway('PUT', PAD, document);
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
