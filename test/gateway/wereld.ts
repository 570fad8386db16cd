import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { fictiefBsn } from '../../src/samples/bsn.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import type { Wie } from './berichten.ts';

/** The parties of the pipeline's tests: a gemeente, and as many aanbieders as a test asks for. */
export const GEMEENTE = '0362';

export function aanbieder(n: number): string {
  return String(42_430_000 + n);
}

/** AgreementsVersion with contracts for aanbieders 0 to `aantal` - 1. */
export function afsprakenMet(aantal: number): AfsprakenDocument {
  const document = voorbeeldDocument();
  const [contract] = document.contracten;
  if (contract === undefined) throw new Error('the sample agreements have no contract');
  for (let n = 0; n < aantal; n++) {
    const agb = aanbieder(n);
    document.aanbieders.push({ agb, naam: `Aanbieder ${n}`, retour: 'gateway' });
    document.contracten.push({ ...contract, nummer: `P${n}`, aanbieder: agb, geldigTot: null });
  }
  return document;
}

let toewijzingen = 0;

/** A client of aanbieder `n` with a toewijzing of its own. */
export function client(n: number, gemeente = GEMEENTE): Wie {
  const volgnummer = ++toewijzingen;
  // A prime step, so that neighbours differ; the same client may come back after some ten thousand.
  const bsn = fictiefBsn(((volgnummer * 7919) % 99_985) / 99_985);
  return { aanbieder: aanbieder(n), gemeente, bsn, nummer: 100_000 + volgnummer };
}
