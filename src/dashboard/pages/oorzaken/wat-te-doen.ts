import type { BerichtType } from '../../../standard/message-types.ts';
import { MESSAGES } from '../../../standard/messages/index.ts';
import { statusMeans } from '../../words/messages.ts';

/** What became of these messages and what to do, said to who sent them. */
export function watTeDoen(status: string, type: BerichtType | null, aantal: number): string | null {
  const een = aantal === 1;
  const antwoord = type === null ? null : MESSAGES[type].antwoord;
  if (status === 'geweigerd') {
    return een
      ? 'Het bericht is geweigerd: het bestand of de structuur klopt niet. Het had geen gevolgen; verbeter het en stuur het opnieuw.'
      : 'De berichten zijn geweigerd: het bestand of de structuur klopt niet. Ze hadden geen gevolgen; verbeter ze en stuur ze opnieuw.';
  }
  // Of a declaratie what is said of it is about its lines, to whoever reads it.
  if (status !== 'afgekeurd' || type === 'JW323' || type === 'JW303') return statusMeans(status, type);
  const gekregen = `U hebt antwoord gekregen${antwoord === null ? '' : ` (${antwoord})`}`;
  return een
    ? `Het bericht is afgekeurd op inhoud. ${gekregen}; verbeter het en stuur het opnieuw met een nieuwe Identificatie.`
    : `De berichten zijn afgekeurd op inhoud. ${gekregen}; verbeter ze en stuur ze opnieuw, elk met een nieuwe Identificatie.`;
}
