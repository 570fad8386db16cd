import type { Via } from '../../access/envelope.ts';

/**
 * The ways whose senders are told the verdict by the same way. `always`: each time that the message came, also the same
 * bytes again; `once`: once for each id that its sender gave it.
 */
export const FEEDBACK_WAYS: Partial<Readonly<Record<Via, 'always' | 'once'>>> = { amqp: 'always', stuf: 'once' };

export function waysThatTell(how: 'always' | 'once'): readonly string[] {
  return Object.entries(FEEDBACK_WAYS).flatMap(([via, as]) => (as === how ? [via] : []));
}
