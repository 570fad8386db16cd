import { groepeer } from '../../standard/groepeer.ts';
import type { AfsprakenDocument } from '../document.ts';
import { LEFT_OUT } from './columns.ts';
import type { ReadRow, ReadRows } from './read-rows.ts';

type Loose = Readonly<Record<string, unknown>>;

/** Where in the merged document the value of a row stands: a JSON pointer, and the field of the pointer's own. */
export interface Place {
  readonly pointer: string;
  readonly rij: ReadRow;
}

export interface Merged {
  /** Not looked at yet: `valideerAfspraken` does. */
  readonly document: Loose;
  readonly places: readonly Place[];
}

/** Puts what the rows say in the document: a contract or product that it has is replaced, another one added, the rest stays. */
export function merge(document: AfsprakenDocument, rows: ReadRows, versie: string): Merged {
  const places: Place[] = [];
  const producten = mergeProducts(document, rows.producten, places);
  const contracten = mergeContracts(document, rows.contracten, places);
  const aanbieders = mergeProviders(document, rows.contracten, places);
  return { document: { ...document, versie, aanbieders, producten, contracten }, places };
}

/** Puts items into a list by key, in the place of who had that key; gives the index of each. */
function placed(list: readonly Loose[], keyOf: (item: Loose) => string) {
  const all = [...list];
  const at = new Map(all.map((item, i) => [keyOf(item), i]));
  const put = (key: string, item: Loose): number => {
    const i = at.get(key) ?? all.length;
    at.set(key, i);
    all[i] = item;
    return i;
  };
  return { all, find: (key: string) => all[at.get(key) ?? -1], put };
}

const key = (...delen: readonly unknown[]): string => JSON.stringify(delen);

function mergeProducts(document: AfsprakenDocument, rows: readonly ReadRow[], places: Place[]): readonly Loose[] {
  const keyOf = ({ regime, categorie, code }: Loose) => key(regime, categorie, code);
  const list = placed(document.producten as unknown as readonly Loose[], keyOf);
  const seen = new Set<string>();
  for (const rij of rows) {
    const sleutel = keyOf(rij.velden);
    const nieuw = withKept(rij.velden, list.find(sleutel));
    // A second row of one product stands in the document too, so that its mistake is told.
    const i = seen.has(sleutel) ? list.all.push(nieuw) - 1 : list.put(sleutel, nieuw);
    seen.add(sleutel);
    places.push({ pointer: `/producten/${i}`, rij });
  }
  return list.all;
}

/** Those of the spreadsheet stand last: where two contracts contradict each other the later one is pointed at. */
function mergeContracts(document: AfsprakenDocument, rows: readonly ReadRow[], places: Place[]): readonly Loose[] {
  const was = new Map(document.contracten.map((contract) => [contract.nummer, contract]));
  const nieuw = groepeer(rows, ({ velden }) => key(velden.nummer));
  const all: Loose[] = document.contracten.filter(({ nummer }) => !nieuw.has(key(nummer))).map((een) => ({ ...een }));
  for (const regels of nieuw.values()) {
    const [eerste] = regels;
    if (eerste === undefined) continue;
    const { nummer, regime, aanbieder, geldigVan, geldigTot, rol } = eerste.velden;
    const wasRegels = new Map(was.get(String(nummer))?.producten.map((regel) => [regel.code, { ...regel }]));
    const producten = regels.map(({ velden: { code, tarief, tariefEenheid, tariefDelen } }) => {
      const delen = tariefDelen === undefined ? {} : { tariefDelen };
      return withKept({ code, tarief, tariefEenheid, ...delen }, wasRegels.get(String(code)));
    });
    const pointer = `/contracten/${all.push({ nummer, regime, aanbieder, geldigVan, geldigTot, rol, producten }) - 1}`;
    places.push({ pointer, rij: eerste });
    regels.forEach((rij, nr) => void places.push({ pointer: `${pointer}/producten/${nr}`, rij }));
  }
  return all;
}

/** Who is not known is added when the row tells its name; a name that differs replaces the old one. */
function mergeProviders(document: AfsprakenDocument, rows: readonly ReadRow[], places: Place[]): readonly Loose[] {
  const list = placed(document.aanbieders as unknown as readonly Loose[], ({ agb }) => key(agb));
  for (const rij of rows) {
    const { aanbieder: agb, naam } = rij.velden;
    if (agb === null || naam === null || naam === undefined) continue;
    const i = list.put(key(agb), { retour: 'gateway', ...list.find(key(agb)), agb, naam });
    places.push({ pointer: `/aanbieders/${i}`, rij });
  }
  return list.all;
}

/** As the document writes it: what a column says nothing of stays, what has no value and may be absent is left out. */
function withKept(velden: Loose, was: Loose | undefined): Loose {
  const kept = Object.entries(was ?? {}).filter(([veld]) => LEFT_OUT.has(veld) && !Object.hasOwn(velden, veld));
  const nieuw = Object.entries(velden).filter(([veld, waarde]) => waarde !== null || !LEFT_OUT.has(veld));
  return Object.fromEntries([...nieuw, ...kept]);
}
