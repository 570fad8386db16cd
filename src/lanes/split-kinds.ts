import type { LaanWerk } from '../store/lanes/contract.ts';
import type { OpdrachtWerk } from './commands/command.ts';

export type BerichtWerk = Extract<LaanWerk, { kind: 'bericht' }>;

export type WorkPart =
  | { readonly kind: 'berichten'; readonly berichten: readonly BerichtWerk[] }
  | { readonly kind: 'opdracht'; readonly opdracht: OpdrachtWerk };

/** Runs of messages, with the commands that stand between them alone, in the order of the lane. */
export function splitKinds(werk: readonly LaanWerk[]): WorkPart[] {
  const parts: WorkPart[] = [];
  let run: BerichtWerk[] | null = null;
  for (const one of werk) {
    if (one.kind === 'opdracht') {
      parts.push({ kind: 'opdracht', opdracht: one });
      run = null;
    } else if (run === null) {
      run = [one];
      parts.push({ kind: 'berichten', berichten: run });
    } else {
      run.push(one);
    }
  }
  return parts;
}
