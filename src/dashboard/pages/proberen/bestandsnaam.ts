import { kenmerkVeld } from '../../../xml/kenmerk.ts';

/** Of the message itself, else of the declaratie in it. */
const NUMMERS = [
  /<(?:[\w.-]{1,40}:)?BerichtIdentificatie>\s*<(?:[\w.-]{1,40}:)?Identificatie>([^<]{1,40})</,
  /<(?:[\w.-]{1,40}:)?DeclaratieNummer>([^<]{1,40})</,
];

/** Name of a message as a file: by its own number, unless that holds what could be a person or what no file may be called. */
export function bestandsnaam(type: string | null, tekst: string): string {
  const soort = type ?? 'bericht';
  for (const vorm of NUMMERS) {
    const nummer = kenmerkVeld(vorm.exec(tekst)?.[1] ?? '');
    if (/^[\w.-]+$/.test(nummer)) return `${soort}-${nummer}.xml`;
  }
  return `${soort}.xml`;
}
