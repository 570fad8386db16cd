import type { AfspraakFout } from '../agreements/afspraak-fout.ts';
import { type Gevolg, gevolgenVoor, type ToewijzingSoort } from '../agreements/geraakt.ts';
import { maakAfspraken } from '../agreements/maak-afspraken.ts';
import { valideerAfspraken } from '../agreements/valideer.ts';
import { type AfsprakenWijziging, verschil } from '../agreements/verschil.ts';
import type { AgreementsInForce } from '../judging/agreements-cache.ts';
import type { AfsprakenStore } from '../store/agreements/agreements-store.ts';

export type AfsprakenProef =
  | {
      readonly kind: 'ok';
      readonly versie: string;
      readonly wijzigingen: readonly AfsprakenWijziging[];
      readonly waarschuwingen: readonly AfspraakFout[];
      readonly geraakt: readonly GeraakteToewijzingen[];
    }
  | { readonly kind: 'invalid'; readonly fouten: readonly AfspraakFout[] }
  /** It was made from an older version than the one that is in force: under this number. */
  | { readonly kind: 'stale'; readonly nummer: number };

/** Stored toewijzingen of one kind on which other agreements would hold. */
export interface GeraakteToewijzingen extends ToewijzingSoort {
  readonly aantal: number;
  readonly nummers: readonly number[];
  readonly gevolgen: readonly Gevolg[];
}

/** What a document would change, without effect: the difference, and the stored toewijzingen on which it would tell. */
export async function tryAgreements(
  json: unknown,
  inForce: AgreementsInForce,
  store: Pick<AfsprakenStore, 'toewijzingKinds'>,
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
