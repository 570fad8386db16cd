/** A second bookkeeping of a signaalbudget, that imports nothing: every question is answered by counting all over. */
export type Gebeurtenis =
  | { readonly soort: 'declaratie'; readonly regels: readonly Regel[] }
  | { readonly soort: 'toekenning'; readonly bedrag: number };

export interface Regel {
  readonly naam: number;
  readonly bedrag: number;
  /** The line that a credit takes back; null for a debet. */
  readonly vanRegel: number | null;
  readonly geweigerd: boolean;
}

export interface Stand {
  readonly gebruikt: number;
  readonly maximum: number;
  readonly tienden: number;
  readonly signalen: number;
}

export function hertel(begin: number, percentage: number, geschiedenis: readonly Gebeurtenis[]): Stand {
  let signalen = 0;
  for (let n = 1; n <= geschiedenis.length; n++) {
    const voor = lijn(som(geschiedenis.slice(0, n - 1)), plafond(begin, geschiedenis.slice(0, n - 1)), percentage);
    const na = lijn(som(geschiedenis.slice(0, n)), plafond(begin, geschiedenis.slice(0, n)), percentage);
    if (na > voor) signalen++;
  }
  const [gebruikt, maximum] = [som(geschiedenis), plafond(begin, geschiedenis)];
  return { gebruikt, maximum, tienden: Number((BigInt(gebruikt) * 1000n) / BigInt(maximum)), signalen };
}

function som(geschiedenis: readonly Gebeurtenis[]): number {
  const regels = geschiedenis.flatMap((g) => (g.soort === 'declaratie' ? g.regels : []));
  const geldig = regels.filter((regel) => !regel.geweigerd);
  const debets = geldig.filter((regel) => regel.vanRegel === null);
  const terug = geldig.map((regel) => regel.vanRegel);
  return debets.filter((debet) => !terug.includes(debet.naam)).reduce((totaal, debet) => totaal + debet.bedrag, 0);
}

function plafond(begin: number, geschiedenis: readonly Gebeurtenis[]): number {
  let bedrag = begin;
  for (const g of geschiedenis) if (g.soort === 'toekenning') bedrag = g.bedrag;
  return bedrag;
}

function lijn(gebruikt: number, maximum: number, percentage: number): number {
  if (gebruikt > maximum) return 2;
  return gebruikt > 0 && gebruikt / maximum >= percentage / 100 ? 1 : 0;
}
