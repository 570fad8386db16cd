import type { Feedback } from '../../outbox/feedback-desk.ts';
import type { DueDelivery } from '../../outbox/outbox.ts';
import { type Letter, shortText } from './letter.ts';
import { EXCHANGE, keyOut, keyVerdict } from './names.ts';

/** A message for a party: its XML, with what a system wants to know before it reads it. */
export function deliveryLetter(delivery: DueDelivery): Letter {
  const { berichtId, partij, type, release, afzender, ontvanger, inAntwoordOp, opTransportId, bytes } = delivery;
  const op = shortText(opTransportId);
  return {
    exchange: EXCHANGE,
    key: keyOut(partij),
    content: Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    properties: {
      messageId: berichtId,
      ...(inAntwoordOp === null ? {} : { correlationId: inAntwoordOp }),
      type,
      contentType: 'application/xml',
      // Text only: of other values some pass here and close the connection there.
      headers: {
        'ijw-afzender': afzender,
        'ijw-ontvanger': ontvanger,
        'ijw-release': release,
        ...(op === undefined ? {} : { 'ijw-op': op }),
      },
    },
  };
}

/** The verdict on what a party sent, as `GET /berichten/{id}` shows it; under the id that the party gave it. */
export function verdictLetter({ partij, berichtId, transportId }: Feedback, message: unknown): Letter {
  const correlationId = shortText(transportId);
  return {
    exchange: EXCHANGE,
    key: keyVerdict(partij),
    content: Buffer.from(JSON.stringify(message)),
    properties: {
      messageId: `oordeel-${berichtId}`,
      ...(correlationId === undefined ? {} : { correlationId }),
      contentType: 'application/json',
    },
  };
}
