import type { Uitkomst, WerkbakReden } from '../../requests/uitkomst.ts';
import { groepeer } from '../../standard/groepeer.ts';
import type { VerzoekOnderdeel } from './onderdeel.ts';

/**
 * In iJW 2.3 products of one JW315 may share a ReferentieAanbieder (TR383 came later), and a reference is one request: it has
 * one state and one place in the werkbak. So they get one kind of answer; where they would get different ones, or any of
 * them waits, they all wait for the gemeente.
 */
export function samenBeslist(onderdelen: readonly VerzoekOnderdeel[]): readonly VerzoekOnderdeel[] {
  const perReferentie = groepeer(onderdelen, ({ gevraagd }) => gevraagd.referentie);
  if (perReferentie.size === onderdelen.length) return onderdelen;
  return onderdelen.map((onderdeel) => {
    const samen = (perReferentie.get(onderdeel.gevraagd.referentie) ?? []).map(({ uitkomst }) => uitkomst);
    return { ...onderdeel, uitkomst: gezamenlijk(onderdeel.uitkomst, samen) };
  });
}

function gezamenlijk(eigen: Uitkomst, samen: readonly Uitkomst[]): Uitkomst {
  const verschillend = new Set(samen.map(({ kind }) => kind)).size > 1;
  const redenen = new Set<WerkbakReden>(samen.flatMap((uitkomst) => ('redenen' in uitkomst ? uitkomst.redenen : [])));
  if (!verschillend && redenen.size === 0) return eigen;
  return { kind: 'waiting', redenen: verschillend ? [...redenen, 'gedeelde-referentie'] : [...redenen] };
}
