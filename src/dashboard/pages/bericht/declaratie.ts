import type { BerichtBeeld } from '../../../gateway/messages.ts';
import { MEER } from '../../../rules/verslag.ts';
import { count, dayText, euros } from '../../kit/value.tsx';
import { prestatieOf, prestatiesIn } from './prestatie.ts';

const leaf = (naam: string) => new RegExp(String.raw`<(?:[\w.-]{1,40}:)?${naam}>([^<]{1,40})<`);
const NUMMER = leaf('DeclaratieNummer');
const BEGIN = leaf('Begindatum');
const EINDE = leaf('Einddatum');
const TOTAAL = leaf('TotaalBedrag');
const BEDRAG = leaf('Bedrag');
const CREDIT = /<(?:[\w.-]{1,40}:)?DebetCredit>C</;

/** What a JW323 declares as a whole and what of it was granted, by its text; nothing of another message. */
export function declaratieFeiten(
  { type, status, bevindingen, antwoorden }: Pick<BerichtBeeld, 'type' | 'status' | 'bevindingen' | 'antwoorden'>,
  xml: string | null,
): readonly (readonly [string, string | null])[] {
  if (type !== 'JW323' || xml === null || status === 'geweigerd') return [];
  const waarde = (vorm: RegExp) => vorm.exec(xml)?.[1] ?? null;
  const [begin, einde, bedrag] = [waarde(BEGIN), waarde(EINDE), waarde(TOTAAL)];
  const ingediend = bedrag === null ? null : (CREDIT.test(totaalDeel(xml)) ? -1 : 1) * Number(bedrag);
  const prestaties = prestatiesIn(xml);
  const bij = prestatieOf(xml);
  const fout = bevindingen.filter(({ ernst }) => ernst === 'fout');
  const afgewezen = new Set(fout.map(bij));
  const toegekend = prestaties.filter(({ referentie }) => !afgewezen.has(referentie));
  // A report that was cut short does not name every line that was refused.
  const bekend = status === 'deels-goedgekeurd' && fout.every(({ regel }) => regel !== MEER);
  const som = toegekend.reduce((opgeteld, { tekst }) => opgeteld + bedragIn(tekst), 0);
  return [
    ['Declaratienummer', waarde(NUMMER)],
    ['Declaratieperiode', begin === null || einde === null ? null : `${dayText(begin)} tot en met ${dayText(einde)}`],
    [
      'Prestaties',
      bekend
        ? `${count(prestaties.length)}, waarvan ${count(prestaties.length - toegekend.length)} afgewezen`
        : count(prestaties.length),
    ],
    ['Ingediend', ingediend === null ? null : euros(ingediend)],
    // A gemeente with a system of its own grants by an answer of its own.
    ['Toegekend', antwoorden.length === 0 ? null : toegekendText(status, bekend ? som : null, ingediend)],
  ];
}

function toegekendText(status: BerichtBeeld['status'], som: number | null, ingediend: number | null) {
  if (status === 'afgekeurd') return euros(0);
  if (status === 'goedgekeurd') return ingediend === null ? null : euros(ingediend);
  return som === null ? null : euros(som);
}

/** The total with its sign. */
function totaalDeel(xml: string): string {
  const begin = xml.indexOf('TotaalIngediendBedrag>');
  return xml.slice(begin, xml.indexOf('TotaalIngediendBedrag>', begin + 1));
}

function bedragIn(prestatie: string): number {
  const [, bedrag] = BEDRAG.exec(prestatie) ?? [];
  return (CREDIT.test(prestatie) ? -1 : 1) * Number(bedrag ?? 0);
}
