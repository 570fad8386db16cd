import type { Afspraken } from '../agreements/afspraken.ts';
import { judge, type Voorwerk } from '../rules/judge.ts';
import type { KennisData } from '../rules/kennis.ts';
import { maakKennis } from '../rules/kennis-lookups.ts';
import type { BerichtType } from '../standard/message-types.ts';
import { partijenVan } from '../xml/partijen.ts';
import type { Bericht } from '../xml/tree.ts';
import { beoordeelDeclaratie } from './declaratie/beoordeel.ts';
import type { BeoordeelInvoer } from './invoer.ts';
import { metNasleep } from './nasleep.ts';
import type { Nummers } from './nummers.ts';
import { beoordeelOntvangenAntwoord } from './ontvangen/beoordeel.ts';
import { afgekeurd } from './opbouw.ts';
import { beoordeelRegie } from './regie.ts';
import { beoordeelToewijzing } from './toewijzing/beoordeel.ts';
import type { Verdict } from './verdict.ts';
import { beoordeelVerzoekAntwoord } from './verzoek/antwoord.ts';
import { beoordeelVot } from './verzoek/vot.ts';
import { beoordeelVow } from './verzoek/vow.ts';

export { beoordeelGeweigerd } from './geweigerd.ts';

/** What happens because of one message type; some are only asked when nothing rejected the message. */
type Gevolg = (invoer: BeoordeelInvoer) => Verdict;

const mits = (aanvaard: Gevolg): Gevolg => {
  return (invoer) => (invoer.oordeel.niveau === null ? aanvaard(invoer) : afgekeurd(invoer));
};

const PER_TYPE: Readonly<Record<BerichtType, Gevolg>> = {
  JW301: mits(beoordeelToewijzing),
  JW305: mits(beoordeelRegie),
  JW307: mits(beoordeelRegie),
  JW315: mits(beoordeelVot),
  JW317: mits(beoordeelVow),
  JW319: mits(beoordeelVerzoekAntwoord),
  // Rejected line by line.
  JW303: beoordeelDeclaratie,
  JW323: beoordeelDeclaratie,
  // Answers: by a party with a system of its own.
  JW302: beoordeelOntvangenAntwoord,
  JW304: beoordeelOntvangenAntwoord,
  JW306: beoordeelOntvangenAntwoord,
  JW308: beoordeelOntvangenAntwoord,
  JW316: beoordeelOntvangenAntwoord,
  JW318: beoordeelOntvangenAntwoord,
  JW320: beoordeelOntvangenAntwoord,
  JW325: beoordeelOntvangenAntwoord,
};

/**
 * The whole judgement of one valid message: a pure function of the message, what is known, the agreements, the clock (the
 * moment of receipt) and a source of numbers. Positions (lijn, kolom) are filled in by the caller. Throws a
 * SamenstellingFout when a composed answer would be refused by our own rules.
 */
export function beoordeel(gegeven: {
  readonly bericht: Bericht;
  readonly kennis: KennisData;
  readonly afspraken: Afspraken;
  readonly nummers: Nummers;
  readonly regelsVersie: string;
  /** What `voorwerk` gave of it, where it was asked already. */
  readonly al?: Voorwerk | undefined;
}): Verdict {
  const { al, ...rest } = gegeven;
  const { bericht, afspraken } = rest;
  const kennis = maakKennis(rest.kennis);
  const oordeel = judge(bericht, kennis, afspraken, { al });
  const verdict = PER_TYPE[bericht.type]({ ...rest, kennis, oordeel });
  const { gemeente, aanbieder } = partijenVan(bericht);
  return metNasleep(verdict, { bericht, gemeente, aanbieder, kennis, afspraken });
}
