import { jw301, jw305, jw323, PRODUCT, type Wie } from '../gateway/berichten.ts';
import { client, GEMEENTE } from '../gateway/wereld.ts';

/** A message of the traffic, and what must become of it; reckoned here, by hand, with nothing of the gateway. */
export interface Post {
  readonly afzender: string;
  readonly bytes: Uint8Array;
  readonly status: string;
  readonly antwoord: string;
  /** Of a declaratie: what is granted, in eurocents. */
  readonly toegekend?: number;
}

export interface Verkeer {
  /** A row for each aanbieder, in the order in which it must be sent. */
  readonly rijen: readonly (readonly Post[])[];
  readonly clienten: readonly Wie[];
  /** Eurocents granted on each toewijzing, by its number. */
  readonly toegekend: ReadonlyMap<number, number>;
}

/**
 * Every client gets a toewijzing and a start. Each aanbieder (of at most twelve clients) then declares month after month,
 * a line for one client and a line for the next. Of every third declaratie the second line has a tariff that the contract
 * does not have (TR418): that line is refused, the other granted.
 */
export function verkeer(aanbieders: number, clientenElk: number): Verkeer {
  const toegekend = new Map<number, number>();
  const clienten: Wie[] = [];
  const rijen = Array.from({ length: aanbieders }, (_, n) => {
    const eigen = Array.from({ length: clientenElk }, () => client(n));
    clienten.push(...eigen);
    return [
      ...eigen.map((wie) => goed(GEMEENTE, jw301(wie, `A${wie.nummer}`), 'JW302')),
      ...eigen.map((wie) => goed(wie.aanbieder, jw305(wie, `S${wie.nummer}`), 'JW306')),
      ...eigen.map((wie, i) => declaratie(wie, eigen[(i + 1) % eigen.length] ?? wie, i, toegekend)),
    ];
  });
  return { rijen, clienten, toegekend };
}

function goed(afzender: string, bytes: Uint8Array, antwoord: string): Post {
  return { afzender, bytes, status: 'goedgekeurd', antwoord };
}

function declaratie(een: Wie, ander: Wie, i: number, toegekend: Map<number, number>): Post {
  const mis = i % 3 === 2;
  const book = (wie: Wie, minuten: number) => {
    toegekend.set(wie.nummer, (toegekend.get(wie.nummer) ?? 0) + minuten * PRODUCT.tarief);
    return minuten * PRODUCT.tarief;
  };
  const bedrag = book(een, 30 + i) + book(ander, mis ? 0 : 45);
  const nummer = `D${een.nummer}`;
  return {
    afzender: een.aanbieder,
    bytes: jw323(nummer, i + 1, [
      { wie: een, referentie: `${nummer}-1`, minuten: 30 + i },
      { wie: ander, referentie: `${nummer}-2`, minuten: 45, ...(mis ? { tarief: PRODUCT.tarief + 1 } : {}) },
    ]),
    status: mis ? 'deels-goedgekeurd' : 'goedgekeurd',
    antwoord: 'JW325',
    toegekend: bedrag,
  };
}
