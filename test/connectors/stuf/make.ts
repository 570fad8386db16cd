import type { DueDelivery } from '../../../src/outbox/outbox.ts';
import { CROSS } from '../../xml/stuf/make.ts';

/** A JW301 of a gemeente to an aanbieder, for the first time. */
export function delivery(anders: Partial<DueDelivery> = {}): DueDelivery {
  const { type = 'JW301' } = anders;
  return {
    aflevering: '1',
    berichtId: '01a1ffe3-0598-7231-b29d-aec695db5bc8',
    kanaal: 'stuf',
    partij: '42420001',
    type,
    release: '3.2',
    afzender: '0362',
    ontvanger: '42420001',
    inAntwoordOp: null,
    poging: 1,
    eerstePogingOp: new Date('2026-03-04T12:00:00.000Z'),
    referentie: CROSS,
    opVia: null,
    opTransportId: null,
    opReferentie: null,
    bytes: Buffer.from('<x/>'),
    ...anders,
  };
}
