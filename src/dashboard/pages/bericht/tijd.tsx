import type { VNode } from 'preact';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { type Gebeurd, Tijdlijn } from '../../kit/tijdlijn.tsx';
import { VIA_NAMES } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';

/** From receipt to the last delivery. */
export function Tijd({ bericht: b, names }: { readonly bericht: BerichtBeeld; readonly names: Names }): VNode {
  const langs = b.via === null ? 'Samengesteld door de gateway' : `Ontvangen langs ${VIA_NAMES[b.via]}`;
  const alles: Gebeurd[] = [
    { op: b.ontvangenOp, wat: langs },
    ...(b.beoordeeldOp === null || b.via === null ? [] : [{ op: b.beoordeeldOp, wat: `Beoordeeld: ${b.status}` }]),
    ...b.afleveringen.map((a) => ({ op: a.op, wat: `Aflevering bij ${names.party(a.partij)}: ${a.status}` })),
  ];
  return (
    <Sectie kop="Tijdlijn">
      <Tijdlijn van={alles.toSorted((een, ander) => een.op.localeCompare(ander.op))} />
    </Sectie>
  );
}
