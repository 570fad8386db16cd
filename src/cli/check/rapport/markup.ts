/** Markup that is safe to send: made by `html` only. */
export class Markup {
  readonly tekst: string;
  constructor(tekst: string) {
    this.tekst = tekst;
  }
}

type Stuk = string | number | Markup | readonly Markup[];

const TEKENS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** A template whose every value is escaped, unless it is Markup itself. */
export function html(vast: TemplateStringsArray, ...stukken: readonly Stuk[]): Markup {
  return new Markup(vast.reduce((tot, deel, i) => tot + veilig(stukken[i - 1] ?? '') + deel));
}

function veilig(stuk: Stuk): string {
  if (stuk instanceof Markup) return stuk.tekst;
  if (Array.isArray(stuk)) return stuk.map((m: Markup) => m.tekst).join('');
  return String(stuk).replace(/[&<>"']/g, (teken) => TEKENS[teken] ?? teken);
}
