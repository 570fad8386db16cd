import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { BerichtType } from '../../src/standard/message-types.ts';

export const VERHAAL = resolve(import.meta.dirname, '../../samples/verhaal');

/** One message of the story, as `samples/verhaal/verhaal.json` lists it. */
export interface Stap {
  readonly bestand: string;
  /** Whose key sends it. */
  readonly partij: string;
  readonly status: string;
  /** The level at which `ijw-gateway check` rejects it; null when it does not. */
  readonly niveau: 0 | 1 | 2 | null;
  readonly antwoorden: readonly BerichtType[];
  /** The rules that the report names, in its order. */
  readonly regels: readonly string[];
}

export const STAPPEN: readonly Stap[] = JSON.parse(readFileSync(join(VERHAAL, 'verhaal.json'), 'utf8'));

export function bytesVan({ bestand }: Stap): Buffer {
  return readFileSync(join(VERHAAL, bestand));
}

/** An expected file of a step: `oordeel.json`, or an answer by its type. */
export function verwacht(stap: Stap, naam: string): string {
  return readFileSync(padVan(stap, naam), 'utf8');
}

export function padVan({ bestand }: Stap, naam: string): string {
  return join(VERHAAL, `${bestand.slice(0, 2)}-verwacht`, naam);
}
