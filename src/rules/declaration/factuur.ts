import { inAmsterdam, isNa, jaarMaandDag } from '../../standard/datum.ts';
import type { ElementPath } from '../../standard/path.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving } from '../regel.ts';
import { ALLEEN_23 } from '../releases.ts';
import { isFactuur, partijenBij } from './debet-bij.ts';
import type { DeclarationEntry } from './declaration-entry.ts';
import { fout, GOED } from './toetsvorm.ts';

const BEGIN = 'DeclaratieFactuurIdentificatie/DeclaratiePeriode/Begindatum';
const EINDE = 'DeclaratieFactuurIdentificatie/DeclaratiePeriode/Einddatum';
const DAGTEKENING = 'DeclaratieFactuurIdentificatie/FactuurDagtekening';

const HEADER_303 = { releases: ALLEEN_23, berichten: ['JW303'], klasse: 'Header', niveau: 4 } as const;

/** What only iJW 2.3 asks of the Header of a JW303: the form that was agreed (OP278), a period that began (IV032). */
export const FACTUUR_REGELS: readonly DeclarationEntry[] = [
  {
    ...HEADER_303,
    code: 'OP278',
    retourcode: '8855',
    kennis: 'C',
    toets: (klasse, omgeving) => andereVorm(klasse, omgeving, 'factuur'),
  },
  {
    ...HEADER_303,
    code: 'OP278',
    retourcode: '8856',
    kennis: 'C',
    toets: (klasse, omgeving) => andereVorm(klasse, omgeving, 'declaratie'),
  },
  {
    ...HEADER_303,
    code: 'IV032',
    retourcode: '8847',
    kennis: 'K',
    toets: (klasse, omgeving) => inDeToekomst(klasse, omgeving, BEGIN),
  },
  {
    ...HEADER_303,
    code: 'IV032',
    berichten: ['JW304'],
    retourcode: '8849',
    kennis: 'K',
    toets: (klasse, omgeving) => inDeToekomst(klasse, omgeving, 'RetourHeader/RetourDagtekening'),
  },
  {
    ...HEADER_303,
    code: 'GW-DECLARATIETERMIJN',
    retourcode: null,
    ernst: 'signaal',
    kennis: 'C',
    toets(klasse, omgeving) {
      const maanden = facturatie(klasse, omgeving)?.uiterlijkeMaanden;
      const einde = waardeVan(klasse.waarden, EINDE) ?? '';
      const dagtekening = waardeVan(klasse.waarden, DAGTEKENING) ?? '';
      if (maanden === undefined || !isNa(dagtekening, uiterlijk(einde, maanden))) return GOED;
      return fout(DAGTEKENING, { maanden, einde });
    },
  },
];

/** What was agreed for the period that is declared. */
function facturatie(klasse: Klasse, omgeving: Omgeving) {
  const periode = waardeVan(klasse.waarden, BEGIN) ?? '';
  return omgeving.afspraken.regime(partijenBij(omgeving).gemeente, periode)?.facturatie;
}

function andereVorm(klasse: Klasse, omgeving: Omgeving, verwacht: 'declaratie' | 'factuur') {
  const gekregen = isFactuur(omgeving) ? 'factuur' : 'declaratie';
  return facturatie(klasse, omgeving)?.vorm === verwacht && gekregen !== verwacht
    ? fout('BerichtCode', { gekregen, verwacht })
    : GOED;
}

function inDeToekomst(klasse: Klasse, omgeving: Omgeving, element: ElementPath) {
  const ontvangst = inAmsterdam(omgeving.kennis.ontvangenOp).datum;
  return isNa(waardeVan(klasse.waarden, element) ?? '', ontvangst) ? fout(element, { ontvangst }) : GOED;
}

/** The last day of the month that lies so many months after the period. */
function uiterlijk(einde: string, maanden: number): string {
  const [jaar, maand] = jaarMaandDag(einde);
  const telling = maand - 1 + maanden;
  const tot = String(jaar + Math.floor(telling / 12)).padStart(4, '0');
  return `${tot}-${String((telling % 12) + 1).padStart(2, '0')}-31`;
}
