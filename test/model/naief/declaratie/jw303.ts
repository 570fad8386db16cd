import type { Jw303, Prestatie, Uitkomst } from '../../bericht.ts';
import { FACTURATIE, isEigen, VANDAAG } from '../../wereld.ts';
import type { Stand } from '../stand.ts';
import { oudeCredit } from './credit.ts';
import { isVerwardOfVerkeerdGeteld, totaal } from './jw323.ts';
import { Keuring, type Regel } from './keuring.ts';
import { oudDebet } from './oud-debet.ts';
import { oudeVersie } from './oude-versie.ts';
import { oudeCodesVan } from './retourcode.ts';

/** JW303 and the JW304 that answers it (iJW 2.3). */
export function jw303(bericht: Jw303, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, clienten, nummer, begin, einde, release } = bericht;
  const isFactuur = bericht.vorm === 'factuur';
  const jw304 = (status: string, codes: string[], toegekend: number, regels: readonly string[] = []): Uitkomst => {
    const totalen = [totaal('IngediendTotaalBedrag', bericht.totaal), totaal('ToegekendTotaalBedrag', toegekend)];
    return { status, antwoorden: [{ type: 'JW304', codes, inhoud: [...totalen, ...regels] }] };
  };
  if (isInhoudFout(bericht)) return jw304('afgekeurd', ['Header 0001'], 0);
  const kop = inKop(bericht, stand);
  if (kop.length > 0) return jw304('afgekeurd', [`Header ${oudeCodesVan(kop).join(' ')}`], 0);

  const eigen = stand.van(gemeente, aanbieder);
  const versie = (p: Regel) => oudeVersie(p, eigen);
  const geweigerd = stand.regels.filter(
    (g) => g.stand === 'afgewezen' && g.gemeente === gemeente && g.aanbieder === aanbieder,
  );
  const keuring = new Keuring({
    ...{ gemeente, aanbieder, clienten, stand, versie },
    credit: (p, voor) => oudeCredit(p, voor, geweigerd, isFactuur),
    debet: (p, voor) => oudDebet(p, { gemeente, aanbieder, tot: einde, versie: versie(p), voor }),
  });
  const declaratie = { gemeente, aanbieder, nummer, begin, release, bericht: stand.nu };
  stand.declareer(declaratie, [...keuring.goed, ...keuring.geweigerdeDebets(versie)]);
  const { status, toegekend, referenties } = keuring;
  if (isEigen(gemeente)) return { status, antwoorden: [] };
  if (status === 'goedgekeurd') return jw304(status, ['Header 8001'], toegekend);
  return jw304(status, ['Header 0200', ...keuring.codes(oudeCodesVan)], toegekend, referenties);
}

/** TR324, TR318; CS064, IV032 and OP278: the form that was agreed. */
function inKop({ gemeente, aanbieder, nummer, begin, dagtekening, vorm }: Jw303, stand: Stand): string[] {
  const vanHem = stand.declaraties.filter((d) => d.aanbieder === aanbieder);
  const eerder = vanHem.filter((d) => d.gemeente === gemeente && d.release === '2.3' && d.begin > begin);
  const afgesproken = FACTURATIE[gemeente] ?? vorm;
  return [
    ...(dagtekening > VANDAAG ? ['CS064'] : []),
    ...(begin > VANDAAG ? ['IV032'] : []),
    ...(afgesproken === vorm ? [] : [`OP278 ${afgesproken}`]),
    ...(eerder.length > 0 ? ['TR318'] : []),
    ...(vanHem.some((d) => d.nummer === nummer) ? ['TR324'] : []),
  ];
}

/** A line, in a JW304 too: CD062; TR317 and CS323 on the BerekendBedrag; its period. */
export function oudeRegelFouten(p: Prestatie, dagtekening: string): string[] {
  const { eenheid, tarief, berekend, volume, bedrag } = p;
  return [
    ...(eenheid === '83' && tarief !== null ? ['CD062'] : []),
    ...(berekend != null && bedrag > berekend ? ['CS323'] : []),
    ...(berekend != null && tarief !== null && berekend !== volume * tarief ? ['TR317'] : []),
    ...periodeFouten(p, dagtekening),
  ];
}

/** TR134 and TR137: in order, and not after the Dagtekening. */
export function periodeFouten(
  { begin, einde }: { readonly begin: string; readonly einde: string },
  dagtekening: string,
): string[] {
  return [...(begin > dagtekening ? ['TR134'] : []), ...(einde < begin || einde > dagtekening ? ['TR137'] : [])];
}

/** And CD059: a factuur tells whether it is free of btw. */
function isInhoudFout(bericht: Jw303): boolean {
  const regels = bericht.clienten.flatMap((c) => c.prestaties);
  if (bericht.vorm === 'factuur' && !bericht.vrijgesteld) return true;
  if (periodeFouten(bericht, bericht.dagtekening).length > 0) return true;
  return isVerwardOfVerkeerdGeteld(bericht) || regels.some((p) => oudeRegelFouten(p, bericht.dagtekening).length > 0);
}
