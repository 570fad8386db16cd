import type { VNode } from 'preact';

export interface Reeks {
  readonly naam: string;
  readonly waarden: readonly number[];
  /** A name of a colour in the style sheet. */
  readonly kleur: string;
}

/**
 * A chart; the numbers stand in the page as data and the script draws them. Without scripts the table below it says the
 * same, and so it does to who does not see it.
 */
export function Grafiek(props: {
  readonly titel: string;
  readonly assen: readonly string[];
  readonly reeksen: readonly Reeks[];
  readonly soort?: 'staven' | 'lijnen';
  readonly eenheid?: 'euro';
  /** What stands along the axis. */
  readonly as?: 'Uur' | 'Dag' | 'Maand';
}): VNode {
  const { titel, assen, reeksen, soort = 'staven', eenheid, as = 'Maand' } = props;
  return (
    <figure class="grafiek" data-grafiek={JSON.stringify({ assen, reeksen, soort, eenheid, as })}>
      <figcaption>{titel}</figcaption>
      <div class="doek" role="img" aria-label={`${titel}; de cijfers staan in de tabel hieronder`} />
    </figure>
  );
}
