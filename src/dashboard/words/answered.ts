import type { BerichtBeeld, BerichtRegel } from '../../gateway/messages.ts';
import type { PageRequest } from '../page.ts';
import { answeredElsewhere } from './sent.ts';

/** So many more are looked up: a screen holds fewer, a file says of the rest only how far they are. */
const HOOGSTENS = 500;

/** Status by id of what the answers among these messages answer, as far as it is in sight. */
export async function answeredBy(
  { api, principal }: PageRequest,
  berichten: readonly BerichtRegel[],
): Promise<ReadonlyMap<string, BerichtBeeld['status']>> {
  const elders = answeredElsewhere(berichten).slice(0, HOOGSTENS);
  const gelezen =
    elders.length === 0 ? [] : await api.gateway.messages.readMany(elders.map((id) => ({ principal, id })));
  return new Map(
    [...berichten, ...gelezen].flatMap((een) => (een === undefined ? [] : [[een.id, een.status] as const])),
  );
}
