import type { VNode } from 'preact';
import type { DryRun } from '../../../gateway/trials/dry-run.ts';
import { euros } from '../../kit/value.tsx';
import { totaalIn } from '../bericht/declaratie.ts';
import { bestandsnaam } from './bestandsnaam.ts';

/** Characters that a page holds as a file beside the box. */
const ALS_BESTAND = 1_500_000;

/** Of a message that would be approved: that nothing was sent, and the message as a file. */
export function Klaar(props: {
  readonly proef: Extract<DryRun, { kind: 'judged' }>;
  readonly tekst: string;
}): VNode | null {
  const { proef, tekst } = props;
  if (proef.status !== 'goedgekeurd' || tekst.length > ALS_BESTAND) return null;
  const totaal = totaalIn(tekst);
  return (
    <div class="bericht-vak goed">
      <p>
        <strong>Zo zou dit bericht worden goedgekeurd. Er is nog niets verstuurd.</strong>
        {totaal === null || proef.type !== 'JW323' ? '' : ` Er zou ${euros(totaal)} worden toegekend.`}
      </p>
      <p>
        <a
          download={bestandsnaam(proef.type, tekst)}
          href={`data:application/xml;base64,${Buffer.from(tekst).toString('base64')}`}
        >
          Bewaar de XML
        </a>{' '}
        en verstuur die met uw eigen systeem, of neem de verbeteringen daar over.
      </p>
    </div>
  );
}
