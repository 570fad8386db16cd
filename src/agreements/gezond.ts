import type { Aanbieder, Bevriezing, Contract, Gemeente, Product, Regime } from './document.ts';

/** An entry of the document that fits the schema, and the JSON pointer at which it stands. */
export interface Vindplaats<T> {
  readonly item: T;
  readonly pointer: string;
}

/**
 * The document as far as it fits the schema, so that our own checks can run beside the schema's and every mistake is told
 * at once. `genoemd` holds the keys of all entries, also of those that are wrong elsewhere: a reference to a sick entry is
 * not unknown.
 */
export interface Gezond {
  readonly regios: readonly Vindplaats<{ readonly code: string }>[];
  readonly gemeenten: readonly Vindplaats<Gemeente>[];
  readonly aanbieders: readonly Vindplaats<Aanbieder>[];
  readonly regimes: readonly Vindplaats<Regime>[];
  readonly producten: readonly Vindplaats<Product>[];
  readonly contracten: readonly Vindplaats<Contract>[];
  readonly bevriezing: readonly Vindplaats<Bevriezing>[];
  readonly genoemd: {
    readonly regios: ReadonlySet<string>;
    readonly gemeenten: ReadonlySet<string>;
    readonly aanbieders: ReadonlySet<string>;
    readonly regimes: ReadonlySet<string>;
    /** Regime and code, joined by `productSleutel`. */
    readonly producten: ReadonlySet<string>;
  };
}

export function productSleutel(regime: string, code: string): string {
  return JSON.stringify([regime, code]);
}

/** `ziek` holds the pointers at which the schema found a mistake. */
export function gezondeDelen(json: unknown, ziek: readonly string[]): Gezond {
  const lijst = (naam: string): readonly unknown[] => {
    const waarde = veld(json, naam);
    return Array.isArray(waarde) ? waarde : [];
  };
  const ziekeItems = new Set(ziek.map((pointer) => pointer.split('/').slice(0, 3).join('/')));
  const plekken = <T>(naam: string): Vindplaats<T>[] =>
    lijst(naam).flatMap((item, i) => {
      const pointer = `/${naam}/${i}`;
      return ziekeItems.has(pointer) ? [] : [{ item: item as T, pointer }];
    });
  const sleutels = (naam: string, ...velden: string[]): Set<string> =>
    new Set(
      lijst(naam).flatMap((item) => {
        const waarden = velden.map((v) => veld(item, v)).filter((w) => typeof w === 'string');
        if (waarden.length < velden.length) return [];
        return [waarden.length === 1 ? (waarden[0] ?? '') : JSON.stringify(waarden)];
      }),
    );
  return {
    regios: plekken('regios'),
    gemeenten: plekken('gemeenten'),
    aanbieders: plekken('aanbieders'),
    regimes: plekken('regimes'),
    producten: plekken('producten'),
    contracten: plekken('contracten'),
    bevriezing: plekken('bevriezing'),
    genoemd: {
      regios: sleutels('regios', 'code'),
      gemeenten: sleutels('gemeenten', 'code'),
      aanbieders: sleutels('aanbieders', 'agb'),
      regimes: sleutels('regimes', 'code'),
      producten: sleutels('producten', 'regime', 'code'),
    },
  };
}

function veld(waarde: unknown, naam: string): unknown {
  return typeof waarde === 'object' && waarde !== null && Object.hasOwn(waarde, naam)
    ? (waarde as Record<string, unknown>)[naam]
    : undefined;
}
