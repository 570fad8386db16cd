import type { Product } from '../bericht.ts';
import { categorieVan } from '../wereld.ts';
import { als, b, el } from './element.ts';

export const geleverd = (code: string) => el('Product', b('Categorie', categorieVan(code)), b('Code', code));

export const product = ({ categorie, code }: Pick<Product, 'categorie' | 'code'>) =>
  als(categorie, (c) =>
    el(
      'Product',
      b('Categorie', c),
      als(code, (d) => b('Code', d)),
    ),
  );

export const omvang = ({ omvang, budget }: Pick<Product, 'omvang' | 'budget'>) =>
  (als(omvang, (o) => el('Omvang', b('Volume', o.volume), b('Eenheid', o.eenheid), b('Frequentie', o.frequentie))) ??
    '') + (als(budget, (bedrag) => el('Budget', bedrag)) ?? '');
