import type { Jw301, Product, Uitkomst } from '../bericht.ts';
import { AMSTELVEEN, BUDGET, CONTRACT, SOORTEN } from '../wereld.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { heeftStapeling, isOnmogelijk } from './product.ts';
import { isOpen, isVerwijderd, type Stand } from './stand.ts';
import { contractVan, kosten } from './tarief.ts';

/** JW301: TR101, TR302; TR332, TR379, TR385, TR381; section 2.6. */
export function toewijzing(bericht: Jw301, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, bsn, producten } = bericht;
  const dubbel = new Set(producten.map((p) => p.nummer)).size < producten.length;
  const gestapeld = heeftStapeling(producten.filter((p) => !isVerwijderd(p)));
  const onmogelijk = producten.some((p) => isOnmogelijk(p) || (isVerwijderd(p) && p.einde !== p.begin));
  if (dubbel || gestapeld || onmogelijk) return retour('JW301', ['0001'], null);

  const bekend = (referentie: string | null) =>
    stand.verzoeken.find((v) => v.gemeente === gemeente && v.aanbieder === aanbieder && v.referentie === referentie);
  const honoreertVow = producten.some((p) => {
    const verzoek = bekend(p.referentie);
    return verzoek?.soort === 'VOW' && isOpen(verzoek);
  });
  const klassen = producten.map((p): Klasse => {
    const codes: string[] = [];
    const eigenaar = stand.nummers.get(`${gemeente} ${p.nummer}`);
    if (eigenaar !== undefined && eigenaar !== `${aanbieder} ${bsn}`) codes.push('9332');
    const verzoek = bekend(p.referentie);
    const huidig = stand.van(gemeente, aanbieder, bsn).find((v) => v.nummer === p.nummer);
    const zelfdeVersie =
      huidig !== undefined && huidig.referentie === p.referentie && huidig.datum === p.datum && huidig.tijd === p.tijd;
    if (p.referentie === null ? honoreertVow : !(verzoek?.bsn === bsn && (isOpen(verzoek) || zelfdeVersie)))
      codes.push('9379');
    if (isOnbekend(p)) codes.push('S329');
    if (p.reden === '13' && huidig !== undefined && heeftOpenstaand(stand, gemeente, p.nummer)) codes.push('9385');
    return { naam: 'ToegewezenProduct', codes };
  });
  const client: Klasse = { naam: 'Client', codes: [], kinderen: [{ naam: 'Contact', codes: [] }, ...klassen] };
  if (!isFout(client)) {
    for (const p of producten) {
      stand.neemToewijzing({ ...p, gemeente, aanbieder, bsn, signaalbudget: signaalbudget(gemeente, aanbieder, p) });
      const verzoek = bekend(p.referentie);
      if (verzoek !== undefined) verzoek.stand = 'toegewezen';
    }
  }
  return retour('JW301', [], client);
}

function heeftOpenstaand(stand: Stand, gemeente: string, nummer: number): boolean {
  const op = stand.geboekt.filter((p) => p.gemeente === gemeente && p.nummer === nummer);
  return op.some((d) => d.dc === 'D' && !op.some((c) => c.dc === 'C' && c.vorige === d.referentie));
}

/** TR381. */
export const isOnbekend = ({ categorie, code }: Product) => code !== null && SOORTEN[code]?.categorie !== categorie;

/** DESIGN 5.5: of an ambulant product a total at its tariff, or its Budget; else the fixed one. */
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
