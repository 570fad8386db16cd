import { type Plaats, positions } from '../read/position-index.ts';
import { textPlaces } from './text-places.ts';

export interface Edits {
  /** New values of elements that hold text, by path (see Bevinding.pad). */
  readonly set: ReadonlyMap<string, string>;
  /** Paths of elements that are taken out whole. They hold none of their own name. */
  readonly remove: ReadonlySet<string>;
}

interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

/** A message that the gate accepted, with these changes; what is not there is left out of account. */
export function editText(xml: string, { set, remove }: Edits): string {
  const index = positions(new TextEncoder().encode(xml));
  const wanted = [...new Set([...set.keys(), ...remove])].flatMap((pad) => {
    const plaats = index.at(pad);
    return plaats === null ? [] : [{ pad, ...plaats }];
  });
  const starts = startsOf(xml, wanted);
  const changes = wanted.flatMap(({ pad }, i): Change[] => {
    const start = starts[i] ?? 0;
    if (remove.has(pad)) return removal(xml, start);
    const value = set.get(pad);
    return value === undefined ? [] : setting(xml, start, value);
  });
  return applied(xml, changes);
}

/** From the back to the front, so that places stay what they were; what lies in something that goes, goes with it. */
function applied(xml: string, changes: readonly Change[]): string {
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, text } of changes.toSorted((a, b) => a.from - b.from || b.to - a.to)) {
    if (from < done) continue;
    parts.push(xml.slice(done, from), text);
    done = to;
  }
  return parts.join('') + xml.slice(done);
}

function setting(xml: string, start: number, value: string): Change[] {
  const open = xml.indexOf('>', start);
  const close = xml.indexOf('</', open);
  if (open < 0 || close < 0 || xml[open - 1] === '/') return [];
  return [{ from: open + 1, to: close, text: escaped(value) }];
}

/** With the blanks before it, so that no empty line stays. */
function removal(xml: string, start: number): Change[] {
  const [, name = ''] = /^<([^\s/>]+)/.exec(xml.slice(start, start + LONGEST_NAME)) ?? [];
  const close = xml.indexOf(`</${name}`, start);
  const end = xml.indexOf('>', close);
  if (name === '' || close < 0 || end < 0) return [];
  let from = start;
  while (from > 0 && /\s/.test(xml[from - 1] ?? '')) from--;
  return [{ from, to: end + 1, text: '' }];
}

const LONGEST_NAME = 200;

function escaped(value: string): string {
  return value.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/** Where in the text these places are, looked up in their order. */
function startsOf(xml: string, places: readonly Plaats[]): number[] {
  const order = places.map((_, i) => i).sort((a, b) => compare(places[a], places[b]));
  const starts: number[] = new Array(places.length).fill(0);
  const placeIn = textPlaces(xml);
  for (const i of order) starts[i] = placeIn(places[i] ?? { lijn: 1, kolom: 1 });
  return starts;
}

function compare(a: Plaats | undefined, b: Plaats | undefined): number {
  return (a?.lijn ?? 0) - (b?.lijn ?? 0) || (a?.kolom ?? 0) - (b?.kolom ?? 0);
}
