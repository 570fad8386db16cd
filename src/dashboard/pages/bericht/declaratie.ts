import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { count, dayText, euros } from '../../kit/value.tsx';
import { afgewezenIn, bedragIn, prestatiesIn } from './prestatie.ts';

const NUMMER = /<(?:[\w.-]{1,40}:)?DeclaratieNummer>([^<]{1,40})</;
const BEGIN = /<(?:[\w.-]{1,40}:)?Begindatum>([^<]{1,40})</;
const EINDE = /<(?:[\w.-]{1,40}:)?Einddatum>([^<]{1,40})</;
const TOTAAL = /<(?:[\w.-]{1,40}:)?TotaalBedrag>\s*(\d{1,15})\s*</;
const CREDIT = /<(?:[\w.-]{1,40}:)?DebetCredit>C</;

/** Amounts were looked at, and some or all lines granted. */
const BEOORDEELD: readonly string[] = ['goedgekeurd', 'deels-goedgekeurd', 'afgekeurd'];

/** What a JW323 that was judged declares as a whole and what of it was granted, by its text; nothing of another message. */
export function declaratieFeiten(
  bericht: Pick<BerichtBeeld, 'type' | 'status' | 'bevindingen' | 'antwoorden'>,
  xml: string | null,
): readonly (readonly [string, string | null])[] {
  const { type, status, antwoorden } = bericht;
  if (type !== 'JW323' || xml === null || !BEOORDEELD.includes(status)) return [];
  const waarde = (vorm: RegExp) => vorm.exec(xml)?.[1] ?? null;
  const [begin, einde] = [waarde(BEGIN), waarde(EINDE)];
  const ingediend = totaalIn(xml);
  const prestaties = prestatiesIn(xml);
  const afgewezen = afgewezenIn(bericht, xml);
  const som = prestaties.reduce(
    (samen, { tekst }, nr) => samen + (afgewezen?.has(nr) === true ? 0 : (bedragIn(tekst) ?? 0)),
    0,
  );
  return [
    ['Declaratienummer', waarde(NUMMER)],
    ['Declaratieperiode', begin === null || einde === null ? null : `${dayText(begin)} tot en met ${dayText(einde)}`],
    [
      'Prestaties',
      afgewezen === null
        ? count(prestaties.length)
        : `${count(prestaties.length)}, waarvan ${count(afgewezen.size)} afgewezen`,
    ],
    ['Ingediend', ingediend === null ? null : euros(ingediend)],
    // A gemeente with a system of its own grants by an answer of its own.
    ['Toegekend', antwoorden.length === 0 ? null : toegekendText(status, afgewezen === null ? null : som, ingediend)],
  ];
}

function toegekendText(status: BerichtBeeld['status'], som: number | null, ingediend: number | null) {
  if (status === 'afgekeurd') return euros(0);
  if (status === 'goedgekeurd') return ingediend === null ? null : euros(ingediend);
  return som === null ? null : euros(som);
}

/** What a declaratie asks for in all, eurocents, with its sign; null where its text does not say. */
export function totaalIn(xml: string): number | null {
  const begin = xml.indexOf('TotaalIngediendBedrag>');
  const deel = begin === -1 ? '' : xml.slice(begin, xml.indexOf('TotaalIngediendBedrag>', begin + 1));
  const [, bedrag] = TOTAAL.exec(deel) ?? [];
  return bedrag === undefined ? null : (CREDIT.test(deel) ? -1 : 1) * Number(bedrag);
}
