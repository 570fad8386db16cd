import type { BerichtType } from '../../../standard/message-types.ts';
import { MESSAGES } from '../../../standard/messages/index.ts';
import type { Status } from '../../../verdict/verdict.ts';
import { isDeclaratie, statusMeans } from '../../words/messages.ts';
import { NIET_GOED } from '../../words/why.ts';

/** How each message of a cause ended: it was refused, of a declaratie some lines at least. */
export function isAfgewezen({ status }: { readonly status: Status }): boolean {
  return NIET_GOED.includes(status);
}

/**
 * The different ends of messages of a cause, of which each asks something else of the sender. `aantal`: of all; of a declaratie that
 * was not looked at (`statussen` are of the newest) nobody knows here whether lines of it were granted.
 */
export function aflopenVan(statussen: readonly Status[], type: BerichtType | null, aantal: number): readonly Status[] {
  const onbekend = isDeclaratie(type) && statussen.length < aantal;
  return NIET_GOED.filter((een) => statussen.includes(een) || (onbekend && een !== 'geweigerd'));
}

/** What became of one message, beside its name. */
export function afloopNaam(status: Status, type: BerichtType | null): string {
  if (status === 'deels-goedgekeurd') return 'deels toegekend';
  return status === 'afgekeurd' && isDeclaratie(type) ? 'geheel afgewezen' : status;
}

/** What became of these messages and what to do, said to who sent them; where they ended differently, of each kind. */
export function watTeDoen(aflopen: readonly Status[], type: BerichtType | null, aantal: number): string | null {
  const [enige] = aflopen;
  if (enige === undefined) return null;
  if (aflopen.length === 1) return vanEen(enige, type, aantal);
  const wat = isDeclaratie(type) ? 'een declaratie die' : 'een bericht dat';
  return [
    'Dat verschilt per bericht; hieronder staat bij elk wat ervan werd.',
    ...aflopen.map((een) => `- Van ${wat} ${afloopNaam(een, type)} is: ${vanEen(een, type, 1)}`),
  ].join('\n');
}

function vanEen(status: Status, type: BerichtType | null, aantal: number): string | null {
  const een = aantal === 1;
  const antwoord = type === null ? null : MESSAGES[type].antwoord;
  if (status === 'geweigerd') {
    return een
      ? 'Het bericht is geweigerd: het bestand of de structuur klopt niet. Het had geen gevolgen; verbeter het en stuur het opnieuw.'
      : 'De berichten zijn geweigerd: het bestand of de structuur klopt niet. Ze hadden geen gevolgen; verbeter ze en stuur ze opnieuw.';
  }
  // Of a declaratie what is said of it is about its lines, to whoever reads it.
  if (status !== 'afgekeurd' || isDeclaratie(type)) return statusMeans(status, type);
  const gekregen = `U hebt antwoord gekregen${antwoord === null ? '' : ` (${antwoord})`}`;
  return een
    ? `Het bericht is afgekeurd op inhoud. ${gekregen}; verbeter het en stuur het opnieuw met een nieuwe Identificatie.`
    : `De berichten zijn afgekeurd op inhoud. ${gekregen}; verbeter ze en stuur ze opnieuw, elk met een nieuwe Identificatie.`;
}
