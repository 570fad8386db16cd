import type { BerichtRegel } from '../../gateway/messages.ts';
import { count } from '../kit/value.tsx';
import type { Answered } from './answered.ts';
import { codeMeans } from './causes.ts';
import { refusals, ruleName, rulesText } from './rules.ts';
import { answerOf, isSent } from './sent.ts';

/** Not taken up, or not as it was sent: what only signals something did not do that. */
const NIET_GOED: ReadonlySet<string> = new Set(['afgekeurd', 'deels-goedgekeurd', 'geweigerd']);

/**
 * Why a message was not taken up as it was sent, in a few words; of an answer why it refuses: by the rules that stand on what it
 * answers, or by the retourcodes of what a system of a party answered. Empty where there is nothing to tell.
 */
export function whyText(
  regel: Pick<BerichtRegel, 'type' | 'via' | 'status' | 'perRegel' | 'bevindingen' | 'zegtCodes'>,
  beantwoord: Answered | undefined,
): string {
  if (isSent(regel)) {
    const zegt = answerOf(regel, beantwoord?.status);
    return zegt === null || zegt.toon === 'goed' || beantwoord === undefined ? '' : withCodes(beantwoord);
  }
  const codes = (regel.zegtCodes ?? []).map(codeText).join(', ');
  const regels = NIET_GOED.has(regel.status) ? refusals(regel) : regel.perRegel;
  return [codes, rulesText(regels)].filter((deel) => deel !== '').join(', ');
}

/** A retourcode and what it means. */
export function codeText(code: string): string {
  const betekent = codeMeans(code);
  return `retourcode ${code}${betekent === null ? '' : `: ${betekent}`}`;
}

/** How often each rule, with the retourcode that the answer bears for it. */
function withCodes(beantwoord: Answered): string {
  const codes = new Map(beantwoord.bevindingen.map(({ regel, retourcode }) => [regel, retourcode]));
  return Object.entries(refusals(beantwoord))
    .map(([regel, aantal]) => {
      const code = codes.get(regel) ?? null;
      const met = code === null ? null : `(retourcode ${code})`;
      return [regel, ruleName(regel), met, aantal === 1 ? null : `×${count(aantal)}`];
    })
    .map((delen) => delen.filter((deel) => deel !== null).join(' '))
    .join(', ');
}
