import type { ComponentChildren, VNode } from 'preact';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import type { Step, Story } from '../../../gateway/people/stories.ts';
import { Sectie } from '../../kit/lijst.tsx';
import { type Gebeurd, Tijdlijn } from '../../kit/tijdlijn.tsx';
import { naarHerhaling } from '../../words/links.ts';
import { VIA_NAMES } from '../../words/messages.ts';
import type { Names } from '../../words/names.ts';
import { rulesText } from '../../words/rules.ts';

/** From receipt, over each judgement, to the last delivery. */
export function Tijd(props: {
  readonly van: Story;
  /** What the gemeente decided on the requests in it. */
  readonly besluiten: readonly Gebeurd[];
  readonly staff: boolean;
  readonly names: Names;
}): VNode {
  const { van, besluiten, staff, names } = props;
  const { bericht } = van;
  const afleveringen = bericht.afleveringen.map((a) => ({
    op: a.op,
    wat: `Aflevering bij ${names.party(a.partij)}: ${a.status}`,
  }));
  const alles: Gebeurd[] = [...vanBericht(van, staff), ...afleveringen, ...besluiten];
  return (
    <Sectie kop="Tijdlijn">
      <Tijdlijn van={alles.toSorted((een, ander) => een.op.localeCompare(ander.op))} />
    </Sectie>
  );
}

/** What was composed here has no steps; of the rest the message itself tells what is not kept. */
function vanBericht({ bericht: b, steps }: Story, staff: boolean): Gebeurd[] {
  if (b.via === null) return [{ op: b.ontvangenOp, wat: 'Samengesteld door de gateway' }];
  const verteld = (kind: Step['kind']) => steps.some((step) => step.kind === kind);
  return [
    ...(verteld('received') ? [] : [{ op: b.ontvangenOp, wat: langs(b) }]),
    ...steps.map((step) => ({ op: step.op, wat: stap(step, b, staff) })),
    ...(b.beoordeeldOp === null || verteld('judged') ? [] : [{ op: b.beoordeeldOp, wat: `Beoordeeld: ${b.status}` }]),
  ];
}

function langs({ via }: BerichtBeeld): string {
  return via === null ? 'Ontvangen' : `Ontvangen langs ${VIA_NAMES[via]}`;
}

function stap(step: Step, bericht: BerichtBeeld, staff: boolean): ComponentChildren {
  if (step.kind === 'received') return langs(bericht);
  if (step.kind === 'judged') {
    const { status, afsprakenVersie } = step;
    return `Beoordeeld: ${status}${afsprakenVersie === null ? '' : ` (met afspraken ${afsprakenVersie})`}`;
  }
  const { by, perRegel } = step;
  const stond = Object.keys(perRegel).length === 0 ? '' : ` Tot dan stond er: ${rulesText(perRegel)}.`;
  if (by === null) return `Opnieuw gestuurd door de afzender.${stond}`;
  // Who works for the gateway is nothing that a party needs to know.
  if (!staff) return `Opnieuw ter beoordeling aangeboden door de beheerder van de gateway.${stond}`;
  return (
    <>
      Opnieuw ter beoordeling aangeboden door {by.naam ?? 'een beheerder'}
      {by.herhaling === null ? null : (
        <>
          ,{' '}
          <a href={naarHerhaling(by.herhaling, { ...bericht, regels: Object.keys(perRegel) })}>
            met andere van dezelfde oorzaak
          </a>
        </>
      )}
      .{stond}
    </>
  );
}
