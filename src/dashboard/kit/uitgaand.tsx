import type { VNode } from 'preact';
import type { BerichtType } from '../../standard/message-types.ts';
import { messageName } from '../words/messages.ts';
import type { Names } from '../words/names.ts';
import { Xml } from './rol.tsx';

/** Messages that would go out, each with its text behind it. */
export function Uitgaand(props: {
  readonly van: readonly { readonly type: BerichtType; readonly ontvanger: string; readonly xml: string }[];
  readonly names: Names;
}): VNode {
  const { van, names } = props;
  return (
    <>
      {van.map(({ type, ontvanger, xml }) => (
        <details>
          <summary>
            {messageName(type)} aan {names.party(ontvanger)}
          </summary>
          <Xml label={`De XML van de ${type}`}>{xml}</Xml>
        </details>
      ))}
    </>
  );
}
