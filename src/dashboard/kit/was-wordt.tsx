import type { ComponentChildren, VNode } from 'preact';

/** What something is now, and what it would become. */
export interface Verandering {
  readonly wat: string;
  readonly was: ComponentChildren;
  readonly wordt: ComponentChildren;
  /** The difference, where it can be told. */
  readonly verschil?: ComponentChildren;
}

export function WasWordt(props: { readonly titel: string; readonly van: readonly Verandering[] }): VNode {
  const { titel, van } = props;
  const metVerschil = van.some(({ verschil }) => verschil !== undefined);
  return (
    <table>
      <caption class="alleen-gehoord">{titel}</caption>
      <thead>
        <tr>
          <th scope="col">Wat</th>
          <th scope="col">Was</th>
          <th scope="col">Wordt</th>
          {metVerschil ? <th scope="col">Verschil</th> : null}
        </tr>
      </thead>
      <tbody>
        {van.map(({ wat, was, wordt, verschil }) => (
          <tr>
            <th scope="row">{wat}</th>
            <td>{was}</td>
            <td>{wordt}</td>
            {metVerschil ? <td>{verschil}</td> : null}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
