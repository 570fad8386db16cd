import type { OorzaakGroep } from '../../../gateway/refused/causes.ts';

export const TEKST_PATH = '/oorzaken/tekst/:partij/:soort/:regel';
/** In place of a type, where the message could not be read. */
export const ONLEESBAAR = 'onleesbaar';

/** What to tell the sender about this cause. */
export function naarTekst({ partij, type, regel }: OorzaakGroep): string {
  return `/oorzaken/tekst/${partij}/${type ?? ONLEESBAAR}/${encodeURIComponent(regel)}`;
}
