import type { ApiRequest } from './vraag.ts';

/** Paging as every list has it: `limit`, and `na`: the key after which it goes on. */
export interface Bladzijde {
  readonly limit: number;
  readonly na?: string;
}

const HOOGSTENS = 500;
const SLEUTEL = /^[0-9A-Za-z._:-]{1,128}$/;

/** Undefined when `limit` or `na` is no such thing. */
export function bladzijdeVan(vraag: ApiRequest, standaard: number): Bladzijde | undefined {
  const { limit: gevraagd, na } = vraag.query;
  if (gevraagd !== undefined && !/^[1-9]\d{0,2}$/.test(gevraagd)) return undefined;
  const limit = gevraagd === undefined ? standaard : Number(gevraagd);
  if (limit > HOOGSTENS) return undefined;
  if (na === undefined || na === '') return { limit };
  return SLEUTEL.test(na) ? { limit, na } : undefined;
}

export const BLADZIJDE_UITLEG = `limit is een getal van 1 tot en met ${HOOGSTENS}, en na is de sleutel die een vorige bladzijde gaf.`;
