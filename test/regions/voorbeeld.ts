import { readFileSync } from 'node:fs';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { Exchange } from '../flows/exchange.ts';

/** The agreements that ship. */
export const VOORBEELD: AfsprakenDocument = JSON.parse(
  readFileSync(new URL('../../samples/afspraken.json', import.meta.url), 'utf8'),
);

export const HOOFD = '42420001';
export const ZELFSTANDIG = '42420002';
export const ONDER = '42420003';

export const AALSMEER = '0358';
export const AMSTELVEEN = '0362';
export const AMSTERDAM = '0363';
export const DIEMEN = '0384';
export const PURMEREND = '0439';
export const BEEMSTER = '0370';
export const ZAANSTAD = '0479';

export function open(): Promise<Exchange> {
  return Exchange.open(VOORBEELD);
}

/** Amounts in eurocents over the whole toewijzing. */
export const euros = (bedrag: number) => ({ volume: bedrag, eenheid: '83', frequentie: '6' });
export const minuten = (volume: number) => ({ volume, eenheid: '01', frequentie: '6' });
export const dagdelen = (volume: number) => ({ volume, eenheid: '16', frequentie: '6' });
export const etmalen = (volume: number) => ({ volume, eenheid: '14', frequentie: '6' });
