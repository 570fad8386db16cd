import { bestaandeDatum } from '../datum-vorm.ts';
import type { CellValue } from './sheet.ts';

/** What a cell says; null: it is empty. A sentence in Dutch when it cannot be read. */
export type Parsed<T> =
  | { readonly kind: 'ok'; readonly waarde: T | null }
  | { readonly kind: 'fout'; readonly melding: string };

const EMPTY = { kind: 'ok', waarde: null } as const;
const ok = <T>(waarde: T): Parsed<T> => ({ kind: 'ok', waarde });
const fout = (melding: string) => ({ kind: 'fout', melding }) as const;

/** As it was typed, without blanks around it. The mark that a CSV of ours puts before what looks like a formula is taken off. */
function typed(cel: CellValue): string {
  if (cel === null) return '';
  if (typeof cel === 'boolean') return cel ? 'waar' : 'onwaar';
  if (cel instanceof Date) return isoDay(cel);
  return String(cel)
    .replace(/^'(?=[=+\-@\t\r])/, '')
    .trim();
}

function isoDay(datum: Date): string {
  return Number.isNaN(datum.getTime()) ? '' : datum.toISOString().slice(0, 10);
}

export function textOf(cel: CellValue): Parsed<string> {
  if (cel instanceof Date) return fout('Hier staat een datum. Maak de cel op als tekst en typ de waarde opnieuw.');
  const tekst = typed(cel);
  return tekst === '' ? EMPTY : ok(tekst);
}

/** A code of so many digits: spreadsheets drop the zeros before it. */
export function codeOf(lengte: number): (cel: CellValue) => Parsed<string> {
  return (cel) => {
    const tekst = textOf(cel);
    if (tekst.kind === 'fout' || tekst.waarde === null || !/^\d+$/.test(tekst.waarde)) return tekst;
    return ok(tekst.waarde.padStart(lengte, '0'));
  };
}

const AMOUNT = /^(?:€\s?)?(\d{1,12}|\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,2}))?$/;

/** Eurocents of an amount as the Dutch write it, or of a number. */
export function centsOf(cel: CellValue): Parsed<number> {
  if (typeof cel === 'number') {
    const centen = Math.round(cel * 100);
    // A number of a spreadsheet is binary: a tenth of a cent is what it can be off without meaning it.
    return Number.isFinite(cel) && Math.abs(cel * 100 - centen) < 0.1
      ? ok(centen)
      : fout(`Het bedrag ${cel} heeft meer dan twee cijfers achter de komma. Rond het af op centen.`);
  }
  const tekst = typed(cel);
  if (tekst === '') return EMPTY;
  const [, heel, deel = ''] = AMOUNT.exec(tekst) ?? [];
  if (heel === undefined) return fout(`'${shortened(tekst)}' is geen bedrag. Schrijf het als 1234,56.`);
  return ok(Number(heel.replaceAll('.', '')) * 100 + Number(deel.padEnd(2, '0')));
}

export function wholeOf(cel: CellValue): Parsed<number> {
  const tekst = typed(cel);
  if (tekst === '') return EMPTY;
  return /^\d{1,6}$/.test(tekst)
    ? ok(Number(tekst))
    : fout(`'${shortened(tekst)}' is geen geheel getal. Vul een getal in, of niets.`);
}

export function dayOf(cel: CellValue): Parsed<string> {
  const tekst = typed(cel);
  if (tekst === '') return EMPTY;
  const [, dag = '', maand = '', jaar] = /^(\d{1,2})-(\d{1,2})-(\d{4})$/.exec(tekst) ?? [];
  const datum = jaar === undefined ? tekst : `${jaar}-${maand.padStart(2, '0')}-${dag.padStart(2, '0')}`;
  return bestaandeDatum(datum)
    ? ok(datum)
    : fout(`'${shortened(tekst)}' is geen bestaande datum. Schrijf hem als DD-MM-JJJJ, bijvoorbeeld 31-12-2026.`);
}

/** Codes of two digits with commas between them. */
export function listOf(cel: CellValue): Parsed<readonly string[]> {
  const tekst = typed(cel);
  return ok(
    tekst === ''
      ? []
      : tekst
          .split(/[\s,;]+/)
          .filter((deel) => deel !== '')
          .map((deel) => deel.padStart(2, '0')),
  );
}

/** `70 start; 30 einde` */
export function momentsOf(cel: CellValue): Parsed<readonly { readonly percentage: number; readonly moment: string }[]> {
  return several(cel, (deel) => {
    const [, percentage, moment = ''] = /^(\d{1,3})\s?%?\s(\p{L}{1,20})$/u.exec(deel) ?? [];
    if (percentage === undefined)
      return fout(`'${shortened(deel)}' is geen termijn. Schrijf ze als: 70 start; 30 einde.`);
    return ok({ percentage: Number(percentage), moment });
  });
}

/** `wonen 120,00; behandeling 80,50` */
export function partsOf(cel: CellValue): Parsed<readonly { readonly naam: string; readonly bedrag: number }[]> {
  return several(cel, (deel) => {
    const spatie = deel.lastIndexOf(' ');
    const bedrag = centsOf(deel.slice(spatie + 1));
    if (spatie < 1 || bedrag.kind === 'fout' || bedrag.waarde === null)
      return fout(`'${shortened(deel)}' is geen tariefdeel. Schrijf ze als: wonen 120,00; behandeling 80,50.`);
    return ok({ naam: deel.slice(0, spatie).trim(), bedrag: bedrag.waarde });
  });
}

function several<T>(cel: CellValue, lees: (deel: string) => Parsed<T>): Parsed<readonly T[]> {
  const delen = typed(cel)
    .split(';')
    .map((deel) => deel.trim())
    .filter((deel) => deel !== '');
  const gelezen: T[] = [];
  for (const deel of delen) {
    const een = lees(deel);
    if (een.kind === 'fout') return een;
    if (een.waarde !== null) gelezen.push(een.waarde);
  }
  return gelezen.length === 0 ? EMPTY : ok(gelezen);
}

function shortened(tekst: string): string {
  return tekst.length > 40 ? `${tekst.slice(0, 40)}…` : tekst;
}
