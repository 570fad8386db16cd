import { gevolgenVoor } from '../agreements/geraakt.ts';
import { maakAfspraken } from '../agreements/maak-afspraken.ts';
import { valideerAfspraken } from '../agreements/valideer.ts';
import { verschil } from '../agreements/verschil.ts';
import type { AgreementsInForce } from '../judging/agreements-cache.ts';
import type { AfsprakenStore } from '../store/agreements/agreements-store.ts';
import type { AfsprakenProef } from './gateway.ts';

/** What a document would change, without effect: the difference, and the stored toewijzingen on which it would tell. */
export async function tryAgreements(
  json: unknown,
  inForce: AgreementsInForce,
  store: AfsprakenStore,
): Promise<AfsprakenProef> {
  const gekeurd = valideerAfspraken(json);
  if (gekeurd.kind === 'invalid') return { kind: 'invalid', fouten: gekeurd.fouten };
  const { document, waarschuwingen } = gekeurd;
  const nieuw = maakAfspraken(document, inForce.versie + 1);
  const geraakt = (await store.toewijzingKinds()).flatMap((soort) => {
    const gevolgen = gevolgenVoor(soort, inForce.afspraken, nieuw);
    return gevolgen.length === 0 ? [] : [{ ...soort, gevolgen }];
  });
  const wijzigingen = verschil(inForce.document, document);
  return { kind: 'ok', versie: document.versie, wijzigingen, waarschuwingen, geraakt };
}
