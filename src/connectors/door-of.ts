import { envelope } from '../access/envelope.ts';
import type { PartyPrincipal } from '../access/principal.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { ConnectorDoor, ConnectorIn, DoorForMany } from './connector-in.ts';

/** The door of this gateway for one connector: whoever comes that way acts for the party that the connector names. */
export function doorOf(
  { intake }: Pick<Gateway, 'intake'>,
  { name, via }: Pick<ConnectorIn, 'name' | 'via'>,
): ConnectorDoor {
  return (bytes, { party, transportId }) =>
    intake.receive(partyOf(party, { name, via }), bytes, envelope(via, transportId));
}

/** The same door for several at once. */
export function doorForMany(
  { intake }: Pick<Gateway, 'intake'>,
  { name, via }: Pick<ConnectorIn, 'name' | 'via'>,
): DoorForMany {
  return (brought) =>
    intake.receiveMany(
      brought.map(({ bytes, from: { party, transportId } }) => ({
        bytes,
        principal: partyOf(party, { name, via }),
        envelope: envelope(via, transportId),
      })),
    );
}

/** Who comes by a way beside HTTP: it acts for this party, and the name of the way stands where a key would. */
export function partyOf(party: string, { name, via }: Pick<ConnectorIn, 'name' | 'via'>): PartyPrincipal {
  return {
    kind: 'party',
    // Codes of aanbieders have eight digits, those of gemeenten four.
    role: party.length === 8 ? 'aanbieder' : 'gemeente',
    parties: [party],
    ...{ via, keyId: name, keyName: name, readOnly: false },
  };
}
