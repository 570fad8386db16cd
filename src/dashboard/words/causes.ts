import { overzicht } from '../../rules/overzicht.ts';
import { RETOURCODES } from '../../standard/codelists/retourcodes.ts';

/** Says no more than that something is wrong: then the rule itself is worth more. */
const SAYS_NOTHING = '0001';

/** `{element} {waarde} ligt …`: of one finding it names the field and its value. */
function inGeneral(tekst: string): string {
  return tekst
    .replace(/^\{element\} \{waarde\}/, 'Een waarde')
    .replace(/^\{element\}/, 'Een veld')
    .replaceAll(/ \(\{\w+\}\)/g, '')
    .replaceAll(/\{\w+\}/g, '…');
}

/** What each rule says, with dots where a finding has its own values. */
let teksten: ReadonlyMap<string, string> | undefined;

function textOf(regel: string): string | null {
  teksten ??= new Map(overzicht().regels.map(({ code, tekst }) => [code, inGeneral(tekst)]));
  return teksten.get(regel) ?? null;
}

/** What a retourcode means; null where it says no more than that something is wrong. */
export function codeMeans(retourcode: string | null): string | null {
  return retourcode === null || retourcode === SAYS_NOTHING ? null : (RETOURCODES[retourcode] ?? null);
}

/** What a cause is about: in the words of the standard, else in those of the rule itself; null where neither tells. */
export function causeMeans(regel: string, retourcode: string | null): string | null {
  if (regel === 'XSD') return 'De structuur of een waarde past niet bij de standaard.';
  if (regel.startsWith('POORT-')) return 'Het bestand is niet als bericht te lezen.';
  return codeMeans(retourcode) ?? textOf(regel);
}
