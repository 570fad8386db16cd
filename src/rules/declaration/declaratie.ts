import { eersteVanMaand, isNa, isVoor, laatsteVanMaand } from '../../standard/datum.ts';
import { below, type ElementPath } from '../../standard/path.ts';
import type { Groep } from '../../xml/tree.ts';
import { waardeVan } from '../../xml/tree.ts';
import { claimSleutel } from '../claims.ts';
import type { Afkeur, Omgeving } from '../regel.ts';
import { ALLEEN_23, ALLEEN_32 } from '../releases.ts';
import { partijenBij } from './debet-bij.ts';
import type { DeclarationEntry } from './declaration-entry.ts';
import { prestatieVan } from './prestatie.ts';
import { fout, GOED } from './toetsvorm.ts';

/** Rules on a declaratie as a whole. In iJW 2.3 what JW323 has in Declaratie stands in the Header. */
export const DECLARATIE_REGELS: readonly DeclarationEntry[] = [
  {
    code: 'TR333',
    releases: ALLEEN_32,
    berichten: ['JW323'],
    klasse: 'Declaratie',
    niveau: 3,
    retourcode: '9333',
    kennis: 'D',
    toets: (klasse, omgeving) => nietUniek('DeclaratieNummer', waardeVan(klasse.waarden, 'DeclaratieNummer'), omgeving),
  },
  {
    code: 'TR324',
    releases: ALLEEN_23,
    berichten: ['JW303'],
    klasse: 'Header',
    niveau: 3,
    retourcode: '0030',
    kennis: 'D',
    toets(klasse, omgeving) {
      const element = 'DeclaratieFactuurIdentificatie/DeclarantFactuurNummer';
      return nietUniek(element, waardeVan(klasse.waarden, element), omgeving);
    },
  },
  {
    code: 'TR318',
    releases: ALLEEN_32,
    berichten: ['JW323'],
    klasse: 'Declaratie',
    niveau: 3,
    retourcode: '8214',
    kennis: 'D',
    toets: (klasse, omgeving) => voorDeLaatste('DeclaratiePeriode', klasse.waarden, omgeving),
  },
  {
    code: 'TR318',
    releases: ALLEEN_23,
    berichten: ['JW303'],
    klasse: 'Header',
    niveau: 3,
    retourcode: '8214',
    kennis: 'D',
    toets: (klasse, omgeving) =>
      voorDeLaatste('DeclaratieFactuurIdentificatie/DeclaratiePeriode', klasse.waarden, omgeving),
  },
];

function nietUniek(element: string, nummer: string | undefined, omgeving: Omgeving): readonly Afkeur[] {
  const { kennis } = omgeving;
  const eigenaar = kennis.claim(claimSleutel.declaratie(partijenBij(omgeving).aanbieder, nummer ?? ''));
  return eigenaar === undefined || eigenaar === kennis.berichtId ? GOED : fout(element);
}

/**
 * A receiver cannot know whether care was delivered in a month that is missing, so only the order is tested: no
 * DeclaratiePeriode before the last one submitted (IV090; choice). Releases do not mix
 * (docs/decisions/releases-apart.md).
 */
function voorDeLaatste(element: ElementPath, waarden: Groep, omgeving: Omgeving): readonly Afkeur[] {
  const begin = waardeVan(waarden, below(element, 'Begindatum')) ?? '';
  let laatste = '';
  for (const declaratie of omgeving.kennis.declaraties) {
    if (declaratie.release === omgeving.bericht.release && isNa(declaratie.periodeBegin, laatste)) {
      laatste = declaratie.periodeBegin;
    }
  }
  if (!isVoor(begin, laatste)) return GOED;
  const hoort = laterePeriode(laatste, omgeving);
  return [{ element, waarden: { begin, laatste }, hoort }];
}

/** Care of an earlier month may be declared in the last period that was; none lies after the period it is declared in (TR319). */
function laterePeriode(laatste: string, { klassen }: Omgeving): NonNullable<Afkeur['hoort']> {
  let Begindatum = laatste;
  for (const klasse of klassen) {
    if (klasse.naam !== 'Prestatie') continue;
    const maand = eersteVanMaand(prestatieVan(klasse).einde);
    if (isNa(maand, Begindatum)) Begindatum = maand;
  }
  return { Begindatum, Einddatum: laatsteVanMaand(Begindatum) };
}
