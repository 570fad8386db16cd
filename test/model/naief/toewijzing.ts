import type { Jw301, Uitkomst } from '../bericht.ts';
import { AMSTELVEEN, BUDGET, CONTRACT, MINUTEN, MINUUTTARIEF, ONBEKEND, ZONDER_CONTRACT } from '../wereld.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { isOpen, overlapt, type Stand } from './stand.ts';

/** JW301: TR101, TR302; TR332, TR379, TR385, TR381. */
export function toewijzing(bericht: Jw301, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, bsn, producten } = bericht;
  const dubbel = new Set(producten.map((p) => p.nummer)).size < producten.length;
  const gestapeld = producten.some((p, i) =>
    producten.some((q, j) => i < j && p.code === q.code && p.reden !== '13' && q.reden !== '13' && overlapt(p, q)),
  );
  if (dubbel || gestapeld) return retour('JW301', ['0001'], null);

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
    if (p.code === ONBEKEND) codes.push('S329');
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

/** DESIGN 5.5: a total of an ambulant product, at its tariff; else the fixed one. */
export function signaalbudget(gemeente: string, aanbieder: string, p: Jw301['producten'][number]): string {
  if (p.code !== MINUTEN && p.code !== ZONDER_CONTRACT) return 'geen';
  const vast = BUDGET[gemeente] ?? 0;
  const heeftTarief = CONTRACT[gemeente]?.[aanbieder]?.includes(p.code) ?? false;
  const bedrag = p.omvang.frequentie === '6' && heeftTarief ? p.omvang.volume * MINUUTTARIEF : vast;
  return `${bedrag > vast ? 'maatwerk' : 'standaard'} ${bedrag}`;
}

export const isAutomatisch = (gemeente: string) => gemeente === AMSTELVEEN;
