import { causeOf } from '../../../gateway/trials/improve.ts';
import type { Voorstel } from '../../../rules/voorstellen.ts';
import { groepeer } from '../../../standard/groepeer.ts';
import { dayText, euros } from '../../kit/value.tsx';
import { RULE_NAMES } from '../../words/rule-names.ts';
import { volZinnen } from './vol.tsx';

/** Everything in a message that is mended in one go. */
export interface Oorzaak {
  readonly sleutel: string;
  readonly regel: string;
  readonly wat: string;
  readonly element: string;
  readonly aantal: number;
  /** Whether it is in lines of a declaratie, which can be left out. */
  readonly prestaties: boolean;
  /** What stands there, as XML has it; null where it is several things, or no value. */
  readonly waarde: string | null;
  /** From what to what, as people write it, and how often; empty where that is for the sender to say. */
  readonly wijzigingen: readonly { readonly tekst: string; readonly aantal: number }[];
  /** Its sender asks for less by it: to be chosen, not proposed. */
  readonly minder: boolean;
  /** A value to begin with where there is none to know. */
  readonly suggestie: string;
  /** Why nothing can stand there instead: of each toewijzing that is full; empty where something can. */
  readonly vol: readonly string[];
  /** Whether its lines were granted before, or are still judged, under these numbers. */
  readonly eerder: boolean;
  /** Why what is proposed is right, where that is not plain; empty elsewhere. */
  readonly uitleg: string;
}

/** Numbers that the sender makes up: of these the next one is proposed. */
const EIGEN_NUMMERS: ReadonlySet<string> = new Set(['Identificatie', 'DeclaratieNummer', 'DeclarantFactuurNummer']);

/** In the order in which they were found. */
export function oorzakenVan(voorstellen: readonly Voorstel[]): readonly Oorzaak[] {
  // Where one rule knows what should stand there, another that only sees that it is wrong has nothing to add.
  const bekend = new Set(voorstellen.filter(({ hoort }) => hoort !== null).map(({ pad }) => pad));
  // Where nothing fits, no rule knows what should stand there.
  const vol = new Set(voorstellen.flatMap((een) => (een.vol === null ? [] : [een.pad])));
  const over = voorstellen.filter((een) =>
    vol.has(een.pad) ? een.vol !== null : een.hoort !== null || !bekend.has(een.pad),
  );
  return [...groepeer(over, causeOf)].flatMap(([sleutel, van]) => {
    const [eerste] = van;
    if (eerste === undefined) return [];
    const { regel, waarde, hoort } = eerste;
    const periode = sleutel.endsWith(`|${PERIODE}`);
    const element = periode ? PERIODE : eerste.element;
    const teksten = hoort === null ? [] : van.filter(({ mee }) => !mee).map(wijziging);
    const aantal = new Set(van.map(({ prestatie, pad }) => prestatie?.pad ?? pad)).size;
    return [
      {
        ...{ sleutel, regel, element, aantal, wat: RULE_NAMES[regel] ?? '' },
        prestaties: van.every(({ prestatie }) => prestatie !== null),
        // Lines that were granted before have each a number of their own: one for all of them would be wrong again.
        waarde: hoort === null && eerste.vol === null && !(eerste.eerder && aantal > 1) ? waarde : null,
        eerder: eerste.eerder,
        wijzigingen: [...groepeer(teksten, (tekst) => tekst)].map(([tekst, zelfde]) => ({
          ...{ tekst, aantal: zelfde.length },
        })),
        minder: element === 'GeleverdVolume',
        vol: volZinnen(van),
        uitleg: periode ? EIGEN_PERIODE : '',
        suggestie: EIGEN_NUMMERS.has(element) ? volgendNummer(waarde ?? '') : '',
      },
    ];
  });
}

/** Its two dates are one cause. */
const PERIODE = 'DeclaratiePeriode';

const EIGEN_PERIODE =
  'De prestaties houden hun eigen periode: zorg van een eerdere maand mag in de laatst ingediende declaratieperiode of een latere';

function wijziging({ element, pad, waarde, hoort, prestatie }: Voorstel): string {
  const product = prestatie === null ? '' : ` (${prestatie.product})`;
  const welke = pad.includes(`/${PERIODE}/`) ? `${element} ` : '';
  return `${welke}${leesbaar(element, waarde ?? '')} wordt ${leesbaar(element, hoort ?? '')}${product}`;
}

/** Elements that hold eurocents. */
const BEDRAGEN: ReadonlySet<string> = new Set(['Bedrag', 'TotaalBedrag', 'ProductTarief']);

/** A value of XML as people write it. */
export function leesbaar(element: string, waarde: string): string {
  return BEDRAGEN.has(element) && /^\d+$/.test(waarde) ? euros(Number(waarde)) : dayText(waarde);
}

const BEDRAG = /^(?:€\s*)?(\d{1,3}(?:\.\d{3})+|\d+)(?:,(\d{2}))?$/;
const DAG = /^(\d{1,2})-(\d{1,2})-(\d{4})$/;

/** What a person typed for an element, as XML has it: `€ 1,25` is 125, `1-6-2026` is 2026-06-01. */
export function alsXml(element: string, getypt: string): string {
  const [, euro = '', cent = '00'] = BEDRAG.exec(getypt) ?? [];
  if (BEDRAGEN.has(element) && euro !== '') return String(Number(`${euro.replaceAll('.', '')}${cent}`));
  const [, dag, maand, jaar] = DAG.exec(getypt) ?? [];
  if (dag === undefined || maand === undefined) return getypt;
  return `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;
}

/** As long as the standard lets these numbers be. */
const LANGST = 12;

/** The same number for the next try: with a letter behind it, B and so on. */
function volgendNummer(nummer: string): string {
  const [, kop = nummer, letter] = /^(.*\d)([B-Y])$/.exec(nummer) ?? [];
  const volgende = letter === undefined ? 'B' : String.fromCharCode(letter.charCodeAt(0) + 1);
  return `${kop.slice(0, LANGST - 1)}${volgende}`;
}
