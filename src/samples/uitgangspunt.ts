import type { BerichtType } from '../standard/message-types.ts';
import type { Bericht } from '../xml/tree.ts';
import type { AndereAfspraken } from './afspraken.ts';
import type { Decor } from './decor.ts';
import { alsHeen, antwoordOp } from './messages/antwoord.ts';
import { declaratie } from './messages/declaratie.ts';
import { maand, type TeDeclarerenRegel } from './messages/regel.ts';
import { jw305, jw307 } from './messages/regie.ts';
import { jw301, toegewezen, tweede } from './messages/toewijzing.ts';
import { jw315, jw317, jw319, nieuw, teWijzigen } from './messages/verzoek.ts';
import type { Verloop } from './scenario.ts';

/** The messages on whose content there are rules. */
export type UitgangspuntSoort = Exclude<BerichtType, 'JW302' | 'JW306' | 'JW308' | 'JW316' | 'JW318' | 'JW320'>;

/** A message that nothing is wrong with, and what must go before it so that it is accepted. */
export interface Uitgangspunt extends Pick<Verloop, 'voor' | 'goed'> {
  readonly voor: readonly Bericht[];
  readonly afspraken?: AndereAfspraken;
}

export function uitgangspunt(decor: Decor, type: UitgangspuntSoort): Uitgangspunt {
  return UITGANGSPUNTEN[type](decor);
}

/** A gemeente with a system of its own: what it does not send itself does not happen. */
export const EIGEN: AndereAfspraken = { retour: 'eigen' };

const UITGANGSPUNTEN: Readonly<Record<UitgangspuntSoort, (decor: Decor) => Uitgangspunt>> = {
  JW301: (d) => ({ voor: [], goed: jw301(d, [toegewezen(d), tweede(d)]) }),
  JW305: (d) => ({ voor: [jw301(d)], goed: jw305(d) }),
  JW307: (d) => ({ voor: [jw301(d), jw305(d)], goed: jw307(d) }),
  JW315: (d) => ({ voor: [], goed: jw315(d), afspraken: EIGEN }),
  JW317: (d) => ({
    voor: [jw301(d, [toegewezen(d), tweede(d)])],
    goed: jw317(d, { gelijk: [d.nummer + 1], anders: [teWijzigen(d)], nieuw: [nieuw(d)] }),
  }),
  JW319: (d) => ({ voor: [jw315(d)], goed: jw319(d), afspraken: EIGEN }),
  JW303: (d) => ({ voor: [jw301(d)], goed: declaratie(d) }),
  JW323: (d) => ({ voor: [jw301(d)], goed: declaratie(d) }),
  JW304: (d) => beantwoord(d),
  JW325: (d) => beantwoord(d),
};

/** A declaratie of two lines to a gemeente that answers itself, and its answer, which refuses some of them. */
export function beantwoord(
  decor: Decor,
  { regels = [maand(decor, -2), {}], geweigerd = [2] }: Beantwoording = {},
): Uitgangspunt & { readonly heen: Bericht } {
  const heen = alsHeen(decor, declaratie(decor, regels));
  const antwoord = antwoordOp(decor, heen, geweigerd);
  return { voor: [jw301(decor), heen], heen, goed: antwoord, afspraken: EIGEN };
}

interface Beantwoording {
  readonly regels?: readonly TeDeclarerenRegel[];
  /** Places of the lines that the gemeente refuses; the first is 1. */
  readonly geweigerd?: readonly number[];
}
