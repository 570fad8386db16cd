import { envelope } from '../access/envelope.ts';
import type { PartyPrincipal } from '../access/principal.ts';
import type { Gateway } from '../gateway/gateway.ts';
import type { ConnectorDoor, ConnectorIn } from './connector-in.ts';

/** The door of this gateway for one connector: whoever comes that way acts for the party that the connector names. */
export function doorOf(
  { intake }: Pick<Gateway, 'intake'>,
  { name, via }: Pick<ConnectorIn, 'name' | 'via'>,
): ConnectorDoor {
  return (bytes, { party, transportId }) => {
    const principal: PartyPrincipal = {
      kind: 'party',
      // Codes of aanbieders have eight digits, those of gemeenten four.
      role: party.length === 8 ? 'aanbieder' : 'gemeente',
      parties: [party],
      ...{ via, keyId: name, keyName: name, readOnly: false },
    };
    return intake.receive(principal, bytes, envelope(via, transportId));
  };
}
