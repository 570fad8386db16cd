import type { Toewijzing } from '../../dossier/toewijzing.ts';
import { isNa } from '../../standard/datum.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import { AKKOORD, alsFout } from '../content/inhoudsregel.ts';
import { dagtekeningVan } from '../content/velden.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { ALLEEN_32 } from '../releases.ts';
import { genoemdeToewijzing } from './client.ts';
import { contextregel } from './contextregel.ts';

/** A check against the toewijzing that is to be changed; where that is unknown, TR351 has said so. */
function tegenToewijzing(
  toets: (klasse: Klasse, toewijzing: Toewijzing, omgeving: Omgeving) => readonly Afkeur[],
): (klasse: Klasse, omgeving: Omgeving) => readonly Afkeur[] {
  return (klasse, omgeving) => {
    const toewijzing = genoemdeToewijzing(klasse, omgeving);
    return toewijzing === undefined ? AKKOORD : toets(klasse, toewijzing, omgeving);
  };
}

function gewensteIngang(klasse: Klasse): string {
  return waardeVan(klasse.waarden, 'GewensteIngangsdatum') ?? '';
}

/** TR357: a change lies ahead, or holds for the whole toewijzing. */
function halverwegeTerug(klasse: Klasse, { ingangsdatum }: Toewijzing, { bericht }: Omgeving): readonly Afkeur[] {
  const gewenst = gewensteIngang(klasse);
  const dagtekening = dagtekeningVan(bericht);
  const fout = !isNa(gewenst, dagtekening) && gewenst !== ingangsdatum;
  return alsFout(fout, 'GewensteIngangsdatum', { dagtekening, ingangsdatum });
}

/** TR373: a budget or a total is for the whole period, so it changes from the first day on (IV092). */
function totaalHalverwege(klasse: Klasse, toewijzing: Toewijzing): readonly Afkeur[] {
  const { budget, frequentie, ingangsdatum } = toewijzing;
  const fout = (budget !== null || frequentie === '6') && gewensteIngang(klasse) !== ingangsdatum;
  return alsFout(fout, 'GewensteIngangsdatum', { ingangsdatum });
}

/** For the text. */
function genoemd({ nummer }: Toewijzing) {
  return { toewijzing: nummer ?? '' };
}

function heeftOmvang(klasse: Klasse): boolean {
  return groepVan(klasse.waarden, 'Omvang') !== undefined;
}

/** TR375 and TR412 speak of toewijzingen that end after 2020 or have no end. */
function na2020({ einddatum }: Toewijzing): boolean {
  return einddatum === null || isNa(einddatum, '2020-12-31');
}

/** TR375: a generic toewijzing has a budget, no omvang. */
function omvangZonderProduct(klasse: Klasse, toewijzing: Toewijzing): readonly Afkeur[] {
  return alsFout(
    heeftOmvang(klasse) && toewijzing.categorie === null && na2020(toewijzing),
    'Omvang',
    genoemd(toewijzing),
  );
}

/** TR411: a specific toewijzing has an omvang, also when only its end changes. */
function zonderOmvang(klasse: Klasse, toewijzing: Toewijzing): readonly Afkeur[] {
  return alsFout(!heeftOmvang(klasse) && toewijzing.code !== null, 'Omvang', genoemd(toewijzing));
}

/** TR412: an aspecific toewijzing has none. */
function omvangZonderCode(klasse: Klasse, toewijzing: Toewijzing): readonly Afkeur[] {
  return alsFout(heeftOmvang(klasse) && toewijzing.code === null && na2020(toewijzing), 'Omvang', genoemd(toewijzing));
}

const WIJZIGING = { berichten: ['JW317'], klassen: ['TeWijzigenProduct'], kennis: 'T' } as const;

export const TE_WIJZIGEN_REGELS: readonly Regel[] = [
  ...contextregel('TR357', { ...WIJZIGING, retourcode: '9357', releases: ALLEEN_32 }, tegenToewijzing(halverwegeTerug)),
  ...contextregel(
    'TR373',
    { ...WIJZIGING, retourcode: '9373', releases: ALLEEN_32 },
    tegenToewijzing(totaalHalverwege),
  ),
  ...contextregel(
    'TR375',
    { ...WIJZIGING, retourcode: '9375', releases: ALLEEN_32 },
    tegenToewijzing(omvangZonderProduct),
  ),
  ...contextregel('TR411', { ...WIJZIGING, retourcode: '9411', releases: ALLEEN_32 }, tegenToewijzing(zonderOmvang)),
  ...contextregel(
    'TR412',
    { ...WIJZIGING, retourcode: '9412', releases: ALLEEN_32 },
    tegenToewijzing(omvangZonderCode),
  ),
];
