import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { DeliveryOutcome } from '../../src/outbox/delivery-outcome.ts';
import { type ConnectorAtWork, connectorContract, type PartyAnswer } from './contract.ts';
import { DummyConnector } from './dummy.ts';

const OUTCOMES: Readonly<Record<Exclude<PartyAnswer, 'lost'>, DeliveryOutcome>> = {
  take: { kind: 'confirmed' },
  busy: { kind: 'failed', class: 'transient', code: 'bezet' },
  never: { kind: 'failed', class: 'permanent', code: 'geweigerd' },
};

async function dummy(channel: string): Promise<ConnectorAtWork> {
  const connector = new DummyConnector(channel);
  const seen: { id: string; party: string; bytes: Uint8Array }[] = [];
  let how: (id: string) => PartyAnswer | Promise<PartyAnswer> = () => 'take';
  connector.taken = async ({ berichtId, partij, bytes }) => {
    seen.push({ id: berichtId, party: partij, bytes });
    const answer = await how(berichtId);
    if (answer === 'lost') throw new Error('the line broke');
    return OUTCOMES[answer];
  };
  return {
    connector,
    seen,
    answer: (anders) => {
      how = anders;
    },
    post: (party, bytes) =>
      new Promise((resolve) => {
        connector.post({ party, bytes, acknowledge: resolve, refuse: () => resolve(null) });
      }),
  };
}

connectorContract('dummy', dummy);

it('a connector of the simplest kind takes at most sixty lines', () => {
  const text = readFileSync(join(import.meta.dirname, 'dummy.ts'), 'utf8');
  expect(text.split('\n').length - 1).toBeLessThanOrEqual(60);
});
