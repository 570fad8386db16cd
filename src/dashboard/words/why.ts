import type { BerichtBeeld, BerichtRegel } from '../../gateway/messages.ts';
import { labelVan } from '../../standard/codelists/labels.ts';
import type { Status } from '../../verdict/verdict.ts';
import { count } from '../kit/value.tsx';
import type { Answered } from './answered.ts';
import { codeMeans } from './causes.ts';
import { refusals, ruleName, rulesText } from './rules.ts';
import { answerOf, isSent, refusesRequest } from './sent.ts';

/** Not taken up, or not as it was sent: what only signals something did not do that. */
export const NIET_GOED: readonly Status[] = ['afgekeurd', 'deels-goedgekeurd', 'geweigerd'];

/**
 * Why a message was not taken up as it was sent, in a few words; of an answer why it refuses: by the rules that stand on what it
 * answers, or by the retourcodes of what a system of a party answered. Empty where there is nothing to tell.
 */
export function whyText(
  regel: Pick<BerichtRegel, 'type' | 'via' | 'status' | 'perRegel' | 'bevindingen' | 'zegt' | 'zegtCodes'>,
  beantwoord: Answered | undefined,
): string {
  if (refusesRequest(regel)) return codesText(regel).join(', ');
  if (isSent(regel)) {
    const zegt = answerOf(regel, beantwoord?.status);
    return zegt === null || zegt.toon === 'goed' || beantwoord === undefined ? '' : withCodes(beantwoord);
  }
  const codes = codesText(regel).join(', ');
  const regels = NIET_GOED.includes(regel.status) ? refusals(regel) : regel.perRegel;
  return [codes, rulesText(regels)].filter((deel) => deel !== '').join(', ');
}

/** Why an answer does not grant all, by the codes that were kept of it: of a JW319 the reason, else the retourcodes. */
export function codesText(antwoord: Pick<BerichtBeeld, 'type' | 'zegtCodes'>): readonly string[] {
  const codes = antwoord.zegtCodes ?? [];
  return antwoord.type === 'JW319' ? codes.map((code) => `reden: ${requestReason(code)}`) : codes.map(codeText);
}

/** `Past niet binnen budget (2)`: why a request was refused. */
export function requestReason(reden: string): string {
  const wat = labelVan('3.2', 'LDT_RedenAfwijzingVerzoek', reden);
  return wat === null ? reden : `${wat} (${reden})`;
}

/** A retourcode and what it means. */
function codeText(code: string): string {
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
