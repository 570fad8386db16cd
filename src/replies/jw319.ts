import type { Bericht, Groep } from '../xml/tree.ts';
import { type AntwoordKop, heenHeader } from './header.ts';

/** What the gemeente answers to one request: refused, with RedenAfwijzingVerzoek (WJ759), or in onderzoek. */
export type VerzoekAntwoord =
  | { readonly kind: 'refused'; readonly reden: string; readonly woonplaats?: string }
  | { readonly kind: 'under-review' };

/** The JW319 on one ReferentieAanbieder; each answer is a message of its own. iJW 3.2 only. */
export function stelVerzoekAntwoordSamen(
  kop: Omit<AntwoordKop, 'type' | 'release'>,
  referentie: string,
  antwoord: VerzoekAntwoord,
): Bericht {
  const Header = heenHeader({ ...kop, type: 'JW319', release: '3.2' });
  return {
    type: 'JW319',
    release: '3.2',
    inhoud: { Header, Antwoord: { ReferentieAanbieder: referentie, ...besluit(antwoord) } },
  };
}

function besluit(antwoord: VerzoekAntwoord): Groep {
  if (antwoord.kind === 'under-review') return { VerzoekAntwoord: '2' };
  const { reden, woonplaats } = antwoord;
  return {
    VerzoekAntwoord: '1',
    RedenAfwijzingVerzoek: reden,
    ...(woonplaats === undefined ? {} : { Woonplaatsbeginsel: { Gemeente: woonplaats } }),
  };
}
