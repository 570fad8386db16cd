import type { DeliveryOutcome } from '../../outbox/delivery-outcome.ts';
import type { Feedback } from '../../outbox/feedback-desk.ts';
import type { DueDelivery } from '../../outbox/outbox.ts';
import { GEMEENTE_ONBEKEND, PAYLOAD_ONJUIST } from '../../standard/codelists/foutcodes.ts';
import { PRODUCT } from '../../standard/product.ts';
import type { EnvelopSoort, StufAntwoord } from '../../xml/stuf/envelope.ts';
import { schrijfAntwoord, schrijfEnvelop, soapActie } from '../../xml/stuf/write-envelope.ts';
import type { Connector, ConnectorDeps } from '../connector.ts';
import { partyOf } from '../door-of.ts';
import { lineFault } from '../line-fault.ts';
import { tijdstip } from './answer.ts';
import { envelopeOf, KNOOPPUNT, numberOf } from './outgoing.ts';
import { PartnerLines } from './partner-lines.ts';
import { ENVELOP_HOOGSTENS } from './read-body.ts';
import { outcomeOf } from './reply.ts';

const NAME = { name: 'stuf', via: 'stuf' } as const;

export type StufDeps = Pick<ConnectorDeps, 'settings' | 'config' | 'gateway' | 'now'>;

/** Out by StUF: what is delivered to a party as Di01 or Du01, and what it sent in vain as Fo01. Always there: it serves whoever has an endpoint. */
export class StufConnector implements Connector {
  readonly via = 'stuf';
  readonly out;
  readonly #deps: StufDeps;
  readonly #lines: PartnerLines;

  constructor(deps: StufDeps) {
    this.#deps = deps;
    this.#lines = new PartnerLines({ privateAllowed: deps.config.webhookPrive });
    this.out = {
      channel: 'stuf',
      atOnce: 8,
      perParty: 20,
      leaseMs: 180_000,
      wantsReference: true,
      send: (delivery: DueDelivery) => this.#send(delivery),
    };
  }

  async #send({ bytes, ...delivery }: DueDelivery): Promise<DeliveryOutcome> {
    const envelop = envelopeOf(delivery, this.#deps.now());
    const body = schrijfEnvelop(envelop, bytes);
    if (body.length > ENVELOP_HOOGSTENS) return { kind: 'failed', class: 'permanent', code: 'te-groot' };
    return this.#post(delivery.partij, envelop.soort, body);
  }

  /** Only what was refused is told: a verdict goes in messages, and what was taken has its Bv03. */
  async tell(feedback: Feedback): Promise<DeliveryOutcome> {
    const { partij, transportId, code, status } = feedback;
    if (transportId === null || (code === null && status !== 'geweigerd')) return { kind: 'confirmed' };
    const { gateway } = this.#deps;
    const sent = await gateway.envelopes.sent(partyOf(partij, NAME), partij, transportId);
    const why = code === null ? await this.#refusal(partij, feedback.berichtId) : { code, omschrijving: NO_MESSAGE };
    const fo01: StufAntwoord = {
      soort: 'Fo01',
      zender: { organisatie: sent?.ontvanger || null, applicatie: PRODUCT.naam },
      ontvanger: { organisatie: partij, applicatie: KNOOPPUNT },
      referentienummer: numberOf('Fo01', feedback.id, partij, transportId),
      tijdstipBericht: tijdstip(this.#deps.now()),
      crossRefnummer: transportId,
      fout: {
        code: why.code,
        plek: 'client',
        omschrijving: sent?.reden ?? why.omschrijving,
        ...(sent === undefined ? {} : { details: sent.details }),
      },
    };
    return this.#post(partij, 'Fo01', schrijfAntwoord(fo01));
  }

  /** Where the mistake is, and never what stands there: the report is with the message. */
  async #refusal(partij: string, berichtId: string | null) {
    const { gateway } = this.#deps;
    const message = berichtId === null ? undefined : await gateway.messages.read(partyOf(partij, NAME), berichtId);
    const [finding] = message?.bevindingen ?? [];
    if (finding === undefined) return { code: PAYLOAD_ONJUIST, omschrijving: NO_MESSAGE };
    const { regel, niveau, lijn } = finding;
    const plek = lijn === null ? '' : `, regel ${lijn} van het bericht`;
    return {
      code: regel === 'POORT-IB005' ? GEMEENTE_ONBEKEND : PAYLOAD_ONJUIST,
      omschrijving: `Het bericht is geweigerd op niveau ${niveau} (${regel}${plek}). Het verslag staat bij bericht ${berichtId}.`,
    };
  }

  async #post(partij: string, soort: EnvelopSoort | 'Fo01', body: Uint8Array): Promise<DeliveryOutcome> {
    const target = this.#deps.settings.of(partij);
    if (target.endpoint === null) return { kind: 'failed', class: 'transient', code: 'geen-endpoint' };
    const headers = { 'content-type': 'text/xml; charset=utf-8', soapaction: `"${soapActie(soort)}"` };
    try {
      return outcomeOf(await this.#lines.post(target, headers, body), target.leegIsGoed);
    } catch (fout) {
      return lineFault(fout);
    }
  }

  async close(): Promise<void> {
    this.#lines.close();
  }
}

const NO_MESSAGE = 'De inhoud voldoet niet aan het XSD van een iJW-bericht.';
