import type { VNode } from 'preact';
import type { WrittenCell } from '../../sheets/write-xlsx.ts';
import { inAmsterdam } from '../../standard/datum.ts';

/**
 * A cell of a table, with what kind of value it is: from it come what the page shows, what a CSV holds and what a spreadsheet
 * gets. Text stays text, also when it looks like a number (`0479`).
 */
export type Value = WrittenCell;

const GETAL = new Intl.NumberFormat('nl-NL');
const EURO = new Intl.NumberFormat('nl-NL', { style: 'currency', currency: 'EUR' });

/** `€ 3.900,00` */
export function euros(centen: number): string {
  return EURO.format(centen / 100);
}

export function count(aantal: number): string {
  return GETAL.format(aantal);
}

/** `2026-11-27` as `27-11-2026`. */
export function dayText(datum: string): string {
  const [, jaar, maand, dag] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(datum) ?? [];
  return jaar === undefined ? datum : `${dag}-${maand}-${jaar}`;
}

/** `2026-11` as `11-2026`. */
export function monthText(maand: string): string {
  const [, jaar, nummer] = /^(\d{4})-(\d{2})$/.exec(maand) ?? [];
  return jaar === undefined ? maand : `${nummer}-${jaar}`;
}

/** In the time of the Netherlands: `27-11-2026 08:15`. */
export function momentText(iso: string): string {
  const { datum, tijd } = inAmsterdam(new Date(iso));
  return `${dayText(datum)} ${tijd.slice(0, 5)}`;
}

export function Dag({ op }: { readonly op: string }): VNode {
  return <time datetime={op}>{dayText(op)}</time>;
}

export function Moment({ op }: { readonly op: string }): VNode {
  return (
    <time datetime={op} class="moment">
      {momentText(op)}
    </time>
  );
}

/** What stands where there is nothing. */
export const NIETS = '–';

export function shown(value: Value): VNode | string {
  if (value === null) return NIETS;
  if (typeof value === 'string') return value;
  if (typeof value === 'number') return count(value);
  if ('euro' in value) return value.euro === null ? NIETS : euros(value.euro);
  if ('day' in value) return value.day === null ? NIETS : <Dag op={value.day} />;
  if ('percent' in value) return value.percent === null ? NIETS : `${count(value.percent)} %`;
  return value.moment === null ? NIETS : <Moment op={value.moment} />;
}

/** Numbers and amounts stand at the right, so that their units are below each other. */
export function isNumeric(value: Value): boolean {
  return (
    typeof value === 'number' ||
    (typeof value === 'object' && value !== null && ('euro' in value || 'percent' in value))
  );
}
