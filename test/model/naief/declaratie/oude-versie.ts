import { isVerwijderd, type Versie } from '../gegevens.ts';
import { stapelt } from '../product.ts';
import type { Regel } from './keuring.ts';

/**
 * The toewijzing of a line of a JW303: by its number; without one by client, product and period (IV051), the one that holds
 * the whole period before one that does not, and of equals the earliest, one without a number first. A removed one is none: iJW 2.3 has no code of its own for that.
 */
export function oudeVersie(p: Regel, eigen: readonly Versie[]): Versie | undefined {
  const levend = eigen.filter((v) => !isVerwijderd(v));
  if (p.nummer !== null) return levend.find((v) => v.nummer === p.nummer);
  const passend = levend.filter((v) => v.bsn === p.bsn && stapelt(v, p));
  const punten = (v: Versie) => {
    const geheel = v.begin <= p.begin && (v.einde === null || p.einde <= v.einde);
    return (geheel ? 10 : 0) + (v.code === null ? 0 : 1) + (v.omvang?.eenheid === p.eenheid ? 1 : 0);
  };
  const beste = Math.max(...passend.map(punten));
  const gelijk = passend.filter((v) => punten(v) === beste);
  const volgorde = (v: Versie) => [v.begin, `${(v.nummer ?? -1) + 1}`.padStart(10, '0'), v.categorie, v.code].join(' ');
  return gelijk.sort((a, b) => (volgorde(a) < volgorde(b) ? -1 : 1))[0];
}
