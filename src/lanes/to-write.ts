import type { Judged } from '../judging/procedure.ts';
import type { TeSchrijven } from '../store/lanes/contract.ts';
import { metAntwoordIds } from '../verdict/antwoord-id.ts';
import type { BerichtWerk } from './split-kinds.ts';

/** Gives the answers of a verdict their ids, also where its mutations name them. */
export function withAnswerIds(
  { verdict, antwoorden }: Pick<Judged, 'verdict' | 'antwoorden'>,
  newId: () => string,
): Pick<TeSchrijven, 'verdict' | 'antwoorden'> {
  const withId = antwoorden.map((bytes) => ({ id: newId(), bytes }));
  const ids = withId.map((antwoord) => antwoord.id);
  return { verdict: metAntwoordIds(verdict, ids), antwoorden: withId };
}

/** A judged message of a lane as it is written. */
export function messageToWrite(
  { id, volgnummer, type }: Pick<BerichtWerk, 'id' | 'volgnummer' | 'type'>,
  judged: Judged,
  newId: () => string,
): TeSchrijven {
  const { beantwoordt, verdict, over } = judged;
  const answers = beantwoordt !== null && verdict.status === 'goedgekeurd';
  return {
    werk: { kind: 'bericht', id, volgnummer, type },
    ...withAnswerIds(judged, newId),
    over,
    ...(answers ? { beantwoordt } : {}),
  };
}
