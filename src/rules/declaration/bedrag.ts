import { bedragVan, perZestig, tariefIn } from '../../signaalbudget/bedrag.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { euro } from '../texts/euro.ts';
import { bedragVolgt } from './bedrag-volgt.ts';
import { contractBij, tariefdag } from './contract-bij.ts';
import type { DeclarationEntry } from './declaration-entry.ts';
import type { PrestatieRegel } from './prestatie.ts';
import { bijDebet, bijToewijzing, fout, GOED, PRESTATIE_303, PRESTATIE_323, plek } from './toetsvorm.ts';
import { toewijzingBij } from './toewijzing-bij.ts';

const anderTarief = bijToewijzing((prestatie, _toewijzing, klasse, omgeving) => {
  const verwacht = contractTarief(prestatie, klasse, omgeving);
  if (prestatie.tarief === null || verwacht === null || prestatie.tarief === verwacht) return GOED;
  const { code: product } = prestatie;
  const waarden = {
    product,
    tarief: euro(prestatie.tarief),
    verwacht: euro(verwacht),
    dag: tariefdag(klasse, omgeving),
  };
  // In iJW 2.3 what is asked for need not follow from the tariff (TR317): then with another tariff alone it is worse.
  const volgt = omgeving.bericht.type === 'JW323' || bedragVolgt(klasse.waarden);
  return fout(plek(klasse, 'ProductTarief'), waarden, volgt ? verwacht : null);
});

/** Amounts and tariffs: TR346, TR418, IV081. */
export const BEDRAG_REGELS: readonly DeclarationEntry[] = [
  {
    ...PRESTATIE_323,
    code: 'TR346',
    niveau: 4,
    retourcode: '9346',
    kennis: 'C',
    toets: bijDebet((prestatie, klasse, omgeving) => {
      const { eenheid, tarief, bedrag, volume } = prestatie;
      if (eenheid === '83' || tarief === null || bedragPast(prestatie, tarief, klasse, omgeving)) return GOED;
      const verwacht = verwachtBedrag(prestatie, klasse, omgeving) ?? volume * tarief;
      return fout('IngediendBedrag/Bedrag', { bedrag: euro(bedrag), verwacht: euro(verwacht) }, verwacht);
    }),
  },
  // The tariff of a contract: iJW 3.2 puts it at level 3, iJW 2.3 with what comes from elsewhere.
  { ...PRESTATIE_323, code: 'TR418', niveau: 3, retourcode: '0611', kennis: 'C', toets: anderTarief },
  { ...PRESTATIE_303, code: 'TR418', niveau: 4, retourcode: '0611', kennis: 'C', toets: anderTarief },
];

/** The tariff that the line should show; null when the contract has none for its unit. */
function contractTarief({ eenheid }: PrestatieRegel, klasse: Klasse, omgeving: Omgeving): number | null {
  const contract = contractBij(klasse, omgeving);
  return contract === undefined ? null : tariefIn(eenheid, contract.regel);
}

/** The amount of minutes under a contract per hour, which its rounded ProductTarief does not tell; null otherwise. */
function verwachtBedrag({ volume, eenheid }: PrestatieRegel, klasse: Klasse, omgeving: Omgeving): number | null {
  const regel = contractBij(klasse, omgeving)?.regel;
  return regel?.tariefEenheid === '04' && eenheid === '01' ? bedragVan(volume, eenheid, regel) : null;
}

/**
 * Volume × ProductTarief, or for minutes under a contract per hour the rounded hour tariff × minutes / 60. With another
 * tariff than the contract's (0611) the amount need only agree with either. Without a contract tariff either form will
 * do, unless the toewijzing says that hours have no part in it.
 */
function bedragPast(prestatie: PrestatieRegel, tarief: number, klasse: Klasse, omgeving: Omgeving): boolean {
  const { bedrag, volume, eenheid } = prestatie;
  const product = volume * tarief;
  const perUur = verwachtBedrag(prestatie, klasse, omgeving);
  if (perUur !== null) {
    const tariefKlopt = contractTarief(prestatie, klasse, omgeving) === tarief;
    return bedrag === perUur || (!tariefKlopt && bedrag === product);
  }
  if (bedrag === product) return true;
  const contract = contractBij(klasse, omgeving)?.regel;
  const onbekend = contract === undefined || contract.tarief === null;
  const toegewezen = toewijzingBij(klasse, omgeving)?.eenheid ?? '04';
  const inUren = contract?.tariefEenheid === '04' || toegewezen === '04';
  return onbekend && eenheid === '01' && inUren && isAfgerond(bedrag, volume, tarief);
}

/** Some hour tariff that rounds to this minute tariff gives this amount. */
function isAfgerond(bedrag: number, minuten: number, tarief: number): boolean {
  for (let uur = Math.max(0, tarief * 60 - 30); uur < tarief * 60 + 30; uur++) {
    if (perZestig(uur * minuten) === bedrag) return true;
  }
  return false;
}
