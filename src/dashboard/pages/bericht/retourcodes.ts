import { OPGENOMEN } from '../../../verdict/ontvangen/codes.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';
import { codeMeans } from '../../words/causes.ts';
import { bedragIn, referentieIn } from './prestatie.ts';

/** What an answer says of one of the things in what it answers. */
export interface RetourcodeOver {
  /** The element that it is said of, by its name in the answer. */
  readonly over: string;
  /** The number by which both sides know it; null where it has none. */
  readonly nummer: string | null;
  /** What was asked for, eurocents; null where no amount stands there. */
  readonly bedrag: number | null;
  readonly code: string;
  readonly betekent: string | null;
}

/** So many are told; a declaratie may hold tens of thousands of lines. */
const HOOGSTENS = 200;

const CODE = /<(?:[\w.-]{1,40}:)?RetourCode>([^<]{1,40})</g;
/** The end of the codes, and of what they were said of. */
const VAN = /<\/(?:[\w.-]{1,40}:)?RetourCodes>\s*<\/([\w.:-]{1,110})>/g;
const NUMMER = /<(?:[\w.-]{1,40}:)?(?:ReferentieAanbieder|ToewijzingNummer)>([^<]{1,64})</;

/** Every retourcode in an answer that says something else than that it was taken up, with what it is said of. */
export function retourcodesIn(xml: string): readonly RetourcodeOver[] {
  const gevonden: RetourcodeOver[] = [];
  for (const { 1: waarde = '', index } of xml.matchAll(CODE)) {
    const code = waarde.trim();
    if (OPGENOMEN.has(code)) continue;
    if (gevonden.length === HOOGSTENS) break;
    VAN.lastIndex = index;
    const [, naam = ''] = VAN.exec(xml) ?? [];
    const over = naam.slice(naam.indexOf(':') + 1);
    const begin = xml.lastIndexOf(`<${naam}>`, index);
    const tekst = begin === -1 || over === 'Header' ? '' : xml.slice(begin, index);
    gevonden.push({ over, code, betekent: codeMeans(code), ...welke(over, tekst) });
  }
  return gevonden;
}

/** A line by its own number, which in iJW 2.3 stands behind that of its toewijzing. */
function welke(over: string, tekst: string): Pick<RetourcodeOver, 'nummer' | 'bedrag'> {
  if (over === 'Prestatie') return { nummer: referentieIn(tekst), bedrag: bedragIn(tekst) };
  const [, nummer] = NUMMER.exec(tekst) ?? [];
  return { nummer: nummer === undefined || over === 'Client' ? null : kenmerkVeld(nummer), bedrag: null };
}
