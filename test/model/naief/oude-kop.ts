import type { HeenBericht } from '../bericht.ts';
import type { Stand } from './stand.ts';

/** iJW 2.3 has no codes for TR332 and TR347: then the whole message is 0001. */
export function oudeKop(bericht: HeenBericht, stand: Stand): string[] {
  if (bericht.release !== '2.3') return [];
  const { gemeente, aanbieder } = bericht;
  const bezet =
    bericht.type === 'JW301'
      ? bericht.producten.some((p) => isVanAnder(stand, gemeente, p.nummer, `${aanbieder} ${bericht.bsn}`))
      : bericht.type === 'JW315' && bericht.producten.some((p) => stand.referentieGebruikt(aanbieder, p.referentie));
  return bezet ? ['0001'] : [];
}

/** TR332: given to another client or another aanbieder. */
export function isVanAnder(stand: Stand, gemeente: string, nummer: number | null, wie: string): boolean {
  return (stand.houder(gemeente, nummer) ?? wie) !== wie;
}
