import { closeSync, openSync, readSync, renameSync, rmSync, writeSync } from 'node:fs';
import { extname, resolve } from 'node:path';
import type { Toets } from '../toets.ts';
import type { Totaal } from '../totaal.ts';
import { HTML_VORM } from './html.ts';
import { JSON_VORM } from './json.ts';
import { JUNIT_VORM } from './junit.ts';
import type { Onleesbaar, Vorm } from './vorm.ts';

const VORMEN: Readonly<Record<string, Vorm>> = {
  '.json': JSON_VORM,
  '.xml': JUNIT_VORM,
  '.html': HTML_VORM,
  '.htm': HTML_VORM,
};

/** Why no report can be written there, in Dutch; null when its name tells its form. */
export function rapportFout(bestand: string): string | null {
  if (Object.hasOwn(VORMEN, extname(bestand).toLowerCase())) return null;
  return `--report ${bestand}: de naam moet op .json, .xml (JUnit) of .html eindigen.`;
}

/**
 * A report that is written while files are judged, so that it takes no memory for what it has. Counts stand at its head,
 * so the files go to a part of their own first; the report appears whole or not at all.
 */
export class Rapport {
  readonly pad: string;
  readonly #vorm: Vorm;
  readonly #deel: string;
  readonly #bestand: number;
  #eerste = true;

  /** Throws when the file cannot be made. */
  constructor(bestand: string) {
    this.pad = resolve(bestand);
    this.#vorm = VORMEN[extname(bestand).toLowerCase()] ?? JSON_VORM;
    this.#deel = `${this.pad}.deel`;
    this.#bestand = openSync(this.#deel, 'w+');
  }

  voeg(ding: Toets | Onleesbaar): void {
    writeSync(this.#bestand, this.#vorm.stuk(ding, this.#eerste));
    this.#eerste = false;
  }

  sluit(totaal: Totaal): void {
    const klaar = `${this.pad}.klaar`;
    const uit = openSync(klaar, 'w');
    writeSync(uit, this.#vorm.kop(totaal));
    const stuk = Buffer.alloc(64 * 1024);
    let plek = 0;
    for (let n = -1; n !== 0; plek += n) {
      n = readSync(this.#bestand, stuk, 0, stuk.length, plek);
      writeSync(uit, stuk, 0, n);
    }
    writeSync(uit, this.#vorm.voet());
    closeSync(uit);
    closeSync(this.#bestand);
    renameSync(klaar, this.pad);
    rmSync(this.#deel);
  }
}
