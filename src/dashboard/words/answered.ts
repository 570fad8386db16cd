import type { BerichtRegel } from '../../gateway/messages.ts';
import { perRegel } from '../../rules/verslag.ts';
import type { PageRequest } from '../page.ts';
import { answeredElsewhere } from './sent.ts';

/** So many more are looked up: a screen holds fewer, a file says of the rest only how far they are. */
const HOOGSTENS = 500;

/** Of a message that was answered: what became of it, and how often each rule. */
export type Answered = Pick<BerichtRegel, 'status' | 'perRegel' | 'bevindingen'>;

/** By id what the answers among these messages answer, as far as it is in sight; in one look for all of them. */
export async function answeredBy(
  { api, principal }: PageRequest,
  berichten: readonly BerichtRegel[],
): Promise<ReadonlyMap<string, Answered>> {
  const elders = answeredElsewhere(berichten).slice(0, HOOGSTENS);
  const gelezen =
    elders.length === 0 ? [] : await api.gateway.messages.readMany(elders.map((id) => ({ principal, id })));
  return new Map<string, Answered>([
    ...berichten.map((een) => [een.id, een] as const),
    ...gelezen.flatMap((een) =>
      een === undefined ? [] : [[een.id, { ...een, perRegel: perRegel(een.bevindingen) }] as const],
    ),
  ]);
}
