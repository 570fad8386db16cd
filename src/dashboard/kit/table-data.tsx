import type { ComponentChildren } from 'preact';
import { shown, type Value } from './value.tsx';

export interface Kolom<R> {
  readonly kop: string;
  readonly waarde: (rij: R) => Value;
  /** On the page, where that is more than the value. */
  readonly toon?: (rij: R) => ComponentChildren;
  /** Only in a file: a code beside its name, a long text. */
  readonly alleenBestand?: true;
  /** Its heading on the page, where a cell shows more there than in a file. */
  readonly opPagina?: string;
}

interface Cel {
  readonly value: Value;
  readonly shown: ComponentChildren;
  readonly hidden: boolean;
}

/** A table that a page shows and that can be had as a file. */
export interface TabelBeeld {
  /** Names it in the address of its file. */
  readonly naam: string;
  /** What it is, for who cannot see it at a glance. */
  readonly titel: string;
  readonly koppen: readonly string[];
  /** The same as the page has them. */
  readonly paginaKoppen: readonly string[];
  readonly verborgen: readonly boolean[];
  readonly rijen: readonly (readonly Cel[])[];
  /** Said in place of a table without rows. */
  readonly leeg: string;
}

export function tabel<R>(wat: {
  readonly naam: string;
  readonly titel: string;
  readonly leeg: string;
  readonly kolommen: readonly Kolom<R>[];
  readonly rijen: readonly R[];
}): TabelBeeld {
  const { naam, titel, leeg, kolommen, rijen } = wat;
  return {
    ...{ naam, titel, leeg },
    koppen: kolommen.map(({ kop }) => kop),
    paginaKoppen: kolommen.map(({ kop, opPagina = kop }) => opPagina),
    verborgen: kolommen.map(({ alleenBestand = false }) => alleenBestand),
    rijen: rijen.map((rij) =>
      kolommen.map(({ waarde, toon, alleenBestand = false }) => {
        const value = waarde(rij);
        return { value, shown: toon?.(rij) ?? shown(value), hidden: alleenBestand };
      }),
    ),
  };
}
