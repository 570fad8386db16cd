import { overzicht } from '../../rules/overzicht.ts';

/** What of the past a rule looks at, by the letters of its `kennis`. */
const VERLEDEN: Readonly<Record<string, string>> = {
  T: 'toewijzingen',
  R: 'gemelde starts en stops',
  V: 'verzoeken',
  D: 'eerdere declaraties',
  H: 'eerdere berichten',
};

let perRegel: ReadonlyMap<string, readonly string[]> | undefined;

/** What of the past a rule looks at; empty where the message, the clock and the contracts are all it needs. */
export function pastOf(regel: string): readonly string[] {
  perRegel ??= new Map(
    overzicht().regels.map(({ code, kennis }) => [
      code,
      Object.entries(VERLEDEN).flatMap(([letter, wat]) => (kennis.includes(letter) ? [wat] : [])),
    ]),
  );
  return perRegel.get(regel) ?? [];
}
