import { isDeepStrictEqual } from 'node:util';
import { momentInWoorden } from '../standard/datum-woorden.ts';
import { euro } from '../standard/euro.ts';
import type { Onderdeel } from './onderdeel.ts';

/** What one entry of each list is called. */
const NAMEN: Readonly<Record<Onderdeel, string>> = {
  regios: 'Regio',
  gemeenten: 'Gemeente',
  aanbieders: 'Aanbieder',
  regimes: 'Regime',
  producten: 'Product',
  contracten: 'Contract',
  bevriezing: 'Bevriezing',
};

const BEDRAGEN: ReadonlySet<string> = new Set(['signaalbudget', 'tarief', 'bedrag']);

/** What holds where a field is left out. */
const STANDAARD: Readonly<Record<string, string>> = { tariefDatum: 'periode', releases: 'alle' };

export function toegevoegd(onderdeel: Onderdeel, sleutel: string): string {
  return `${NAMEN[onderdeel]} ${sleutel} is toegevoegd.`;
}

export function vervallen(onderdeel: Onderdeel, sleutel: string): string {
  return `${NAMEN[onderdeel]} ${sleutel} is vervallen.`;
}

/** Each field with its old and new value, amounts in euros, dates in words. */
export function gewijzigd(
  onderdeel: Onderdeel,
  sleutel: string,
  oud: Readonly<Record<string, unknown>>,
  nieuw: Readonly<Record<string, unknown>>,
  velden: readonly string[],
): string {
  const delen = velden.flatMap((veld) => veldTekst(veld, oud[veld], nieuw[veld]));
  return `${NAMEN[onderdeel]} ${sleutel} is gewijzigd: ${delen.join('; ')}.`;
}

function veldTekst(veld: string, oud: unknown, nieuw: unknown): string[] {
  if (isLijst(oud) && isLijst(nieuw)) return lijstTekst(veld, oud, nieuw);
  return [`${veld} van ${toon(veld, oud)} naar ${toon(veld, nieuw)}`];
}

/** What came, what went, and for entries with a code what changed in them. */
function lijstTekst(veld: string, oud: readonly unknown[], nieuw: readonly unknown[]): string[] {
  const [eerst, nu] = [opNaam(oud), opNaam(nieuw)];
  const bij = [...nu.keys()].filter((naam) => !eerst.has(naam));
  const weg = [...eerst.keys()].filter((naam) => !nu.has(naam));
  const anders = [...nu].flatMap(([naam, item]) => {
    const vorige = eerst.get(naam);
    if (!isRecord(item) || !isRecord(vorige) || isDeepStrictEqual(vorige, item)) return [];
    const velden = [...new Set([...Object.keys(vorige), ...Object.keys(item)])];
    return velden
      .filter((v) => !isDeepStrictEqual(vorige[v], item[v]))
      .flatMap((v) => veldTekst(v, vorige[v], item[v]).map((tekst) => `${naam}: ${tekst}`));
  });
  const delen = [
    ...(bij.length > 0 ? [`${veld} erbij ${bij.join(', ')}`] : []),
    ...(weg.length > 0 ? [`${veld} eraf ${weg.join(', ')}`] : []),
    ...anders,
  ];
  return delen.length > 0 ? delen : [`${veld} in andere volgorde`];
}

function opNaam(lijst: readonly unknown[]): ReadonlyMap<string, unknown> {
  return new Map(lijst.map((item) => [naamVan(item) ?? toon('', item), item]));
}

function naamVan(item: unknown): string | undefined {
  if (!isRecord(item)) return undefined;
  return [item.code, item.naam].find((naam) => typeof naam === 'string');
}

function toon(veld: string, waarde: unknown): string {
  if (waarde === undefined || waarde === null) return STANDAARD[veld] ?? 'niets';
  if (typeof waarde === 'number') return BEDRAGEN.has(veld) ? euro(waarde) : String(waarde);
  if (typeof waarde === 'string') return momentInWoorden(waarde);
  if (isLijst(waarde)) return waarde.map((item) => toon(veld, item)).join(', ');
  if (!isRecord(waarde)) return String(waarde);
  return Object.entries(waarde)
    .map(([naam, deel]) => `${naam} ${toon(naam, deel)}`)
    .join(' ');
}

function isLijst(waarde: unknown): waarde is readonly unknown[] {
  return Array.isArray(waarde);
}

function isRecord(waarde: unknown): waarde is Readonly<Record<string, unknown>> {
  return typeof waarde === 'object' && waarde !== null && !Array.isArray(waarde);
}
