import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');

/** A command of a `console` block, and what the README says that it prints. */
export interface Voorbeeld {
  readonly opdracht: string;
  readonly uitvoer: string;
}

/** What a reader would type from top to bottom. */
export function voorbeelden(bestand: string): Voorbeeld[] {
  const blokken = readFileSync(resolve(ROOT, bestand), 'utf8').matchAll(/^```console\n(.*?)^```$/gms);
  return [...blokken].flatMap(([, blok = '']) => blok.split(/^\$ /m).slice(1).map(voorbeeld));
}

/** A command goes on where a line ends in a backslash; the rest is output. */
function voorbeeld(tekst: string): Voorbeeld {
  const [opdracht = '', ...regels] = tekst.split(/(?<!\\)\n/);
  return { opdracht, uitvoer: regels.join('\n').trim() };
}

/** Without what differs each time, and with JSON folded in one way. */
export function vergelijkbaar(uitvoer: string): string {
  const tekst = uitvoer
    .replaceAll('\r', '')
    .replace(/\b[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/g, '{id}')
    .replace(/"id":(\s*)"\d+"/g, '"id":$1"{id}"')
    .replace(/\b\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, '{tijdstip}')
    .replace(/(Toewijzingsdatum|Toewijzingstijd)>[^<]*</g, '$1>{nieuw}<')
    .trim();
  if (!/^[[{]/.test(tekst)) return tekst;
  return JSON.stringify(JSON.parse(tekst), null, 2);
}
