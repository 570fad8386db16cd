import type { Prestatie } from '../../bericht.ts';
import { eerderVan, laatsteVan, laterVan } from '../../datum.ts';
import { SOORTEN } from '../../wereld.ts';
import type { Geboekt, Versie } from '../gegevens.ts';
import { contractVan } from '../tarief.ts';
import { bedrag } from './bedrag.ts';
import { pastEenheid, volume } from './volume.ts';

export const periode = (p: Prestatie) => [p.categorie, p.code, p.begin, p.einde].join(' ');

export interface Bij {
  readonly gemeente: string;
  readonly aanbieder: string;
  /** The last day that may be declared. */
  readonly tot: string;
  readonly versie: Versie | undefined;
  /** What counts by now, earlier or in this message. */
  readonly voor: readonly Geboekt[];
}

/** The rules that a debet of a JW323 breaks (its period, its volume, its amount). */
export function debet(p: Prestatie, bij: Bij): string[] {
  const { versie: t, gemeente, aanbieder } = bij;
  const algemeen = [
    ...(p.einde > bij.tot ? ['TR319'] : []),
    ...(SOORTEN[p.code]?.categorie === p.categorie ? [] : ['TR381']),
    ...bedrag(p, t, gemeente, aanbieder),
  ];
  if (t === undefined) return [...algemeen, 'TR338'];
  const op = bij.voor.filter((g) => g.op === t.sleutel);
  const regels = [...algemeen, ...volume(p, t, op)];
  if (p.begin < t.begin) regels.push('TR307');
  if (t.einde !== null && p.einde > t.einde) regels.push('TR308');
  if (t.categorie !== null && p.categorie !== t.categorie) regels.push('TR339');
  if (t.code !== null && p.code !== t.code) regels.push('TR340');
  const eenheid = t.omvang?.eenheid ?? contractVan(gemeente, aanbieder, p.categorie, p.code)?.eenheid;
  if (eenheid !== undefined && !pastEenheid(p.eenheid, eenheid)) regels.push('TR341');
  if (t.reden === '13') regels.push('TR384');
  const eerste = `${p.begin.slice(0, 7)}-01`;
  const laatste = laatsteVan(p.einde.slice(0, 7));
  if (p.begin !== (t.begin.slice(0, 7) === p.begin.slice(0, 7) ? laterVan(eerste, t.begin) : eerste))
    regels.push('TR387');
  if (p.einde !== (t.einde?.slice(0, 7) === p.einde.slice(0, 7) ? eerderVan(laatste, t.einde) : laatste))
    regels.push('TR388');
  const levend = (g: Geboekt) => g.dc === 'D' && !op.some((c) => c.dc === 'C' && c.vorige === g.referentie);
  if (op.some((g) => levend(g) && periode(g) === periode(p))) regels.push('TR389');
  return regels;
}
