import type { VNode } from 'preact';
import { AROUND, urlWith } from './surroundings.ts';

/** To the next part of a list; the way back is the browser's. */
export function Blader({ next, eerste }: { readonly next: string | null; readonly eerste: boolean }): VNode | null {
  if (next === null && eerste) return null;
  return (
    <AROUND.Consumer>
      {({ url }) =>
        url === null ? null : (
          <nav class="blader" aria-label="Bladeren">
            {eerste ? null : <a href={urlWith(url, { na: null })}>Naar het begin</a>}
            {next === null ? null : (
              <a href={urlWith(url, { na: next })} rel="next">
                Volgende bladzijde
              </a>
            )}
          </nav>
        )
      }
    </AROUND.Consumer>
  );
}
