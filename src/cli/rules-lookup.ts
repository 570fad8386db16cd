import type { NietGetoetst } from '../rules/not-checked.ts';
import { overzicht, type RegelOverzicht } from '../rules/overzicht.ts';
import { RETOURCODES } from '../standard/codelists/retourcodes.ts';
import { POORT_MELDINGEN, type PoortCode } from '../xml/gate/poort-meldingen.ts';
import { geldigheid } from './rule-period.ts';

/** All that is known of one code. */
interface Opgezocht {
  readonly code: string;
  /** What a retourcode says; null for the code of a rule. */
  readonly retourcode: string | null;
  /** The rules with this code, or that give this retourcode. */
  readonly regels: readonly RegelOverzicht[];
  /** Why it is not checked, or only in part. */
  readonly nietGetoetst: readonly NietGetoetst[];
  /** The text of a finding of the gate itself. */
  readonly poort: string | null;
}

/** A rule or retourcode by its code, as data and as text; null when nobody knows it. */
export function zoekRegels(gevraagd: string): { readonly uitkomst: Opgezocht; readonly tekst: string } | null {
  const code = gevraagd.toUpperCase();
  const { regels, nietGetoetst } = overzicht();
  const uitkomst: Opgezocht = {
    code,
    retourcode: RETOURCODES[code] ?? null,
    regels: regels.filter((r) => r.code === code || r.retourcode === code),
    nietGetoetst: nietGetoetst.filter((r) => r.code === code),
    poort: Object.hasOwn(POORT_MELDINGEN, code) ? POORT_MELDINGEN[code as PoortCode] : null,
  };
  const leeg = uitkomst.regels.length + uitkomst.nietGetoetst.length === 0;
  if (leeg && uitkomst.retourcode === null && uitkomst.poort === null) return null;
  return { uitkomst, tekst: tekstVan(uitkomst) };
}

function ontvangen(regel: RegelOverzicht): string {
  const wanneer = geldigheid(regel);
  return wanneer === null ? '' : `, voor wat is ontvangen ${wanneer}`;
}

function tekstVan({ code, retourcode, regels, nietGetoetst, poort }: Opgezocht): string {
  const kop = retourcode === null ? [] : [`Retourcode ${code}: ${retourcode}`];
  const geen =
    retourcode !== null && regels.length === 0 ? ['  Geen regel van de gateway geeft deze code als fout.'] : [];
  return [
    ...kop,
    ...geen,
    ...regels.flatMap((r) => [
      `${r.code}, niveau ${r.niveau}, ${r.retourcode === null ? 'zonder retourcode' : `retourcode ${r.retourcode}`}, iJW ${r.releases.join(' en ')}: ${r.berichten.join(', ')} (${r.klassen.join(', ')})${ontvangen(r)}`,
      `  ${r.tekst}`,
    ]),
    ...nietGetoetst.flatMap((r) => [
      `${r.code}, iJW ${r.release}: ${r.deels ? 'deels' : 'niet'} getoetst (${r.reden})`,
      `  ${r.toelichting}`,
    ]),
    ...(poort === null ? [] : [`${code}, niveau 0`, `  ${poort}`]),
  ]
    .map((regel) => `${regel}\n`)
    .join('');
}
