import type { AgreementNames } from '../../gateway/agreements.ts';

/** Names beside codes, by the agreements in force. */
export interface Names {
  /** `Amstelveen (0362)`; the code alone when nobody knows it, a dash without one. */
  party(code: string | null): string;
  /** A text with the name beside each code of an aanbieder that is known, and that stands there without. */
  named(text: string): string;
  /** The name alone, where the code stands beside it. */
  partyName(code: string | null): string | null;
  region(code: string | null): string;
  /** `Behandeling ambulant (45A01)`: of any regime that has it. */
  product(categorie: string | null, code: string | null): string;
  productName(categorie: string | null, code: string | null): string | null;
  /** `Behandeling ambulant (45A01)` of each product whose code these texts name. */
  productsIn(texts: readonly string[]): readonly string[];
}

export function namesOf(known: AgreementNames): Names {
  const parties = new Map<string, string>();
  for (const { code, naam } of known.gemeenten) parties.set(code, naam);
  for (const { agb, naam } of known.aanbieders) parties.set(agb, naam);
  const regions = new Map(known.regios.map(({ code, naam }) => [code, naam]));
  const products = new Map(known.producten.map((p) => [`${p.categorie} ${p.code}`, p.naam]));
  const partyName = (code: string | null) => (code === null ? null : (parties.get(code) ?? null));
  const productName = (categorie: string | null, code: string | null) => products.get(`${categorie} ${code}`) ?? null;
  return {
    partyName,
    named: (text) => text.replace(/(?<![\d(])\d{8}(?!\d)/g, (code) => withCode(partyName(code), code)),
    productName,
    productsIn: (texts) => productsIn(known, texts),
    party: (code) => (code === null ? '–' : withCode(partyName(code), code)),
    region: (code) => (code === null ? 'geen regio' : withCode(regions.get(code) ?? null, code)),
    product: (categorie, code) => {
      if (categorie === null && code === null) return '–';
      return withCode(productName(categorie, code), code ?? `categorie ${categorie}`);
    },
  };
}

/** A code of which regimes have different names stands there once, under the first. */
function productsIn({ producten }: AgreementNames, texts: readonly string[]): string[] {
  const words = new Set(texts.flatMap((text) => text.split(/[^0-9A-Za-z]+/)));
  const named = new Map<string, string>();
  for (const { code, naam } of producten) {
    if (words.has(code) && !named.has(code)) named.set(code, withCode(naam, code));
  }
  return [...named.values()].toSorted();
}

function withCode(naam: string | null, code: string): string {
  return naam === null ? code : `${naam} (${code})`;
}
