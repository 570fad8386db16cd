import type { EnvelopesDeps } from '../../src/gateway/channels/envelopes.ts';
import type { EnvelopeEnd, SentEnvelope } from '../../src/store/envelopes/contract.ts';

type Kept = SentEnvelope & { end?: EnvelopeEnd };

/** Numbers of envelopes in memory, with what senders were told and what parties refused. */
export class NepEnvelopes {
  readonly kept = new Map<string, Kept>();
  readonly told: string[] = [];
  readonly refused: string[] = [];
  /** Numbers under which a party got something. */
  readonly delivered = new Set<string>();

  readonly store: EnvelopesDeps['store'] = {
    useReference: async (envelope) => {
      const name = `${envelope.partij} ${envelope.referentienummer}`;
      const known = this.kept.get(name);
      if (known === undefined) {
        this.kept.set(name, envelope);
        return 'new';
      }
      if (Buffer.compare(known.sha256, envelope.sha256) !== 0) return 'other';
      return known.end === undefined ? 'open' : 'done';
    },
    endReference: async (partij, referentienummer, end) => {
      const known = this.kept.get(`${partij} ${referentienummer}`);
      if (known !== undefined) known.end ??= end;
    },
    sentEnvelope: async (partij, referentienummer) => {
      const known = this.kept.get(`${partij} ${referentienummer}`);
      return known && { ...known, reden: known.end?.kind === 'refused' ? known.end.reden : null };
    },
    addFeedback: async ({ partij, transportId, code }) => {
      this.told.push(`${partij} ${transportId} ${code}`);
    },
    refuseDelivery: async (partij, referentie, fout) => {
      const known = this.delivered.has(`${partij} ${referentie}`);
      if (known) this.refused.push(`${partij} ${referentie} ${fout}`);
      return known;
    },
  };
}
