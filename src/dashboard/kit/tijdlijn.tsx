import type { ComponentChildren, VNode } from 'preact';
import { Moment } from './value.tsx';

export interface Gebeurd {
  readonly op: string;
  readonly wat: ComponentChildren;
}

/** What happened, in order. */
export function Tijdlijn({ van }: { readonly van: readonly Gebeurd[] }): VNode {
  return (
    <ol class="tijdlijn">
      {van.map(({ op, wat }) => (
        <li>
          <Moment op={op} /> <span>{wat}</span>
        </li>
      ))}
    </ol>
  );
}
