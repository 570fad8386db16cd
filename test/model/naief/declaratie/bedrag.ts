import type { Prestatie } from '../../bericht.ts';
import type { Versie } from '../gegevens.ts';
import { contractVan, kosten, rond } from '../tarief.ts';

/** TR346 and TR418: the contract's tariff; minutes of an hour tariff are rounded on the amount (IV081). */
export function bedrag(p: Prestatie, t: Versie | undefined, gemeente: string, aanbieder: string): string[] {
  const { tarief, volume, eenheid } = p;
  if (tarief === null) return [];
  const contract = t === undefined ? undefined : contractVan(gemeente, aanbieder, p.categorie, p.code);
  const juist = contract === undefined ? null : kosten(1, eenheid, contract);
  const product = p.bedrag === volume * tarief;
  const minutenVanUren = contract?.eenheid === '04' && eenheid === '01';
  const goed = minutenVanUren
    ? p.bedrag === kosten(volume, eenheid, contract) || (tarief !== juist && product)
    : product || (contract === undefined && isUurtarief(p, tarief, t));
  return [...(goed ? [] : ['TR346']), ...(juist === null || juist === tarief ? [] : ['TR418'])];
}

/** Without a contract any hour tariff that rounds to this minute tariff will do, where hours may be what was assigned. */
function isUurtarief({ eenheid, volume, bedrag }: Prestatie, tarief: number, t: Versie | undefined): boolean {
  if (eenheid !== '01' || (t?.omvang?.eenheid ?? '04') !== '04') return false;
  return [...Array(60).keys()].some((cent) => {
    const uur = Math.max(0, 60 * tarief - 30) + cent;
    return rond(uur, 60) === tarief && rond(uur * volume, 60) === bedrag;
  });
}
