import type { Bevinding } from '../../../findings/bevinding.ts';
import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { MEER } from '../../../rules/verslag.ts';
import { kenmerkVeld } from '../../../xml/kenmerk.ts';
import { plekIn, type Stuk, stukBij, stukkenVan } from './plek.ts';

const REFERENTIE = /<(?:[\w.-]{1,40}:)?ReferentieNummer>([^<]{1,64})</;
const BEDRAG = /<(?:[\w.-]{1,40}:)?Bedrag>\s*(\d{1,15})\s*</;
const CREDIT = /<(?:[\w.-]{1,40}:)?DebetCredit>C</;

/** A line of a declaratie as it stands in its text, with its ReferentieNummer as pages show it. */
export interface Prestatie {
  readonly referentie: string | null;
  readonly tekst: string;
}

/** The lines of a declaratie, in order. */
export function prestatiesIn(xml: string): readonly Prestatie[] {
  return stukkenVan(xml, 'Prestatie').map((stuk) => prestatieBij(xml, stuk));
}

function prestatieBij(xml: string, { begin, eind }: Stuk): Prestatie {
  const tekst = xml.slice(begin, eind);
  return { tekst, referentie: referentieIn(tekst) };
}

/** The ReferentieNummer of a line, as pages show it; null where its text does not say. */
export function referentieIn(prestatie: string): string | null {
  const [, referentie] = REFERENTIE.exec(prestatie) ?? [];
  return referentie === undefined ? null : kenmerkVeld(referentie);
}

/** Of findings in this XML the line of a declaratie that each is about; null of what is in none. */
export function lijnVan(xml: string | null): (een: Pick<Bevinding, 'lijn' | 'kolom'>) => Prestatie | null {
  if (xml === null) return () => null;
  const stukken = stukkenVan(xml, 'Prestatie');
  if (stukken.length === 0) return () => null;
  const plekVan = plekIn(xml);
  return (een) => {
    const plek = plekVan(een);
    const stuk = plek === null ? undefined : stukken[stukBij(stukken, plek)];
    return stuk === undefined ? null : prestatieBij(xml, stuk);
  };
}

/** The same, the ReferentieNummer alone. */
export function prestatieOf(xml: string | null): (een: Pick<Bevinding, 'lijn' | 'kolom'>) => string | null {
  const lijn = lijnVan(xml);
  return (een) => lijn(een)?.referentie ?? null;
}

/** What a line asks for, eurocents, with its sign; null where its text does not say. */
export function bedragIn(prestatie: string): number | null {
  const gevraagd = gevraagdIn(prestatie);
  const [, bedrag] = BEDRAG.exec(gevraagd) ?? [];
  return bedrag === undefined ? null : (CREDIT.test(gevraagd) ? -1 : 1) * Number(bedrag);
}

/** What it asks for, of iJW 2.3 and of 3.2: in 2.3 what was calculated and the btw stand before it, in an answer the granted behind. */
const GEVRAAGD = ['DeclaratieFactuurBedrag>', 'IngediendBedrag>'] as const;

function gevraagdIn(prestatie: string): string {
  for (const naam of GEVRAAGD) {
    const [, binnenin] = prestatie.split(naam, 2);
    if (binnenin !== undefined) return binnenin;
  }
  return '';
}

/**
 * Which lines of a declaratie that was granted in part were refused, by their number in its text. A finding on a Client refuses
 * all of its lines. Null where that is not told: by a gemeente with a system of its own, which grants by an answer of its own,
 * and by a report that was cut short or names a place outside of any client.
 */
export function afgewezenIn(
  { status, bevindingen, antwoorden }: Pick<BerichtBeeld, 'status' | 'bevindingen' | 'antwoorden'>,
  xml: string,
): ReadonlySet<number> | null {
  if (status !== 'deels-goedgekeurd' || antwoorden.length === 0) return null;
  const [lijnen, clienten, plekVan] = [stukkenVan(xml, 'Prestatie'), stukkenVan(xml, 'Client'), plekIn(xml)];
  const afgewezen = new Set<number>();
  for (const een of bevindingen.filter(({ ernst }) => ernst === 'fout')) {
    const plek = een.regel === MEER ? null : plekVan(een);
    if (plek === null) return null;
    const lijn = stukBij(lijnen, plek);
    const client = lijn === -1 ? clienten[stukBij(clienten, plek)] : undefined;
    if (lijn === -1 && client === undefined) return null;
    if (client === undefined) afgewezen.add(lijn);
    else
      lijnen.forEach(({ begin }, nr) => {
        if (begin > client.begin && begin < client.eind) afgewezen.add(nr);
      });
  }
  return afgewezen;
}
