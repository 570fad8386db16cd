import type { Prestatie } from '../../bericht.ts';
import { SOORTEN } from '../../wereld.ts';
import { contractVan } from '../tarief.ts';
import { bedrag } from './bedrag.ts';
import type { Bij } from './debet.ts';
import { pastEenheid, volume } from './volume.ts';

/** The rules that a debet of a JW303 breaks: its period need be no month, and its amount is not computed. */
export function oudDebet(p: Prestatie, { versie: t, voor, gemeente, aanbieder, tot }: Bij): string[] {
  const regels = [
    ...(p.einde > tot ? ['TR319'] : []),
    ...(SOORTEN[p.code]?.categorie === p.categorie ? [] : ['CS329']),
  ];
  if (t === undefined) return [...regels, 'TR303'];
  const op = voor.filter((g) => g.op === t.sleutel);
  if (p.begin < t.begin) regels.push('TR307');
  if (t.einde !== null && p.einde > t.einde) regels.push('TR308');
  if (t.categorie !== null && p.categorie !== t.categorie) regels.push('TR305');
  if (t.code !== null && p.code !== t.code) regels.push('TR306');
  const eenheid = t.omvang?.eenheid ?? contractVan(gemeente, aanbieder, p.categorie, p.code)?.eenheid;
  if (eenheid !== undefined && !pastEenheid(p.eenheid, eenheid)) regels.push('TR309');
  // iJW 2.3 knows no Budget (TR369) and does not compute amounts (TR346).
  const geteld = [...volume(p, t, op), ...bedrag(p, t, gemeente, aanbieder)];
  return [...regels, ...geteld.filter((regel) => regel !== 'TR369' && regel !== 'TR346')];
}
