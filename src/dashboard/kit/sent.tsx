import type { VNode } from 'preact';
import type { BerichtBeeld } from '../../gateway/messages.ts';
import { answerOf, deliveryOf } from '../words/sent.ts';
import { Merk } from './merk.tsx';

/** Of a message that the gateway composed, in place of a judgement: what it tells, and how far it is on its way. */
export function Sent(props: {
  readonly van: Pick<BerichtBeeld, 'type' | 'afleveringen'>;
  /** Status of the message that it answers; undefined where nobody looked, or it is out of sight. */
  readonly beantwoord: BerichtBeeld['status'] | undefined;
}): VNode {
  const { van, beantwoord } = props;
  const zegt = answerOf(van, beantwoord);
  const weg = deliveryOf(van);
  return (
    <>
      {zegt === null ? null : (
        <>
          <Merk toon={zegt.toon}>{zegt.wat}</Merk>{' '}
        </>
      )}
      <Merk toon={weg.toon}>{weg.wat}</Merk>
    </>
  );
}
