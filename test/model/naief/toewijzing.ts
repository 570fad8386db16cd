import type { Jw301, Product, Toegewezen, Uitkomst } from '../bericht.ts';
import { AMSTELVEEN, BUDGET, CONTRACT, isEigen, SOORTEN } from '../wereld.ts';
import { isOpen, isVerwijderd } from './gegevens.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { isVanAnder } from './oude-kop.ts';
import { heeftStapeling, isOnmogelijk } from './product.ts';
import type { Stand } from './stand.ts';
import { contractVan, kosten } from './tarief.ts';

/** JW301: TR101, TR302; TR332, TR379, TR385, TR381; and what holds of any product. */
export function toewijzing(bericht: Jw301, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, bsn, producten, release } = bericht;
  const nummers = producten.flatMap((p) => p.nummer ?? []);
  const dubbel = new Set(nummers).size < nummers.length;
  const gestapeld = heeftStapeling(producten.filter((p) => !isVerwijderd(p)));
  const onmogelijk = producten.some((p) => isOnmogelijk(p, release) || (isVerwijderd(p) && p.einde !== p.begin));
  if (dubbel || gestapeld || onmogelijk) return retour(bericht, ['0001'], null);

  const klassen = producten.map((p): Klasse => {
    const codes = release === '2.3' ? [] : nieuweCodes(p, bericht, stand);
    if (isVanAnder(stand, gemeente, p.nummer, `${aanbieder} ${bsn}`)) codes.unshift('9332');
    return { naam: 'ToegewezenProduct', codes: isOnbekend(p) ? [...codes, 'S329'].sort(opRegel) : codes };
  });
  const kinderen = release === '2.3' ? [{ naam: 'Beschikking', codes: [], kinderen: klassen }] : klassen;
  const client: Klasse = { naam: 'Client', codes: [], kinderen: [{ naam: 'Contact', codes: [] }, ...kinderen] };
  if (!isFout(client)) neemOver(bericht, stand);
  return retour(bericht, [], client);
}

/** 9385 belongs to a later rule than S329. */
const opRegel = (a: string, b: string) => Number(a === '9385') - Number(b === '9385');

/** TR379 and TR385 are of iJW 3.2 alone. */
function nieuweCodes(p: Toegewezen, { gemeente, aanbieder, bsn, producten }: Jw301, stand: Stand): string[] {
  const bekend = (referentie: string | null) => stand.verzoek(gemeente, aanbieder, referentie);
  const honoreertVow = producten.some(({ referentie }) => {
    const ander = bekend(referentie);
    return ander?.soort === 'VOW' && isOpen(ander);
  });
  const verzoek = bekend(p.referentie);
  const huidig = stand.van(gemeente, aanbieder, bsn).find((v) => v.nummer === p.nummer);
  const zelfdeVersie =
    huidig !== undefined && huidig.referentie === p.referentie && huidig.datum === p.datum && huidig.tijd === p.tijd;
  // What a JW315 brought is new or changed.
  const isNieuws = huidig === undefined || !zegtHetzelfde(p, huidig);
  const honoreert = verzoek !== undefined && isOpen(verzoek) && (verzoek.soort === 'VOW' || isNieuws);
  const vreemd = p.referentie === null ? honoreertVow : verzoek?.bsn !== bsn || !(honoreert || zelfdeVersie);
  const op = stand.geboekt.filter((g) => g.op === huidig?.sleutel);
  const betaald = op.some(
    (d) => d.dc === 'D' && d.stand === 'toegekend' && !op.some((c) => c.dc === 'C' && c.vorige === d.referentie),
  );
  return [...(vreemd ? ['9379'] : []), ...(p.reden === '13' && betaald ? ['9385'] : [])];
}

function neemOver(bericht: Jw301, stand: Stand): void {
  const { gemeente, aanbieder, bsn, producten } = bericht;
  for (const p of producten) {
    const naam = p.nummer ?? [p.categorie, p.code, p.begin].join(' ');
    // Given to another, once it was refused, it is another toewijzing, on which nothing was declared.
    const sleutel = `${gemeente} ${aanbieder} ${bsn} ${naam}`;
    const wie = { gemeente, aanbieder, bsn, bericht: stand.nu, sleutel };
    const verzoek = stand.verzoek(gemeente, aanbieder, p.referentie);
    const oud = stand.toewijzingen.find((v) => v.sleutel === sleutel);
    const herhaald = oud !== undefined && zegtHetzelfde(p, oud);
    const voorlopig = herhaald ? oud.voorlopig : isEigen(aanbieder);
    stand.versies.push({ ...p, ...wie, voorlopig, signaalbudget: signaalbudget(gemeente, aanbieder, p) });
    // Sent once more it decides nothing.
    if (verzoek?.bsn === bsn && verzoek.stand !== 'toegewezen')
      stand.besluit(verzoek.regel, 'toegewezen', stand.nu, false);
  }
}

/** Every JW301 holds all that is current: what says nothing new was accepted with what it repeats (OP087). */
function zegtHetzelfde(nieuw: Toegewezen, oud: Toegewezen): boolean {
  const inhoud = ({ categorie, code, begin, einde, omvang, budget }: Toegewezen) =>
    JSON.stringify([categorie, code, begin, einde, omvang, budget]);
  return inhoud(nieuw) === inhoud(oud) && (nieuw.reden === null || nieuw.reden === oud.reden);
}

/** TR381. */
export const isOnbekend = ({ categorie, code }: Product) => code !== null && SOORTEN[code]?.categorie !== categorie;

/** Of an ambulant product a total at its tariff, or its Budget; else the fixed one. */
export function signaalbudget(gemeente: string, aanbieder: string, p: Product): string {
  if (p.code === null) {
    const ambulant = p.categorie === null || p.categorie === '45';
    return ambulant && p.budget !== null ? `standaard ${p.budget}` : 'geen';
  }
  if (SOORTEN[p.code]?.ambulant !== true) return 'geen';
  const vast = BUDGET[gemeente] ?? 0;
  const contract = contractVan(gemeente, aanbieder, p.categorie, p.code);
  const waarde =
    p.omvang?.frequentie === '6' && contract !== undefined ? kosten(p.omvang.volume, p.omvang.eenheid, contract) : null;
  const bedrag = waarde ?? vast;
  return `${bedrag > vast ? 'maatwerk' : 'standaard'} ${bedrag}`;
}

export const isAutomatisch = (gemeente: string) => gemeente === AMSTELVEEN;
export const heeftContract = (gemeente: string, aanbieder: string) => CONTRACT[gemeente]?.[aanbieder] !== undefined;
