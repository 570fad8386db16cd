import type { Toewijzing } from '../dossier/toewijzing.ts';
import { leesGewenst } from '../requests/gewenst.ts';
import type { Kennis } from '../rules/kennis-lookups.ts';
import { type SignaalStand, vanStanden } from '../signaalbudget/signaal-stand.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import type { Bericht } from '../xml/tree.ts';
import type { Mutatie } from './verdict.ts';

/** A ceiling that went up is what the aanbieder asked for: open signals of this toewijzing are granted. */
export function signaalToegekend(nieuw: Toewijzing, oud: Toewijzing | undefined): Mutatie[] {
  const was = oud?.signaalbudget ?? null;
  const wordt = nieuw.signaalbudget;
  if (was === null || wordt === null || wordt.bedrag <= was.bedrag) return [];
  return stand(nieuw, vanStanden('gemeente', 'toegekend'), 'toegekend');
}

/** A JW317 asks to change toewijzingen: their open signals are asked for. */
export function signaalAangevraagd(verzoek: Bericht, kennis: Kennis): Mutatie[] {
  return teWijzigen(verzoek, kennis).flatMap((t) => stand(t, vanStanden('aanbieder', 'aangevraagd'), 'aangevraagd'));
}

/** A JW317 that was refused: what it asked for is refused, and nothing that it did not ask for. */
export function signaalGeweigerd(verzoek: Bericht, kennis: Kennis): Mutatie[] {
  if (MESSAGES[verzoek.type].verzoek !== 'VOW') return [];
  return teWijzigen(verzoek, kennis).flatMap((t) => stand(t, ['aangevraagd'], 'geweigerd'));
}

function teWijzigen(verzoek: Bericht, kennis: Kennis): Toewijzing[] {
  return leesGewenst(verzoek).teWijzigen.flatMap(({ nummer }) => kennis.toewijzing(nummer) ?? []);
}

function stand({ gemeente, nummer }: Toewijzing, van: readonly SignaalStand[], wordt: SignaalStand): Mutatie[] {
  return nummer === null ? [] : [{ soort: 'signaal-stand', gemeente, toewijzingNummer: nummer, uit: van, wordt }];
}
