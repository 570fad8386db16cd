import type { Release } from '../../standard/message-types.ts';
import type { Bericht } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';
import { decorVoor, type Omstandigheid } from '../decor.ts';
import { type UitgangspuntSoort, uitgangspunt } from '../uitgangspunt.ts';
import { met } from '../wijzig.ts';

/** A rule that can never be read in a report of level 2: the schema refuses the message before (level 1). */
export interface DoorXsd {
  readonly regel: string;
  readonly release: Release;
  readonly type: UitgangspuntSoort;
  /** A message that would break the rule, and that the gate refuses on this element. */
  readonly bericht: Bericht;
  readonly element: string;
}

const HEENBERICHTEN: readonly UitgangspuntSoort[] = [
  'JW301',
  'JW305',
  'JW307',
  'JW315',
  'JW317',
  'JW319',
  'JW323',
  'JW325',
];

export function doorXsd(omstandigheid: Omstandigheid): DoorXsd[] {
  const decor = decorVoor(omstandigheid, '3.2', 'xsd');
  return [
    ...HEENBERICHTEN.flatMap((type) => [
      held('CS015', type, 'Header/BerichtSubversie', '1', decor),
      held('CS025', type, 'Header/BerichtVersie', '2', decor),
    ]),
    held('CS319', 'JW323', 'Declaratie/DeclaratieNummer', 'D 2026-1', decor),
  ];
}

function held(regel: string, type: UitgangspuntSoort, pad: string, waarde: string, decor: Decor): DoorXsd {
  const { goed } = uitgangspunt(decor, type);
  const bericht = met(goed, ['Header/BerichtIdentificatie/Identificatie', String(decor.nummer)], [pad, waarde]);
  return { regel, release: decor.release, type, bericht, element: `/Bericht/${pad}` };
}
