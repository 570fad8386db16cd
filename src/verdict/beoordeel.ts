import type { Afspraken } from '../agreements/afspraken.ts';
import { judge } from '../rules/judge.ts';
import type { KennisData } from '../rules/kennis.ts';
import { maakKennis } from '../rules/kennis-lookups.ts';
import type { BerichtType } from '../standard/message-types.ts';
import type { Bericht } from '../xml/tree.ts';
import type { BeoordeelInvoer } from './invoer.ts';
import type { Nummers } from './nummers.ts';
import { afgekeurd } from './opbouw.ts';
import { beoordeelRegie } from './regie.ts';
import { beoordeelToewijzing } from './toewijzing/beoordeel.ts';
import type { Verdict } from './verdict.ts';

/** Turns the accepted Oordeel of one message type into what happens because of it. */
type Soort = (invoer: BeoordeelInvoer) => Verdict;

const AANVAARD: Partial<Record<BerichtType, Soort>> = {
  JW301: beoordeelToewijzing,
  JW305: beoordeelRegie,
  JW307: beoordeelRegie,
};

/**
 * The whole judgement of one valid message: a pure function of the message, what is known, the agreements, the clock (the
 * moment of receipt) and a source of numbers. Positions (lijn, kolom) are filled in by the caller.
 */
export function beoordeel(gegeven: {
  readonly bericht: Bericht;
  readonly kennis: KennisData;
  readonly afspraken: Afspraken;
  readonly nummers: Nummers;
  readonly regelsVersie: string;
}): Verdict {
  const { bericht, afspraken } = gegeven;
  const kennis = maakKennis(gegeven.kennis);
  const oordeel = judge(bericht, kennis, afspraken);
  const invoer: BeoordeelInvoer = { ...gegeven, kennis, oordeel };
  const aanvaard = AANVAARD[bericht.type];
  if (aanvaard === undefined) throw new Error(`nothing judges a ${bericht.type} yet`);
  return oordeel.niveau === null ? aanvaard(invoer) : afgekeurd(invoer);
}
