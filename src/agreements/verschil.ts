import { isDeepStrictEqual } from 'node:util';
import { momentInWoorden } from '../standard/datum-woorden.ts';
import type { AfsprakenDocument } from './document.ts';
import type { Onderdeel, OnderdeelItem } from './onderdeel.ts';
import { gewijzigd, toegevoegd, vervallen } from './verschil-tekst.ts';

/** One thing that differs between two versions of the agreements. */
export interface AfsprakenWijziging {
  readonly onderdeel: Onderdeel;
  /** What names it: code, AGB, regime + product … */
  readonly sleutel: string;
  readonly wijziging: 'toegevoegd' | 'vervallen' | 'gewijzigd';
  /** Names of the fields that differ; empty unless `gewijzigd`. */
  readonly velden: readonly string[];
  /** The same as a Dutch sentence, with old and new values. */
  readonly melding: string;
}

/** What names an entry of each list. A gemeentecode may return with another period, so its start belongs to the name. */
const SLEUTELS: { readonly [O in Onderdeel]: (item: OnderdeelItem<O>) => string } = {
  regios: (regio) => regio.code,
  gemeenten: (gemeente) => `${gemeente.code} vanaf ${gemeente.geldigVan}`,
  aanbieders: (aanbieder) => aanbieder.agb,
  regimes: (regime) => regime.code,
  producten: (product) => `${product.regime} ${product.categorie} ${product.code}`,
  contracten: (contract) => contract.nummer,
  bevriezing: ({ van, releases = [] }) => [`vanaf ${momentInWoorden(van)}`, ...releases].join(' '),
};

/** What changed from one document to the next, list by list; empty when nothing did. The label `versie` is no change. */
export function verschil(oud: AfsprakenDocument, nieuw: AfsprakenDocument): AfsprakenWijziging[] {
  return (Object.keys(SLEUTELS) as Onderdeel[]).flatMap((onderdeel) => vergelijk(onderdeel, oud, nieuw));
}

function vergelijk<O extends Onderdeel>(
  onderdeel: O,
  oud: AfsprakenDocument,
  nieuw: AfsprakenDocument,
): AfsprakenWijziging[] {
  const naam = SLEUTELS[onderdeel];
  const items = (document: AfsprakenDocument): Map<string, OnderdeelItem<O>> =>
    new Map(((document[onderdeel] ?? []) as readonly OnderdeelItem<O>[]).map((item) => [naam(item), item]));
  const [eerst, nu] = [items(oud), items(nieuw)];
  const wijzigingen: AfsprakenWijziging[] = [];
  for (const [sleutel, item] of nu) {
    const vorige = eerst.get(sleutel);
    if (vorige === undefined) {
      wijzigingen.push({
        onderdeel,
        sleutel,
        wijziging: 'toegevoegd',
        velden: [],
        melding: toegevoegd(onderdeel, sleutel),
      });
    } else {
      const velden = verschillendeVelden(vorige, item);
      if (velden.length === 0) continue;
      const melding = gewijzigd(onderdeel, sleutel, { ...vorige }, { ...item }, velden);
      wijzigingen.push({ onderdeel, sleutel, wijziging: 'gewijzigd', velden, melding });
    }
  }
  for (const sleutel of eerst.keys()) {
    if (nu.has(sleutel)) continue;
    wijzigingen.push({
      onderdeel,
      sleutel,
      wijziging: 'vervallen',
      velden: [],
      melding: vervallen(onderdeel, sleutel),
    });
  }
  return wijzigingen;
}

function verschillendeVelden(a: object, b: object): string[] {
  const velden = new Set([...Object.keys(a), ...Object.keys(b)]);
  return [...velden].filter(
    (veld) => !isDeepStrictEqual((a as Record<string, unknown>)[veld], (b as Record<string, unknown>)[veld]),
  );
}
