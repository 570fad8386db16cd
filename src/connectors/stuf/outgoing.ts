import { createHash } from 'node:crypto';
import type { DueDelivery } from '../../outbox/outbox.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { PRODUCT } from '../../standard/product.ts';
import type { Envelop } from '../../xml/stuf/envelope.ts';
import { tijdstip } from './answer.ts';
import { versieVan } from './versies.ts';

const UUID_V4 = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
/** What a receiver of the koppelvlak calls the system between. */
export const KNOOPPUNT = 'GGk';

type Sent = Omit<DueDelivery, 'bytes'>;

/** The envelope of a delivery: in the name of the party that sends the message, to the party that gets it. */
export function envelopeOf(delivery: Sent, nu: Date): Envelop {
  const { type, release, partij, referentie } = delivery;
  const soort = MESSAGES[type].aard === 'heen' ? 'Di01' : 'Du01';
  if (referentie === null) throw new Error('a delivery by StUF has no referentienummer');
  return {
    soort,
    zender: { organisatie: senderOf(delivery), applicatie: PRODUCT.naam },
    ontvanger: { organisatie: partij, applicatie: KNOOPPUNT },
    referentienummer: referentie,
    tijdstipBericht: tijdstip(nu),
    crossRefnummer: soort === 'Du01' ? crossRefnummer(delivery) : null,
    functie: type,
    applicatieVersie: PRODUCT.versie,
    applicatieSubversie: PRODUCT.subversie,
    ...versieVan(release),
  };
}

/** By the type: a retourbericht keeps the Afzender of what it answers in its Header. */
function senderOf({ type, afzender, ontvanger }: Sent): string {
  const gemeenteSends = MESSAGES[type].zender === 'gemeente';
  return (afzender.length === 4) === gemeenteSends ? afzender : ontvanger;
}

/**
 * The number of what it answers, as this party knows it: under which it was delivered to the party, or which the party gave it. What
 * came by another way has none; then the id of that message stands here, in the form that the schema asks for.
 */
function crossRefnummer({ opReferentie, opVia, opTransportId, inAntwoordOp, berichtId }: Sent): string {
  if (opReferentie !== null && UUID_V4.test(opReferentie)) return opReferentie;
  if (opVia === 'stuf' && opTransportId !== null && UUID_V4.test(opTransportId)) return opTransportId;
  const id = inAntwoordOp ?? berichtId;
  return `${id.slice(0, 14)}4${id.slice(15)}`;
}

/** A number that is the same each time that this is told. */
export function numberOf(...parts: readonly string[]): string {
  const hex = createHash('sha256').update(parts.join('\n')).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}
