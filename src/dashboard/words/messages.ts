import type { Via } from '../../access/envelope.ts';
import type { BerichtBeeld } from '../../gateway/messages.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { refusesRequest, saysOf } from './sent.ts';
import { codesText } from './why.ts';

/** What each message is, in words. */
export const MESSAGE_NAMES: Readonly<Record<BerichtType, string>> = {
  JW301: 'Toewijzing',
  JW302: 'Retour toewijzing',
  JW303: 'Declaratie of factuur (2.3)',
  JW304: 'Antwoord op declaratie (2.3)',
  JW305: 'Start jeugdhulp',
  JW306: 'Retour start',
  JW307: 'Stop jeugdhulp',
  JW308: 'Retour stop',
  JW315: 'Verzoek om toewijzing',
  JW316: 'Retour verzoek om toewijzing',
  JW317: 'Verzoek om wijziging',
  JW318: 'Retour verzoek om wijziging',
  JW319: 'Antwoord op verzoek',
  JW320: 'Retour antwoord',
  JW323: 'Declaratie',
  JW325: 'Antwoord op declaratie',
};

/** `JW315, verzoek om toewijzing` */
export function messageName(type: BerichtType | null): string {
  return type === null ? 'onleesbaar bericht' : `${type}, ${MESSAGE_NAMES[type].toLowerCase()}`;
}

/** By which way something came. */
export const VIA_NAMES: Readonly<Record<Via, string>> = {
  http: 'HTTP-API',
  web: 'deze pagina’s',
  amqp: 'AMQP (RabbitMQ)',
  bullmq: 'BullMQ',
  map: 'map',
  stuf: 'StUF-GGk',
};

/** What a status means, in a sentence. */
const STATUS_MEANS: Readonly<Record<string, string>> = {
  ontvangen: 'Het bericht is bewaard en wacht op beoordeling.',
  goedgekeurd: 'Het bericht is goedgekeurd en verwerkt.',
  'deels-goedgekeurd': 'Een deel van de prestaties is toegekend; de andere zijn afgewezen.',
  afgekeurd:
    'Het bericht is afgekeurd op inhoud. De afzender heeft antwoord gekregen; verbeter het en stuur het opnieuw met een nieuwe Identificatie.',
  geweigerd:
    'Het bericht is geweigerd: het bestand of de structuur klopt niet. Het had geen gevolgen; verbeter het en stuur het opnieuw.',
  vastgelopen:
    'De gateway kon dit bericht na drie pogingen niet beoordelen. De rest gaat door; een operator kan het opnieuw aanbieden.',
};

/** Of a declaratie, whose lines are judged one by one: what is to be sent again, and how. */
const DECLARATIE_MEANS: Readonly<Record<string, string>> = {
  'deels-goedgekeurd':
    'Een deel van de prestaties is toegekend, de andere zijn afgewezen. Verbeter alleen de afgewezen prestaties en stuur die in een nieuwe declaratie, met een nieuw nummer. Crediteren hoeft niet.',
  afgekeurd:
    'Geen enkele prestatie is toegekend. Verbeter de prestaties en stuur ze in een nieuwe declaratie, met een nieuwe Identificatie en een nieuw declaratienummer. Crediteren hoeft niet.',
};

const SAYS_MEANS: Readonly<Record<NonNullable<BerichtBeeld['zegt']>, string>> = {
  aangenomen: 'Dit antwoord keurt het bericht waarop het antwoordt goed.',
  deels:
    'Dit antwoord kent een deel toe van wat is gedeclareerd; de andere prestaties zijn afgewezen. Verbeter die en stuur ze in een nieuwe declaratie.',
  geweigerd:
    'Dit antwoord weigert het bericht waarop het antwoordt: dat geldt als niet verstuurd. Wat eraan mis is staat in de retourcodes van dit antwoord.',
};

/** Of a declaratie: it was taken up, so its numbers are used, also where no line was granted. */
const NIETS_TOEGEKEND =
  'Dit antwoord kent van de declaratie niets toe. Verbeter de prestaties en stuur ze in een nieuwe declaratie, met een nieuwe Identificatie en een nieuw declaratienummer.';

/** What an answer says that came in, and a JW319 that refuses; null for all else. */
export function saysMeans(
  bericht: Pick<BerichtBeeld, 'type' | 'via' | 'status' | 'zegt' | 'zegtCodes'>,
): string | null {
  if (bericht.status === 'goedgekeurd' && refusesRequest(bericht))
    return ['De gemeente wijst het verzoek af', ...codesText(bericht)].join('; ').concat('.');
  if (saysOf(bericht) === null) return null;
  return bericht.zegt === null
    ? 'Dit antwoord is aan de andere partij doorgegeven. Wat het zegt staat in zijn inhoud: van oudere antwoorden is dat niet apart bewaard.'
    : bericht.zegt === 'geweigerd' && (bericht.type === 'JW325' || bericht.type === 'JW304')
      ? NIETS_TOEGEKEND
      : SAYS_MEANS[bericht.zegt];
}

/** Whether it is judged line by line, so that some of it may be granted and some not. */
export function isDeclaratie(type: string | null): boolean {
  return Object.values(MESSAGES).some((message) => message.type === type && message.declaratie !== null);
}

/** What became of a message, and what its sender does now. */
export function statusMeans(status: string, type: string | null): string | null {
  const declaratie = isDeclaratie(type) ? DECLARATIE_MEANS[status] : undefined;
  return declaratie ?? STATUS_MEANS[status] ?? null;
}
