import type { VNode } from 'preact';

const HOOG = 20;
const BREED = 4;

/** A row of small bars: the shape of what happened. Its figures stand beside it, and in its name for who cannot see it. */
export function Trend({ van, wat }: { readonly van: readonly number[]; readonly wat: string }): VNode {
  const meest = Math.max(1, ...van);
  return (
    <svg
      class="trend"
      role="img"
      aria-label={`${wat}: ${van.join(', ')}`}
      width={van.length * BREED}
      height={HOOG}
      viewBox={`0 0 ${van.length * BREED} ${HOOG}`}
    >
      {van.map((aantal, i) => {
        // What is there at all can be seen.
        const hoog = aantal === 0 ? 0 : Math.max(1, Math.round((aantal / meest) * HOOG));
        return <rect x={i * BREED} y={HOOG - hoog} width={BREED - 1} height={hoog} />;
      })}
    </svg>
  );
}
