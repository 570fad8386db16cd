import type { ComponentChildren, VNode } from 'preact';

/** Facts: a name and what it is. What is empty is left out. */
export function Feiten({ van }: { readonly van: readonly (readonly [string, ComponentChildren])[] }): VNode {
  return (
    <dl class="feiten">
      {van
        .filter(([, wat]) => wat !== null && wat !== undefined && wat !== '')
        .map(([naam, wat]) => (
          <div>
            <dt>{naam}</dt>
            <dd>{wat}</dd>
          </div>
        ))}
    </dl>
  );
}

export function Sectie(props: {
  readonly kop: string;
  readonly id?: string;
  readonly children: ComponentChildren;
}): VNode {
  const { kop, id, children } = props;
  return (
    <section id={id}>
      <h2>{kop}</h2>
      {children}
    </section>
  );
}

/** One or more of something. */
export function veelvoud(aantal: number, een: string, meer: string): string {
  return aantal === 1 ? een : meer;
}

/** A figure that is a link to the list behind it. */
export function Cijfer(props: {
  readonly naar: string;
  readonly aantal: string;
  readonly wat: string;
  readonly bij?: ComponentChildren;
  readonly toon?: 'rustig' | 'let-op' | 'fout';
}): VNode {
  const { naar, aantal, wat, bij, toon = 'rustig' } = props;
  return (
    <li class={`cijfer ${toon}`}>
      <a href={naar}>
        <strong>{aantal}</strong> {wat}
      </a>
      {bij === undefined ? null : <span class="uitleg">{bij}</span>}
    </li>
  );
}
