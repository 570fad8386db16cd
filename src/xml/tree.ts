import type { BerichtType, Release } from '../standard/message-types.ts';
import type { ElementPath } from '../standard/path.ts';

/**
 * What the reader makes of a valid message: local names, every value the text that stood there (`0384` is not 384;
 * dates and numbers without the surrounding blanks that XML Schema drops), a list wherever the model allows more than one.
 */
export interface Groep {
  readonly [naam: string]: Waarde | undefined;
}
export type Waarde = string | Groep | readonly Groep[] | readonly string[];

export interface Bericht {
  readonly type: BerichtType;
  readonly release: Release;
  /** The children of the root element `Bericht`. */
  readonly inhoud: Groep;
}

function isLijst(waarde: Waarde): waarde is readonly Groep[] | readonly string[] {
  return Array.isArray(waarde);
}

/** Paths are literals in our own code: few, and asked for every line of every declaratie. */
const stappenPerPad = new Map<string, readonly string[]>();

function stappenVan(pad: string): readonly string[] {
  let stappen = stappenPerPad.get(pad);
  if (stappen === undefined) {
    stappen = pad.split('/');
    stappenPerPad.set(pad, stappen);
  }
  return stappen;
}

/** The value at a path of local names ('Omvang/Volume'); undefined when any step is absent. Never steps into a list. */
export function waardeVan(groep: Groep, pad: ElementPath): string | undefined {
  let hier: Waarde | undefined = groep;
  for (const stap of stappenVan(pad)) {
    if (hier === undefined || typeof hier === 'string' || isLijst(hier)) return undefined;
    hier = hier[stap];
  }
  return typeof hier === 'string' ? hier : undefined;
}

/** The group at a path of local names; undefined when absent. */
export function groepVan(groep: Groep, pad: ElementPath): Groep | undefined {
  let hier: Waarde | undefined = groep;
  for (const stap of stappenVan(pad)) {
    if (hier === undefined || typeof hier === 'string' || isLijst(hier)) return undefined;
    hier = hier[stap];
  }
  return hier === undefined || typeof hier === 'string' || isLijst(hier) ? undefined : hier;
}

/** The groups at a path that steps into each list on its way ('Clienten/Client/Prestaties/Prestatie'), in document order. */
export function groepenOp(groep: Groep, pad: ElementPath): readonly Groep[] {
  let hier: readonly Groep[] = [groep];
  for (const stap of stappenVan(pad)) {
    hier = hier.flatMap((een) => {
      const waarde = een[stap];
      if (waarde === undefined || typeof waarde === 'string') return [];
      return isLijst(waarde) ? (waarde as readonly Groep[]) : [waarde];
    });
  }
  return hier;
}

/** The groups of a list at a path of local names ('ToegewezenProducten/ToegewezenProduct'); empty when absent. */
export function lijstVan(groep: Groep, pad: ElementPath): readonly Groep[] {
  const bij = pad.lastIndexOf('/');
  const ouder = bij < 0 ? groep : groepVan(groep, pad.slice(0, bij) as ElementPath);
  const waarde = ouder?.[pad.slice(bij + 1)];
  return waarde !== undefined && typeof waarde !== 'string' && isLijst(waarde) ? (waarde as readonly Groep[]) : [];
}
