import type { BerichtBeeld } from '../../../gateway/messages.ts';

/** Rules whose text tells how much was declared before, as it was when the message was judged. */
const STAND_VAN_TOEN: ReadonlySet<string> = new Set(['TR322', 'TR369']);

/** Beside a finding that counts what was declared before: of which day that is, and when its advice does not help. */
export function vanDeDag(regel: string): string | null {
  return STAND_VAN_TOEN.has(regel)
    ? 'Wat al was gedeclareerd is de stand op de dag van de beoordeling. Past er nu niets meer, dan helpt verlagen niet: vraag eerst om een ruimere toewijzing (met een JW317, of bij de gemeente). De aanbieder ziet op Proberen wat er nu nog past.'
    : null;
}

/** Behind what a refused declaratie is to do: that there may be nothing to send. Empty where no line asked for too much. */
export function misschienVol({ bevindingen }: Pick<BerichtBeeld, 'bevindingen'>): string {
  return bevindingen.some(({ regel }) => STAND_VAN_TOEN.has(regel))
    ? ' Is een toewijzing opgebruikt, dan is er voor die prestatie nu niets te sturen; Proberen laat zien wat er nog past.'
    : '';
}
