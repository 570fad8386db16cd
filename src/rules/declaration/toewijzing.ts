import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { eenheidPast } from '../../signaalbudget/eenheid.ts';
import { eersteVanMaand, isNa, isVoor, laatsteVanMaand } from '../../standard/datum.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving } from '../regel.ts';
import { contractBijIngang } from './contract-bij.ts';
import type { DeclarationEntry } from './declaration-entry.ts';
import type { PrestatieRegel } from './prestatie.ts';
import { bijDebet, bijToewijzing, fout, GOED, PRESTATIE, PRESTATIE_303, PRESTATIE_323, plek } from './toetsvorm.ts';
import { enigeToewijzing, toewijzingBij } from './toewijzing-bij.ts';

const zonderToewijzing = bijDebet((prestatie, klasse, omgeving) =>
  toewijzingBij(klasse, omgeving) === undefined
    ? fout('ToewijzingNummer', {}, prestatie.toewijzingNummer === null ? null : enigeToewijzing(klasse, omgeving))
    : GOED,
);

const andereCategorie = bijToewijzing((prestatie, { categorie }) =>
  categorie === null || categorie === prestatie.categorie
    ? GOED
    : fout('ProductCategorie', { toegewezen: categorie }, categorie),
);

const andereCode = bijToewijzing((prestatie, { code }) =>
  code === null || code === prestatie.code ? GOED : fout('ProductCode', { toegewezen: code }, code),
);

const andereEenheid = bijToewijzing((prestatie, toewijzing, klasse, omgeving) => {
  const past = eenhedenVoor(toewijzing, klasse, omgeving);
  if (past.length === 0 || past.some((e) => eenheidPast(prestatie.eenheid, e))) return GOED;
  return fout(plek(klasse, 'Eenheid'), { toegewezen: past.join(' of ') });
});

/** A line and the toewijzing it declares on: TR338 to TR341, and TR303, TR305, TR306, TR309 of iJW 2.3. */
export const TOEWIJZING_REGELS: readonly DeclarationEntry[] = [
  { ...PRESTATIE_323, code: 'TR338', niveau: 3, retourcode: '9338', kennis: 'T', toets: zonderToewijzing },
  { ...PRESTATIE_303, code: 'TR303', niveau: 3, retourcode: '0551', kennis: 'T', toets: zonderToewijzing },
  { ...PRESTATIE_323, code: 'TR339', niveau: 3, retourcode: '9339', kennis: 'T', toets: andereCategorie },
  { ...PRESTATIE_303, code: 'TR305', niveau: 3, retourcode: '1112', kennis: 'T', toets: andereCategorie },
  { ...PRESTATIE_323, code: 'TR340', niveau: 3, retourcode: '9340', kennis: 'T', toets: andereCode },
  { ...PRESTATIE_303, code: 'TR306', niveau: 3, retourcode: '1142', kennis: 'T', toets: andereCode },
  { ...PRESTATIE_323, code: 'TR341', niveau: 3, retourcode: '9341', kennis: 'TC', toets: andereEenheid },
  { ...PRESTATIE_303, code: 'TR309', niveau: 3, retourcode: '9309', kennis: 'TC', toets: andereEenheid },
  {
    ...PRESTATIE_323,
    code: 'TR384',
    niveau: 3,
    retourcode: '9384',
    kennis: 'T',
    toets: bijToewijzing((_prestatie, { redenWijziging }) =>
      redenWijziging === '13' ? fout('ToewijzingNummer') : GOED,
    ),
  },
  {
    ...PRESTATIE,
    code: 'TR307',
    niveau: 3,
    retourcode: '9307',
    kennis: 'T',
    toets: bijToewijzing(({ begin, einde }, { ingangsdatum }) =>
      isVoor(begin, ingangsdatum)
        ? fout('ProductPeriode/Begindatum', { ingangsdatum }, isNa(ingangsdatum, einde) ? null : ingangsdatum)
        : GOED,
    ),
  },
  {
    ...PRESTATIE,
    code: 'TR308',
    niveau: 3,
    retourcode: '9308',
    kennis: 'T',
    toets: bijToewijzing(({ begin, einde }, { einddatum }) =>
      einddatum !== null && isNa(einde, einddatum)
        ? fout('ProductPeriode/Einddatum', { einddatum }, isVoor(einddatum, begin) ? null : einddatum)
        : GOED,
    ),
  },
  {
    ...PRESTATIE_323,
    code: 'TR387',
    niveau: 3,
    retourcode: '9387',
    kennis: 'T',
    toets: bijToewijzing(({ begin }, { ingangsdatum }) =>
      volgens(begin, laterInMaand(begin, ingangsdatum), 'ProductPeriode/Begindatum'),
    ),
  },
  {
    ...PRESTATIE_323,
    code: 'TR388',
    niveau: 3,
    retourcode: '9388',
    kennis: 'T',
    toets: bijToewijzing(({ einde }, { einddatum }) =>
      volgens(einde, eerderInMaand(einde, einddatum), 'ProductPeriode/Einddatum'),
    ),
  },
  {
    ...PRESTATIE,
    code: 'TR319',
    niveau: 3,
    retourcode: '9319',
    kennis: 'D',
    toets: bijDebet(({ einde }: PrestatieRegel, _klasse, { bericht }) => {
      const periode = MESSAGES[bericht.type].declaratie?.in ?? 'Declaratie';
      const einddatum = waardeVan(bericht.inhoud, `${periode}/DeclaratiePeriode/Einddatum`) ?? '';
      return isNa(einde, einddatum) ? fout('ProductPeriode/Einddatum', { einddatum }) : GOED;
    }),
  },
];

/** Units that fit: of the omvang, else of the contract (TR341); none when neither says one. */
function eenhedenVoor(toewijzing: Toewijzing, klasse: Klasse, omgeving: Omgeving): readonly string[] {
  if (toewijzing.eenheid !== null) return [toewijzing.eenheid];
  const contract = contractBijIngang(klasse, omgeving);
  return contract === undefined ? [] : [...new Set([contract.product.eenheid, contract.regel.tariefEenheid])];
}

function volgens(datum: string, verwacht: string, element: string): readonly Afkeur[] {
  return datum === verwacht ? GOED : fout(element, { verwacht }, verwacht);
}

function laterInMaand(datum: string, ingangsdatum: string): string {
  const eerste = eersteVanMaand(datum);
  return isNa(ingangsdatum, eerste) && !isNa(ingangsdatum, laatsteVanMaand(datum)) ? ingangsdatum : eerste;
}

function eerderInMaand(datum: string, einddatum: string | null): string {
  const laatste = laatsteVanMaand(datum);
  return einddatum !== null && !isVoor(einddatum, eersteVanMaand(datum)) && isVoor(einddatum, laatste)
    ? einddatum
    : laatste;
}
