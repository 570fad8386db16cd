import type { Gateway } from '../gateway/gateway.ts';
import type { Door } from './connector-in.ts';

const EPOCH = new Date(0).toISOString();

/** The door of this gateway for one connector: whoever comes that way acts for the party that the connector names. */
export function doorOf(gateway: Pick<Gateway, 'receive'>, connector: string): Door {
  return (bytes, { party }) => {
    // Codes of aanbieders have eight digits, those of gemeenten four.
    const rol = party.length === 8 ? 'aanbieder' : 'gemeente';
    return gateway.receive(bytes, {
      id: connector,
      naam: connector,
      rol,
      partij: party,
      regios: null,
      gemaaktOp: EPOCH,
    });
  };
}
