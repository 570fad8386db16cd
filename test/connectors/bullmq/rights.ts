import { GATEWAY_COMMANDS, PARTY_COMMANDS } from '../../../src/connectors/bullmq/rights.ts';

/** As docs/koppelingen.md tells to give them. */
export const GATEWAY_RIGHTS = ['resetchannels', '~bull:ijw-in-*', '~bull:ijw-uit-*', ...allow(GATEWAY_COMMANDS)];

export function PARTY_RIGHTS(party: string): readonly string[] {
  return ['resetchannels', `~bull:ijw-in-${party}:*`, `~bull:ijw-uit-${party}:*`, ...allow(PARTY_COMMANDS)];
}

function allow(commands: readonly string[]): readonly string[] {
  return commands.map((command) => `+${command}`);
}
