import type { VerzoekRecord } from '../../dossier/verzoek.ts';
import { ontvangstdag, type TermijnSoort, termijnDagen, termijnSleutel } from '../../requests/termijnen.ts';
import type { Verdict } from '../verdict.ts';
import type { TermijnContext, TermijnWijziging } from './termijn-wijziging.ts';

/**
 * The gemeente decides within five werkdagen after receipt, and eight weeks after the Dagtekening of the request when it
 * keeps it in onderzoek (OP274, OP346); a refusal by woonplaatsbeginsel is within two weeks (OP359). What is decided in
 * the verdict itself never runs.
 */
export function verzoekTermijnen(verdict: Verdict, context: TermijnContext): TermijnWijziging[] {
  const nieuw = new Map<string, VerzoekRecord>();
  const na = new Map<string, VerzoekRecord>();
  for (const mutatie of verdict.mutaties) {
    if (mutatie.soort === 'verzoek') {
      nieuw.set(mutatie.verzoek.referentie, mutatie.verzoek);
      na.set(mutatie.verzoek.referentie, mutatie.verzoek);
    } else if (mutatie.soort === 'verzoek-stand') {
      const record = na.get(mutatie.referentie) ?? context.kennis.verzoek(mutatie.referentie);
      if (record !== undefined) na.set(mutatie.referentie, { ...record, stand: mutatie.stand });
    }
  }
  return [...na.values()].flatMap((record) => {
    const { referentie, stand } = record;
    if (stand !== 'toegewezen' && stand !== 'afgewezen') return loopt(record, nieuw.has(referentie), context);
    if (nieuw.has(referentie)) return [];
    const sleutels = [termijnSleutel.besluit(referentie), termijnSleutel.woonplaats(referentie)];
    return sleutels.map((sleutel): TermijnWijziging => ({ kind: 'done', sleutel }));
  });
}

function loopt(record: VerzoekRecord, isNieuw: boolean, context: TermijnContext): TermijnWijziging[] {
  const { referentie, stand, soort, dagtekening } = record;
  const ontvangst = ontvangstdag(context.kennis.ontvangenOp);
  const besluit = termijnSleutel.besluit(referentie);
  const woonplaats = termijnSleutel.woonplaats(referentie);
  const begin = (wat: TermijnSoort, sleutel: string, dag: string): TermijnWijziging => ({
    kind: 'runs',
    termijn: {
      ...termijnDagen(wat, dag),
      ...{ sleutel, soort: wat, partij: context.gemeente, gemeente: context.gemeente, aanbieder: context.aanbieder },
      ...{ referentie, toewijzingNummer: null, berichtId: record.berichtId },
    },
  });
  const beslissen =
    stand === 'onderzoek'
      ? begin('onderzoek', besluit, dagtekening)
      : begin(soort === 'VOT' ? 'verzoek-om-toewijzing' : 'verzoek-om-wijziging', besluit, ontvangst);
  // In onderzoek the two weeks go on as they ran.
  const ookWoonplaats = soort === 'VOT' && (isNieuw || stand === 'open');
  return ookWoonplaats ? [beslissen, begin('woonplaatsbeginsel', woonplaats, ontvangst)] : [beslissen];
}
