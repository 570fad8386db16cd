import type { Principal } from '../../access/principal.ts';
import { PAYLOAD_ONJUIST } from '../../standard/codelists/foutcodes.ts';
import type { OutboxStore } from '../../store/deliveries/outbox-contract.ts';
import type { EnvelopeStore, KeptEnvelope, ReferenceUse, SentEnvelope } from '../../store/envelopes/contract.ts';
import type { FeedbackStore } from '../../store/feedback/contract.ts';
import type { Door } from '../door.ts';

export type { KeptEnvelope, ReferenceUse, SentEnvelope } from '../../store/envelopes/contract.ts';

/** What envelopes (StUF) ask beside the intake: their numbers, and refusals after they were received. */
export interface Envelopes {
  /** Whether this principal may send as this party. */
  maySendAs(principal: Principal, party: string): Promise<boolean>;
  /** Takes the number for this payload. */
  use(principal: Principal, envelope: SentEnvelope): Promise<ReferenceUse>;
  /** Its payload is stored as this message: the same envelope again has no effect. */
  stored(principal: Principal, envelope: SentEnvelope, berichtId: string): Promise<void>;
  /** It was received and its payload is not taken: the sender is told later (Fo01). Durable when it resolves. */
  refuse(principal: Principal, envelope: SentEnvelope, reden: string): Promise<void>;
  /** What a party sent under this number. */
  sent(principal: Principal, party: string, referentienummer: string): Promise<KeptEnvelope | undefined>;
  /** A party refuses what it got under this number. False when it never got such a thing, or said so before. */
  refusedBy(principal: Principal, referentienummer: string, code: string): Promise<boolean>;
}

export interface EnvelopesDeps {
  readonly door: Door;
  readonly store: EnvelopeStore & Pick<FeedbackStore, 'addFeedback'> & Pick<OutboxStore, 'refuseDelivery'>;
}

export function envelopes({ door, store }: EnvelopesDeps): Envelopes {
  return {
    maySendAs: async (principal, party) => (await door.enterAsParty(principal, 'message.send')).parties.includes(party),
    use: async (principal, envelope) => {
      door.check(principal, 'message.send');
      return store.useReference(envelope, door.now());
    },
    stored: async (principal, { partij, referentienummer }, berichtId) => {
      door.check(principal, 'message.send');
      await store.endReference(partij, referentienummer, { kind: 'stored', berichtId });
    },
    refuse: async (principal, { partij, referentienummer }, reden) => {
      door.check(principal, 'message.send');
      // First what tells the sender: until the number has come to its end the sender repeats, and then it is told again.
      await store.addFeedback({ via: 'stuf', partij, transportId: referentienummer, code: PAYLOAD_ONJUIST });
      await store.endReference(partij, referentienummer, { kind: 'refused', reden });
    },
    sent: async (principal, party, referentienummer) => {
      const { parties } = await door.enterAsParty(principal, 'message.read');
      return parties.includes(party) ? store.sentEnvelope(party, referentienummer) : undefined;
    },
    refusedBy: async (principal, referentienummer, code) => {
      const { parties } = await door.enterAsParty(principal, 'outgoing.confirm');
      for (const party of parties) {
        if (await store.refuseDelivery(party, referentienummer, code, door.now())) return true;
      }
      return false;
    },
  };
}
