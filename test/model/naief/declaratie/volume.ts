import type { Prestatie } from '../../bericht.ts';
import { laterVan } from '../../datum.ts';
import type { Geboekt, Versie } from '../gegevens.ts';
import { keerIn } from '../keer.ts';

/** In minutes where the toewijzing is in hours; null where the units have nothing to do with each other. */
function geteld(volume: number, eenheid: string, toegewezen: string): number | null {
  if (toegewezen === '04' && eenheid === '04') return 60 * volume;
  return eenheid === toegewezen || (toegewezen === '04' && eenheid === '01') ? volume : null;
}

export const pastEenheid = (eenheid: string, toegewezen: string) => geteld(1, eenheid, toegewezen) !== null;

/**
 * TR321 and TR322: a line has at most the Volume as often as it counts in its period, all lines together as often as it
 * counts in the toewijzing; where that is open, up to the latest line. TR369: a Budget is for all lines together.
 */
export function volume(p: Prestatie, t: Versie, op: readonly Geboekt[]): string[] {
  const som = (waarde: (g: Prestatie) => number) =>
    op.reduce((tot, g) => tot + (g.dc === 'D' ? 1 : -1) * waarde(g), waarde(p));
  const regels: string[] = [];
  if (t.budget !== null && som((g) => g.bedrag) > t.budget) regels.push('TR369');
  const { omvang } = t;
  if (omvang === null) return regels;
  const hier = geteld(p.volume, p.eenheid, omvang.eenheid);
  if (hier === null) return regels;
  const ruimte = geteld(omvang.volume, omvang.eenheid, omvang.eenheid) ?? 0;
  const open = t.einde === null;
  const duur = { open, begin: t.begin, einde: t.einde ?? [p, ...op].map((g) => g.einde).reduce(laterVan) };
  if (hier > ruimte * keerIn(omvang, p, duur)) regels.push('TR321');
  const alles = som((g) => geteld(g.volume, g.eenheid, omvang.eenheid) ?? 0);
  if (alles > ruimte * keerIn(omvang, duur, duur)) regels.push('TR322');
  return regels;
}
