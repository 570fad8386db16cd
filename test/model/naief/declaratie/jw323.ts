import type { Jw323, Prestatie, Uitkomst } from '../../bericht.ts';
import { isEigen } from '../../wereld.ts';
import type { Stand } from '../stand.ts';
import { credit } from './credit.ts';
import { debet, periode } from './debet.ts';
import { Keuring, metTeken } from './keuring.ts';
import { codesVan } from './retourcode.ts';

export const totaal = (naam: string, som: number) => `${naam} ${Math.abs(som)} ${som < 0 ? 'C' : 'D'}`;

/** JW323 and the JW325 that answers it (docs/decisions/return-messages.md, docs/decisions/debet-and-credit.md). */
export function jw323(bericht: Jw323, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, clienten, nummer, begin, einde } = bericht;
  if (isInhoudFout(bericht)) return jw325('afgekeurd', ['Header 0001'], []);
  const totalen = (toegekend: number) => [
    totaal('TotaalIngediendBedrag', bericht.totaal),
    totaal('TotaalToegekendBedrag', toegekend),
  ];
  const vanHem = stand.declaraties.filter((d) => d.aanbieder === aanbieder);
  const eerder = vanHem.filter((d) => d.gemeente === gemeente && d.release === '3.2' && d.begin > begin);
  const codes = [...(eerder.length > 0 ? ['8214'] : []), ...(vanHem.some((d) => d.nummer === nummer) ? ['9333'] : [])];
  if (codes.length > 0) return jw325('afgekeurd', ['Header 0200', `DeclaratieAntwoord ${codes.join(' ')}`], totalen(0));

  const eigen = stand.van(gemeente, aanbieder);
  const versie = (p: Prestatie) => eigen.find((v) => v.nummer === p.nummer);
  const keuring = new Keuring({
    ...{ gemeente, aanbieder, clienten, stand, versie, credit },
    debet: (p, voor) => debet(p, { gemeente, aanbieder, tot: einde, versie: versie(p), voor }),
  });
  stand.declareer({ gemeente, aanbieder, nummer, begin, release: '3.2', bericht: stand.nu }, keuring.goed);
  const { status, toegekend, referenties } = keuring;
  if (isEigen(gemeente)) return { status, antwoorden: [] };
  if (status === 'goedgekeurd') return jw325(status, ['Header 0200', 'DeclaratieAntwoord 8001'], totalen(toegekend));
  return jw325(
    status,
    ['Header 0200', 'DeclaratieAntwoord 0200', ...keuring.codes(codesVan)],
    [...totalen(toegekend), ...referenties],
  );
}

function jw325(status: string, codes: string[], inhoud: string[]): Uitkomst {
  return { status, antwoorden: [{ type: 'JW325', codes, inhoud }] };
}

/** CD087 and CS339: euros have no tariff, and are their own amount. */
const isOnmogelijk = (p: Prestatie) =>
  p.eenheid === '83' ? p.tarief !== null || p.bedrag !== p.volume : p.tarief === null;

/** CS337, TR134 and TR137: within one month, in order, and not after the Dagtekening. */
const isVreemdePeriode = ({ begin, einde }: Prestatie, dagtekening: string) =>
  begin.slice(0, 7) !== einde.slice(0, 7) || einde < begin || einde > dagtekening;

const dubbel = (waarden: readonly string[]) => new Set(waarden).size < waarden.length;

/** Of any declaratie: TR315, TR316, TR101 (one ReferentieNummer twice for one client), and the total (TR358, TR312). */
export function isVerwardOfVerkeerdGeteld({ clienten, totaal }: Pick<Jw323, 'clienten' | 'totaal'>): boolean {
  const regels = clienten.flatMap((c) => c.prestaties);
  const credits = regels.filter((p) => p.dc === 'C').map((p) => p.vorige ?? '');
  return (
    totaal !== regels.reduce((som, p) => som + metTeken(p), 0) ||
    dubbel(credits) ||
    regels.some((p) => credits.includes(p.referentie)) ||
    clienten.some((c) => dubbel(c.prestaties.map((p) => p.referentie)))
  );
}

/** And TR416: one debet for a period. */
function isInhoudFout(bericht: Jw323): boolean {
  const regels = bericht.clienten.flatMap((c) => c.prestaties);
  const perioden = regels.filter((p) => p.dc === 'D').map((p) => `${p.nummer} ${periode(p)}`);
  const vreemd = regels.some((p) => isOnmogelijk(p) || isVreemdePeriode(p, bericht.dagtekening));
  return vreemd || isVerwardOfVerkeerdGeteld(bericht) || dubbel(perioden);
}
