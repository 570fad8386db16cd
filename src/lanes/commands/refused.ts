import type { AgreementsInForce } from '../../judging/agreements-cache.ts';
import { REGELS_VERSIE } from '../../rules/version.ts';
import type { TeSchrijven } from '../../store/lanes/contract.ts';
import type { OpdrachtWerk } from './command.ts';

/** A command that is not carried out: an outcome without effects. `reden` is a Dutch sentence. */
export function refused(
  werk: OpdrachtWerk,
  inForce: AgreementsInForce,
  reden: string,
  resultaat?: Readonly<Record<string, unknown>>,
): TeSchrijven {
  return {
    werk,
    verdict: {
      berichtId: werk.id,
      status: 'afgekeurd',
      bevindingen: [],
      claims: [],
      mutaties: [],
      antwoorden: [],
      doorgeleverdAan: [],
      signalen: [],
      afsprakenVersie: inForce.versie,
      regelsVersie: REGELS_VERSIE,
    },
    antwoorden: [],
    uitkomst: { stand: 'geweigerd', reden, ...(resultaat === undefined ? {} : { resultaat }) },
  };
}
