import type { Bevinding } from '../../findings/bevinding.ts';
import type { BesluitWeigering } from '../../requests/besluit-reden.ts';
import { inAmsterdam } from '../../standard/datum.ts';
import type { WerkbakItemBeeld } from '../../store/requests/contract.ts';

/** Why a decision was not carried out, as it is kept with its command and shown. */
export interface BesluitAfgewezen {
  /** Dutch sentence. */
  readonly reden: string;
  readonly code: string;
  /** `stand`: not as things are now; `regel`: against a rule. */
  readonly soort: 'stand' | 'regel';
  readonly bevindingen: readonly Bevinding[];
  /** What was decided meanwhile; null where nothing was. */
  readonly gebeurd: { readonly stand: string; readonly op: string; readonly berichtId: string | null } | null;
}

const WAT: Readonly<Record<string, string>> = { toegewezen: 'toegewezen', afgewezen: 'afgewezen' };

/** The refusal, and with a request that was closed meanwhile what happened to it. */
export function afwijzing(
  { code, soort, reden, bevindingen }: BesluitWeigering,
  item: WerkbakItemBeeld,
): BesluitAfgewezen {
  const { stand, beslistOp, beslistDoor } = item.verzoek ?? { stand: '', beslistOp: null, beslistDoor: null };
  const wat = WAT[stand];
  if (code !== 'al-beslist' || wat === undefined || beslistOp === null) {
    return { reden, code, soort, bevindingen, gebeurd: null };
  }
  const { datum, tijd } = inAmsterdam(new Date(beslistOp));
  const door = beslistDoor === null ? '' : ` (bericht ${beslistDoor})`;
  return {
    ...{ code, soort, bevindingen },
    reden: `${reden} Het is op ${datum} om ${tijd} ${wat}${door}.`,
    gebeurd: { stand, op: beslistOp, berichtId: beslistDoor },
  };
}
