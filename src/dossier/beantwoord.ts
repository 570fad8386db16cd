import type { Groep } from '../xml/tree.ts';

/** The message that a received retourbericht, JW325 or JW304 answers. */
export interface BeantwoordBericht {
  readonly id: string;
  readonly type: string;
  readonly release: string;
  /** Already answered by a message that was accepted. */
  readonly alBeantwoord: boolean;
  /** Its content, for rules that compare (TR366, TR367). */
  readonly inhoud: Groep;
}
