import type { Geboekt } from '../gegevens.ts';
import type { Regel } from './keuring.ts';

/** IV091: the same in all but the references and DebetCredit; a number that iJW 2.3 left out says nothing. */
function isKopie(p: Regel, debet: Geboekt | undefined): boolean {
  if (debet === undefined) return false;
  const zelfdeNummer = p.nummer === null || debet.nummer === null || p.nummer === debet.nummer;
  const velden = ['bsn', 'categorie', 'code', 'begin', 'einde', 'volume', 'eenheid', 'tarief', 'bedrag'] as const;
  return zelfdeNummer && velden.every((veld) => p[veld] === debet[veld]);
}

const debetVan = (p: Regel, regels: readonly Geboekt[]) =>
  regels.findLast((d) => d.dc === 'D' && d.referentie === p.vorige);
/** TR390: at most once. */
const nogEens = (p: Regel, voor: readonly Geboekt[]) =>
  voor.some((c) => c.dc === 'C' && c.vorige === p.vorige) ? ['TR390'] : [];

/** JW323. TR323: of a granted debet. */
export function credit(p: Regel, voor: readonly Geboekt[]): string[] {
  const debet = debetVan(p, voor);
  return [...(isKopie(p, debet) && debet?.stand === 'toegekend' ? [] : ['TR323']), ...nogEens(p, voor)];
}

/** JW303. A factuur takes back what was sent, whatever was said of it; a declaratie what was granted (IV053). */
export function oudeCredit(
  p: Regel,
  voor: readonly Geboekt[],
  geweigerd: readonly Geboekt[],
  isFactuur: boolean,
): string[] {
  // A refused line leaves its number free: of more with one number it is the one that this is a copy of.
  const kopieVan = geweigerd.find((d) => d.dc === 'D' && d.referentie === p.vorige && isKopie(p, d));
  const debet = debetVan(p, voor) ?? kopieVan ?? debetVan(p, geweigerd);
  const regels = nogEens(p, voor);
  if (!isKopie(p, debet)) return [...regels, 'TR323'];
  if (isFactuur || debet?.stand === 'toegekend') return regels;
  return [...regels, debet?.stand === 'afgewezen' ? 'IV053' : 'TR323'];
}
