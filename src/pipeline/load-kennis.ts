import type { KennisData } from '../rules/kennis.ts';
import type { LaanStore } from '../store/store.ts';
import type { KennisVraag } from '../verdict/kennis-vraag.ts';

/** Context of one message; the message that it answers still as bytes, because only judging threads read XML. */
export interface GeladenKennis {
  readonly kennis: KennisData;
  readonly beantwoordBytes: Uint8Array | null;
}

/** Loads the context of a group of messages in a fixed number of queries, in the order asked. */
export type KennisLoader = (vragen: readonly KennisVraag[]) => Promise<readonly GeladenKennis[]>;

/** The loader on a store; what the store cannot know (the content of XML) is left to the judging thread. */
export function kennisLoader(store: Pick<LaanStore, 'loadKennis'>): KennisLoader {
  return (vragen) => store.loadKennis(vragen);
}
