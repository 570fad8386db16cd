import type { Aangevraagd, Product, Wijziging } from '../bericht.ts';
import { plus } from '../datum.ts';
import type { Kies } from '../keuze.ts';
import { isVerwijderd, type Versie } from '../naief/gegevens.ts';
import { CLIENTEN, VANDAAG } from '../wereld.ts';
import { bekend, client, kop, type Maak, oudeKop } from './omstandigheid.ts';
import { product, zonderBudget } from './product.ts';

export const jw315: Maak = (bij) => {
  const { kies } = bij;
  const hoofd = oudeKop(bij);
  const producten = kies.aantal(2, (nr): Aangevraagd => {
    const begin = kies.uit(['2026-07-01', '2026-06-20', '2026-05-01']);
    const wens = product(kies, begin, [plus(begin, 59), plus(begin, 60), plus(begin, 24), null], nr);
    return {
      ...(hoofd.release === '2.3' ? zonderBudget(wens) : wens),
      referentie: kies.soms(12) ? 'R1' : `R${bij.nr}-${kies.soms(20) ? 0 : nr}`,
      verwijzer: kies.soms(12) ? '06' : '02',
    };
  });
  return { ...hoofd, type: 'JW315', bsn: kies.uit(CLIENTEN), producten };
};

function wijziging(kies: Kies, t: Versie, nummer: number): Wijziging {
  const begin = kies.soms(3) ? kies.uit([plus(VANDAAG, 10), '2026-04-20']) : t.begin;
  const wat = t.omvang === null ? null : { ...t.omvang, volume: 77 };
  const vreemd = { volume: 77, eenheid: '01', frequentie: '6' };
  return {
    nummer,
    begin,
    einde: kies.uit(['2026-12-31', wat?.frequentie === '2' || t.budget !== null ? '2026-11-30' : null]),
    omvang: kies.soms(12) ? (wat === null ? vreemd : null) : wat,
    budget: kies.soms(20) ? 7000 : t.budget,
  };
}

/** Names all current toewijzingen of the client, unless it forgets one. */
export const jw317: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = bekend(bij, kop(bij));
  const bsn = client(bij, hoofd);
  const ongewijzigd: number[] = [];
  const wijzigen: Wijziging[] = [];
  for (const t of stand.van(hoofd.gemeente, hoofd.aanbieder, bsn)) {
    const actueel = !isVerwijderd(t) && (t.einde === null || t.einde >= VANDAAG);
    if (t.nummer === null) continue;
    if (actueel ? kies.soms(12) : !kies.soms(12)) continue;
    if (kies.soms(2)) ongewijzigd.push(t.nummer);
    else wijzigen.push(wijziging(kies, t, t.nummer));
  }
  if (kies.soms(15)) ongewijzigd.push(777);
  const nieuw: Product[] =
    kies.soms(3) || (wijzigen.length === 0 && !kies.soms(10))
      ? kies.aantal(2, (nr) => product(kies, '2026-07-15', ['2026-12-31', null], nr))
      : [];
  return {
    ...hoofd,
    type: 'JW317',
    bsn,
    referentie: kies.soms(12) ? 'R1' : `W${bij.nr}`,
    ongewijzigd,
    wijzigen,
    nieuw,
  };
};
