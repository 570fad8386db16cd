import type { NotAdmitted } from '../../gateway/admission.ts';
import type { Letter } from './letter.ts';
import { shortText } from './letter.ts';
import { REFUSED_EXCHANGE } from './names.ts';

/** Why a message was not taken: the code, and in Dutch what to do. Nothing of the message itself is in it. */
export interface DoorRefusal {
  readonly code:
    | 'geen-gebruiker'
    | 'onbekende-gebruiker'
    | 'andere-partij'
    | 'geen-ijw'
    | 'te-groot'
    | 'bevroren'
    | 'vastgelopen';
  readonly melding: string;
}

/** A message as it came from the broker, as far as refusing it needs it. */
export interface Arrival {
  /** The broker's user, which it checked; undefined: the message names none. */
  readonly user: string | undefined;
  readonly messageId: string | undefined;
  readonly contentType: string | undefined;
  readonly content: Buffer;
}

export const NO_USER: DoorRefusal = {
  code: 'geen-gebruiker',
  melding:
    'Het bericht noemt geen gebruiker. Zet de eigenschap user_id op de naam waarmee u bij de broker bent aangemeld; de broker controleert die.',
};

export const UNKNOWN_USER: DoorRefusal = {
  code: 'onbekende-gebruiker',
  melding:
    'Deze gebruiker van de broker hoort bij geen partij. Laat de beheerder hem bij uw partij zetten (amqpGebruiker) en stuur het bericht daarna opnieuw.',
};

export const TOO_LARGE: DoorRefusal = {
  code: 'te-groot',
  melding: 'Het bericht is groter dan 25 MiB (OP179). Verdeel de inhoud over meer berichten.',
};

export const STUCK: DoorRefusal = {
  code: 'vastgelopen',
  melding: 'Het bericht kon steeds niet worden verwerkt. Neem contact op met de beheerder van de gateway.',
};

/** What the door said of it. */
export function refusalOf(uitkomst: NotAdmitted): DoorRefusal {
  switch (uitkomst.kind) {
    case 'forbidden':
      return {
        code: 'andere-partij',
        melding:
          'Het bericht is volgens zijn kop niet van de partij van deze gebruiker, of van een soort die zij niet stuurt. Verbeter de afzender, of stuur het als de gebruiker van die partij.',
      };
    case 'unidentifiable':
      return {
        code: 'geen-ijw',
        melding: `Dit is geen iJW-bericht van een uitgave die de gateway kent (${uitkomst.bevinding.regel}). Stuur de XML van het bericht zelf, als inhoud en zonder verpakking.`,
      };
    case 'frozen':
      return {
        code: 'bevroren',
        melding: `Volgens de afspraken worden tot ${uitkomst.tot.toISOString()} geen berichten van iJW ${uitkomst.release} aangenomen. Stuur het daarna opnieuw.`,
      };
  }
}

/** What listeners to refusals get: the message as it came, under its user, with the reason. */
export function refusedLetter({ user, messageId, contentType, content }: Arrival, refusal: DoorRefusal): Letter {
  const correlationId = shortText(messageId);
  const type = shortText(contentType);
  return {
    exchange: REFUSED_EXCHANGE,
    key: shortText(user) ?? 'onbekend',
    content,
    properties: {
      messageId: `geweigerd-${correlationId ?? ''}`.slice(0, 200),
      ...(correlationId === undefined ? {} : { correlationId }),
      ...(type === undefined ? {} : { contentType: type }),
      headers: { 'ijw-code': refusal.code, 'ijw-melding': refusal.melding },
    },
  };
}
