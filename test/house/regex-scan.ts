/** A regular expression as it stands in the source. */
export interface Literal {
  readonly bron: string;
  readonly vlaggen: string;
  readonly regel: number;
}

const WOORD = /[\p{L}\p{N}_$]/u;
/** After these words an expression begins, so that a slash opens a regular expression. */
const VOOR_UITDRUKKING = new Set([
  'return',
  'typeof',
  'case',
  'in',
  'of',
  'do',
  'else',
  'void',
  'delete',
  'throw',
  'new',
  'await',
  'yield',
]);

/**
 * Every regular expression literal of a source file, read character by character: strings, templates and comments are
 * passed over, and a slash divides only behind a value.
 */
export function literalsVan(tekst: string): Literal[] {
  const literals: Literal[] = [];
  /** Open braces; 'template' is one inside a template, where the text goes on behind it. */
  const haken: ('blok' | 'template')[] = [];
  let vorige = '';
  let i = tekst.startsWith('#!') ? tekst.indexOf('\n') : 0;

  const tot = (einde: string) => {
    const plaats = tekst.indexOf(einde, i);
    i = plaats < 0 ? tekst.length : plaats + einde.length;
  };
  const string = (aanhaling: string) => {
    for (i++; i < tekst.length && tekst[i] !== aanhaling; i++) if (tekst[i] === '\\') i++;
    i++;
    vorige = 'waarde';
  };
  const template = () => {
    for (; i < tekst.length; i++) {
      if (tekst[i] === '\\') i++;
      else if (tekst[i] === '`') break;
      else if (tekst.startsWith('${', i)) {
        haken.push('template');
        i += 2;
        vorige = '';
        return;
      }
    }
    i++;
    vorige = 'waarde';
  };
  const regex = () => {
    const begin = i + 1;
    let inKlasse = false;
    for (i = begin; i < tekst.length && (inKlasse || tekst[i] !== '/'); i++) {
      if (tekst[i] === '\\') i++;
      else if (tekst[i] === '[') inKlasse = true;
      else if (tekst[i] === ']') inKlasse = false;
    }
    const bron = tekst.slice(begin, i);
    const vlaggen = /^[a-z]*/.exec(tekst.slice(i + 1, i + 10))?.[0] ?? '';
    literals.push({ bron, vlaggen, regel: tekst.slice(0, begin).split('\n').length });
    i += 1 + vlaggen.length;
    vorige = 'waarde';
  };

  while (i < tekst.length) {
    const teken = tekst.charAt(i);
    if (tekst.startsWith('//', i)) tot('\n');
    else if (tekst.startsWith('/*', i)) tot('*/');
    else if (/\s/.test(teken)) i++;
    else if (teken === "'" || teken === '"') string(teken);
    else if (teken === '`') {
      i++;
      template();
    } else if (teken === '/') {
      if (vorige === 'waarde') {
        i++;
        vorige = '';
      } else regex();
    } else if (WOORD.test(teken)) {
      const begin = i;
      while (i < tekst.length && WOORD.test(tekst.charAt(i))) i++;
      vorige = VOOR_UITDRUKKING.has(tekst.slice(begin, i)) ? '' : 'waarde';
    } else if (teken === '}' && haken.pop() === 'template') {
      i++;
      template();
    } else {
      if (teken === '{') haken.push('blok');
      vorige = teken === ')' || teken === ']' ? 'waarde' : '';
      i++;
    }
  }
  return literals;
}
