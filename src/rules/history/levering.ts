import type { ClientSleutel } from '../../dossier/client-sleutel.ts';
import type { RegieRecord } from '../../dossier/regie.ts';
import type { Lopend, Omgeving } from '../regel.ts';

type Sleuteldeel = Pick<RegieRecord, 'toewijzingNummer' | 'categorie' | 'code' | 'begindatum'>;

/**
 * The starts and stops of one levering as they stand while a message is judged (docs/decisions/starts-and-stops.md):
 * what was received, without what this message removed and with what it has added so far.
 */
export function regieBij(velden: Sleuteldeel, client: ClientSleutel, omgeving: Omgeving): readonly RegieRecord[] {
  const index = bijgewerkteIndex(omgeving);
  const records = index.leveringen.get(leveringSleutel(velden, client)) ?? [];
  return records.filter((record) => !index.verwijderd.has(record));
}

/**
 * What starts and stops belong together by: the toewijzing; for taakgericht work, which has none, the product and its
 * Begindatum.
 */
function leveringSleutel(
  { toewijzingNummer, categorie, code, begindatum }: Sleuteldeel,
  client: ClientSleutel,
): string {
  const delen = toewijzingNummer === null ? [client, categorie, code, begindatum] : [client, toewijzingNummer];
  return JSON.stringify(delen);
}

interface Index {
  readonly leveringen: Map<string, RegieRecord[]>;
  readonly verwijderd: Set<RegieRecord>;
  /** How much of the running state is in it. */
  toegevoegd: number;
  afgevoerd: number;
}

/** One for each judgement, grown with it: a message may hold tens of thousands of starts. */
const indexen = new WeakMap<Lopend, Index>();

function bijgewerkteIndex({ kennis, lopend }: Omgeving): Index {
  let index = indexen.get(lopend);
  if (index === undefined) {
    index = { leveringen: new Map(), verwijderd: new Set(), toegevoegd: 0, afgevoerd: 0 };
    for (const record of kennis.data.regie) voegToe(index, record);
    indexen.set(lopend, index);
  }
  for (const record of lopend.regie.slice(index.toegevoegd)) voegToe(index, record);
  for (const record of lopend.verwijderd.slice(index.afgevoerd)) index.verwijderd.add(record);
  index.toegevoegd = lopend.regie.length;
  index.afgevoerd = lopend.verwijderd.length;
  return index;
}

function voegToe(index: Index, record: RegieRecord): void {
  const sleutel = leveringSleutel(record, record.client);
  const bij = index.leveringen.get(sleutel);
  if (bij === undefined) index.leveringen.set(sleutel, [record]);
  else bij.push(record);
}

export function zelfdeProduct(a: Sleuteldeel, b: Sleuteldeel): boolean {
  return a.categorie === b.categorie && a.code === b.code;
}

/** Of one levering, the stops of the start with this Begindatum. */
export function stopsVan({ begindatum }: Sleuteldeel, regie: readonly RegieRecord[]): readonly RegieRecord[] {
  return regie.filter((record) => record.soort === 'stop' && record.begindatum === begindatum);
}

export function startsIn(regie: readonly RegieRecord[]): readonly RegieRecord[] {
  return regie.filter((record) => record.soort === 'start');
}

/** The one received last. */
export function laatste(records: readonly RegieRecord[]): RegieRecord | undefined {
  return records.reduce<RegieRecord | undefined>(
    (a, b) => (a === undefined || b.volgorde > a.volgorde ? b : a),
    undefined,
  );
}
