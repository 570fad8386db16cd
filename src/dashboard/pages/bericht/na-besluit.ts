import type { Bevinding } from '../../../findings/bevinding.ts';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { isUndecided, type Story } from '../../../gateway/people/stories.ts';
import { WACHT_OP_BESLUIT } from '../../../requests/teksten.ts';

/**
 * The findings of a message as they read now. That a request waited for the gemeente was so when the message was judged; once
 * all requests in it are decided on it is told with what became of them, so that the page says one thing.
 */
export function naBesluit(bevindingen: readonly Bevinding[], verzoeken: Story['verzoeken']): readonly Bevinding[] {
  const [eerste] = verzoeken;
  if (eerste === undefined || verzoeken.some(isUndecided)) return bevindingen;
  const gelijk = verzoeken.every(({ stand }) => stand === eerste.stand);
  const nu = `Het verzoek wachtte op een besluit van de gemeente; ${gelijk ? `het is ${eerste.stand}` : 'daarover is beslist'}.`;
  return bevindingen.map((een) => ({ ...een, melding: een.melding.replace(WACHT_OP_BESLUIT, nu) }));
}

/** A JW319 of before its refusal was kept beside it says what the decision that it told of says. */
export function metAfwijzing(bericht: BerichtBeeld, besluiten: Story['besluiten']): BerichtBeeld {
  if (bericht.type !== 'JW319' || bericht.zegt !== null) return bericht;
  const besluit = besluiten.find(({ antwoorden }) => antwoorden.includes(bericht.id));
  if (besluit?.besluit !== 'afwijzen') return bericht;
  return { ...bericht, zegt: 'geweigerd', zegtCodes: besluit.reden === null ? null : [besluit.reden] };
}
