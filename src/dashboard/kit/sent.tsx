import type { VNode } from 'preact';
import type { BerichtBeeld } from '../../gateway/messages.ts';
import { answerOf, deliveryOf } from '../words/sent.ts';
import { Merk } from './merk.tsx';

/**
 * Of a message that the gateway composed, in place of a judgement: what it tells, and how far it is on its way. Of an answer the
 * way stands below in words: a cross and a tick beside each other say nothing.
 */
export function Sent(props: {
  readonly van: Pick<BerichtBeeld, 'type' | 'afleveringen' | 'zegt'>;
  /** Status of the message that it answers; undefined where nobody looked, or it is out of sight. */
  readonly beantwoord: BerichtBeeld['status'] | undefined;
}): VNode {
  const { van, beantwoord } = props;
  const zegt = answerOf(van, beantwoord);
  const weg = deliveryOf(van);
  if (zegt === null) return <Merk toon={weg.toon}>{weg.wat}</Merk>;
  return (
    <>
      <Merk toon={zegt.toon}>{zegt.wat}</Merk>{' '}
      {weg.toon === 'fout' ? <Merk toon="fout">{weg.wat}</Merk> : <small class="uitleg">{weg.wat}</small>}
    </>
  );
}
