import { kenmerkVeld } from '../../../xml/kenmerk.ts';

const IDENTIFICATIE = /<(?:[\w.-]{1,40}:)?Identificatie>([^<]{1,40})</;
const DECLARATIENUMMER = /<(?:[\w.-]{1,40}:)?DeclaratieNummer>([^<]{1,40})</;

/** Name of a message as a file: by its own number, unless that holds what could be a person or what no file may be called. */
export function bestandsnaam(type: string | null, tekst: string): string {
  const soort = type ?? 'bericht';
  // Another message may be named before its own Identificatie.
  const eigen = tekst.indexOf('BerichtIdentificatie>');
  const nummers = [eigen < 0 ? null : IDENTIFICATIE.exec(tekst.slice(eigen)), DECLARATIENUMMER.exec(tekst)];
  const nummer = nummers.map((een) => kenmerkVeld(een?.[1] ?? '')).find((een) => /^[\w.-]+$/.test(een));
  return nummer === undefined ? `${soort}.xml` : `${soort}-${nummer}.xml`;
}
