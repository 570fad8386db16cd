import { isNa, isVoor, vergelijkDatums } from '../standard/datum.ts';
/**
 * Stacking (TR302, TR361, TR386, TR410): one product for one client over the same days. Same product: same Categorie and
 * Code; where one of two has no Code, same Categorie; without Categorie (generiek) it is every product.
 */
export interface Stapelbaar {
  readonly begin: string;
  /** Null: without end. */
  readonly einde: string | null;
  readonly categorie: string | null;
  readonly code: string | null;
}

export interface Stapeling<T> {
  /** The one that begins last (or stands last), and one before it that is not over by then. */
  readonly item: T;
  readonly eerder: T;
}

export function isZelfdeProduct(
  a: Pick<Stapelbaar, 'categorie' | 'code'>,
  b: Pick<Stapelbaar, 'categorie' | 'code'>,
): boolean {
  if (a.categorie === null || b.categorie === null) return true;
  if (a.categorie !== b.categorie) return false;
  return a.code === null || b.code === null || a.code === b.code;
}

export function isStapeling(a: Stapelbaar, b: Stapelbaar): boolean {
  return isZelfdeProduct(a, b) && begintBinnen(a, b) && begintBinnen(b, a);
}

/** `a` begins before `b` is over. */
function begintBinnen(a: Stapelbaar, b: Stapelbaar): boolean {
  return b.einde === null || !isNa(a.begin, b.einde);
}

function duurtKorter(a: Stapelbaar, b: Stapelbaar): boolean {
  return a.einde !== null && (b.einde === null || isVoor(a.einde, b.einde));
}

/**
 * Every item that stacks on an earlier one, at most once each. Walks them by begin date and remembers per product who
 * lasts longest, so that a message with thousands of products costs no more than sorting them.
 */
export function stapelingen<T extends Stapelbaar>(items: readonly T[]): Stapeling<T>[] {
  const langst = new Map<string, T>();
  const gevonden: Stapeling<T>[] = [];
  for (const item of [...items].sort((a, b) => vergelijkDatums(a.begin, b.begin))) {
    const eerder = tegenover(item)
      .map((sleutel) => langst.get(sleutel))
      .find((ander) => ander !== undefined && begintBinnen(item, ander));
    if (eerder !== undefined) gevonden.push({ item, eerder });
    for (const sleutel of onder(item)) {
      const tot = langst.get(sleutel);
      if (tot === undefined || duurtKorter(tot, item)) langst.set(sleutel, item);
    }
  }
  return gevonden;
}

/** Under which names an item is remembered: all of them, its categorie, its exact product. */
function onder({ categorie, code }: Stapelbaar): string[] {
  return ['alles', `categorie|${categorie}`, `product|${categorie}|${code}`];
}

/** The names under which those stand that are the same product as this one. */
function tegenover({ categorie, code }: Stapelbaar): string[] {
  if (categorie === null) return ['alles'];
  const generiek = 'categorie|null';
  if (code === null) return [`categorie|${categorie}`, generiek];
  return [`product|${categorie}|${code}`, `product|${categorie}|null`, generiek];
}
