import type { VNode } from 'preact';
import type { AfsprakenImport } from '../../../gateway/agreements.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { Moment } from '../../kit/value.tsx';
import { findingText } from '../../words/finding.ts';

const GETOOND = 20;

/** Who put which version when, and what changed with it. */
export function Versies({ van }: { readonly van: readonly AfsprakenImport[] }): VNode {
  return (
    <Sectie kop="Laatste versies">
      {van.map(({ nummer, versie, op, wijzigingen }) => (
        <details>
          <summary>
            Versie {nummer} (“{versie}”), <Moment op={op} />
          </summary>
          {wijzigingen.length === 0 ? <p class="leeg">Er veranderde niets.</p> : null}
          <ul>
            {wijzigingen.slice(0, GETOOND).map(({ melding }) => (
              <li>{findingText(melding)}</li>
            ))}
          </ul>
          {wijzigingen.length > GETOOND ? <p>En nog {wijzigingen.length - GETOOND} wijzigingen.</p> : null}
        </details>
      ))}
    </Sectie>
  );
}
