import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { metTeken } from '../../signaalbudget/bedrag.ts';
import { inTeleenheid } from '../../signaalbudget/eenheid.ts';
import { keerInPeriode, keerInTotaal, type Omvang } from '../../signaalbudget/volume.ts';
import { isNa } from '../../standard/datum.ts';
import { groepVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import { eenheidNaam } from '../texts/eenheid-naam.ts';
import { euro } from '../texts/euro.ts';
import { bedragVolgt } from './bedrag-volgt.ts';
import type { DeclarationEntry } from './declaration-entry.ts';
import { type PrestatieRegel, prestatieVan } from './prestatie.ts';
import { standVan } from './telling.ts';
import { bijToewijzing, fout, GOED, PRESTATIE, PRESTATIE_323, plek } from './toetsvorm.ts';

/**
 * What may be declared on a toewijzing: TR321 and TR322 on its Omvang (docs/decisions/volume-periods.md), TR369 on its
 * Budget.
 */
export const VOLUME_REGELS: readonly DeclarationEntry[] = [
  {
    ...PRESTATIE,
    code: 'TR321',
    niveau: 3,
    retourcode: '9321',
    kennis: 'TC',
    toets: bijToewijzing((prestatie, toewijzing, klasse) => {
      const geteld = tel(prestatie, toewijzing);
      if (geteld === null) return GOED;
      const periode = { begin: prestatie.begin, einde: prestatie.einde };
      const keer = keerInPeriode(geteld.omvang, periode, toewijzing);
      if (keer === null || geteld.volume <= geteld.perKeer * keer) return GOED;
      const hoogste = geteld.perKeer * keer;
      const waarden = { hoogste, eenheid: eenheidNaam(geteld.eenheid) };
      return fout(plek(klasse, 'GeleverdVolume'), waarden, watPast(klasse, geteld, hoogste));
    }),
  },
  {
    ...PRESTATIE,
    code: 'TR322',
    niveau: 3,
    retourcode: '9322',
    kennis: 'TDC',
    toets: bijToewijzing((prestatie, toewijzing, klasse, omgeving) => {
      const geteld = tel(prestatie, toewijzing);
      if (geteld === null) return GOED;
      const stand = standVan(toewijzing, omgeving);
      const eerder = stand.volumeIn(geteld.omvang.eenheid);
      const keer = keerInTotaal(geteld.omvang, toewijzing, laatste(stand.laatsteEinde, prestatie.einde));
      if (keer === null || eerder + geteld.volume <= geteld.perKeer * keer) return GOED;
      const hoogste = geteld.perKeer * keer;
      const hoe = { eenheid: eenheidNaam(geteld.eenheid), welke: welke(toewijzing, prestatie) };
      const element = plek(klasse, 'GeleverdVolume');
      const fouten = fout(element, { hoogste, eerder, ...hoe }, watPast(klasse, geteld, hoogste - eerder));
      if (eerder < hoogste) return fouten;
      const ookHier = omgeving.lopend.prestaties.some((een) => een.toewijzing === toewijzing.sleutel);
      const vol = { ...hoe, gedeclareerd: eerder, toegewezen: hoogste, ookHier };
      return fouten.map((een) => ({ ...een, vol }));
    }),
  },
  {
    ...PRESTATIE_323,
    code: 'TR369',
    niveau: 3,
    retourcode: '9369',
    kennis: 'TD',
    toets: bijToewijzing((prestatie, toewijzing, klasse, omgeving) => {
      if (toewijzing.budget === null) return GOED;
      const eerder = standVan(toewijzing, omgeving).bedrag;
      return eerder + metTeken(prestatie) > toewijzing.budget
        ? fout(plek(klasse, 'IngediendBedrag'), {
            bedrag: euro(prestatie.bedrag),
            budget: euro(toewijzing.budget),
            eerder: euro(eerder),
          })
        : GOED;
    }),
  },
];

/** By its number, else (in iJW 2.3) by the product that was assigned. */
function welke({ nummer }: Toewijzing, { code }: PrestatieRegel): string {
  return nummer === null ? `toewijzing van product ${code}` : `toewijzing ${nummer}`;
}

interface Geteld {
  readonly omvang: Omvang;
  /** Volume of the line, and of the toewijzing each time it counts; both in the unit that is counted. */
  readonly volume: number;
  readonly perKeer: number;
  /** Code of that unit. */
  readonly eenheid: string;
}

/** Null without Omvang, and where the units cannot be compared (TR341 says so). */
function tel(prestatie: PrestatieRegel, toewijzing: Toewijzing): Geteld | null {
  const { volume, eenheid, frequentie } = toewijzing;
  if (volume === null || eenheid === null || frequentie === null) return null;
  const geleverd = inTeleenheid(prestatie.volume, prestatie.eenheid, eenheid);
  const perKeer = inTeleenheid(volume, eenheid, eenheid);
  if (geleverd === null || perKeer === null) return null;
  return {
    omvang: { volume, eenheid, frequentie },
    volume: geleverd,
    perKeer,
    eenheid: eenheid === '04' ? '01' : eenheid,
  };
}

/**
 * What still fits, in the unit of the line; null when nothing does, and in euros, where the volume is an amount. Also null where
 * in iJW 2.3 what is asked for does not follow from the volume: less volume for the same amount would be worse, and pass.
 */
function watPast(klasse: Klasse, geteld: Geteld, ruimte: number): number | null {
  const { eenheid } = prestatieVan(klasse);
  const volgt = groepVan(klasse.waarden, 'IngediendeBedragPrestatie') === undefined || bedragVolgt(klasse.waarden);
  return volgt && ruimte > 0 && eenheid === geteld.eenheid && eenheid !== '83' ? ruimte : null;
}

function laatste(eerder: string | null, einde: string): string {
  return eerder !== null && isNa(eerder, einde) ? eerder : einde;
}
