import { closeSync, fstatSync, openSync, readdirSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { GRENZEN } from '../../xml/gate/poort-meldingen.ts';

export type Gevonden =
  | { readonly kind: 'bestand'; readonly pad: string }
  | { readonly kind: 'onleesbaar'; readonly pad: string; readonly reden: string };

// Synchronous: the command does one file after the other, and small files would spend their time waiting in turns.

/** The files at a path: the file itself, or every `.xml` in the folder and below it, by name, one at a time. */
export function* bestandenOp(pad: string): Generator<Gevonden> {
  try {
    if (statSync(pad).isDirectory()) yield* bestandenIn(pad);
    else yield { kind: 'bestand', pad };
  } catch (fout) {
    yield { kind: 'onleesbaar', pad, reden: redenVan(fout) };
  }
}

/** Links to other folders are not followed, so that every walk ends. */
function* bestandenIn(map: string): Generator<Gevonden> {
  for (const ding of readdirSync(map, { withFileTypes: true }).sort(opNaam)) {
    const pad = join(map, ding.name);
    if (ding.isDirectory()) yield* bestandenOp(pad);
    else if (/\.xml$/i.test(ding.name)) yield { kind: 'bestand', pad };
  }
}

function opNaam(a: { name: string }, b: { name: string }): number {
  return a.name < b.name ? -1 : 1;
}

/** The bytes of a file; of one that is too large just enough of it for the gate to say so. */
export function leesBegrensd(pad: string): Uint8Array {
  const bestand = openSync(pad, 'r');
  try {
    const soort = fstatSync(bestand);
    // What is no file (a pipe) does not tell its size.
    const ruimte = Buffer.alloc((soort.isFile() ? Math.min(soort.size, GRENZEN.bytes) : GRENZEN.bytes) + 1);
    let gelezen = 0;
    for (let deel = -1; deel !== 0 && gelezen < ruimte.length; gelezen += deel) {
      deel = readSync(bestand, ruimte, gelezen, ruimte.length - gelezen, null);
    }
    return ruimte.subarray(0, gelezen);
  } finally {
    closeSync(bestand);
  }
}

/** The bytes of a stream; of one that is too large just enough of them for the gate to say so. */
export async function leesStroom(stroom: AsyncIterable<Uint8Array> | readonly Uint8Array[]): Promise<Uint8Array> {
  const stukken: Uint8Array[] = [];
  let gelezen = 0;
  for await (const stuk of stroom) {
    stukken.push(stuk);
    gelezen += stuk.length;
    if (gelezen > GRENZEN.bytes) break;
  }
  return Buffer.concat(stukken).subarray(0, GRENZEN.bytes + 1);
}

/** Why a path cannot be read (or written), in Dutch. */
export function redenVan(fout: unknown, wat: 'gelezen' | 'geschreven' = 'gelezen'): string {
  const code = fout instanceof Error && 'code' in fout ? String(fout.code) : '';
  if (code === 'ENOENT') return wat === 'gelezen' ? 'bestaat niet' : 'kan niet worden geschreven: de map bestaat niet';
  if (code === 'EACCES' || code === 'EPERM') return `mag niet worden ${wat}`;
  return `kan niet worden ${wat} (${code || 'onbekende fout'})`;
}
