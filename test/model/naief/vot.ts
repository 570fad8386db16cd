import type { Aangevraagd, Antwoord, Jw315, Uitkomst } from '../bericht.ts';
import { dagenIn, maandenIn } from '../datum.ts';
import {
  BUDGET,
  CONTRACT,
  MAX_DAGEN,
  MINUTEN,
  MINUUTTARIEF,
  NU,
  ONBEKEND,
  UREN,
  UURTARIEF,
  VANDAAG,
} from '../wereld.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { isVerwijderd, overlapt, type Stand, type Versie, type Verzoek } from './stand.ts';
import { isAutomatisch } from './toewijzing.ts';

/** The ToewijzingNummers that the gateway gave out, in the order of the products that it granted. */
export type Uitgegeven = () => number;

/** JW315: TR386; TR347, TR374, TR381; then each product by itself (DESIGN 5.5). */
export function vot(bericht: Jw315, stand: Stand, uitgegeven: Uitgegeven): Uitkomst {
  const { gemeente, aanbieder, bsn, producten } = bericht;
  const dubbel = new Set(producten.map((p) => p.referentie)).size < producten.length;
  const gestapeld = producten.some((p, i) => producten.some((q, j) => i < j && p.code === q.code && overlapt(p, q)));
  if (dubbel || gestapeld) return retour('JW315', ['0001'], null);
  const client: Klasse = {
    naam: 'Client',
    codes: stand.isOpen(gemeente, aanbieder, bsn) ? ['9374'] : [],
    kinderen: producten.map((p) => ({
      naam: 'AangevraagdProduct',
      codes: [
        ...(stand.referentieGebruikt(aanbieder, p.referentie) ? ['9347'] : []),
        ...(p.code === ONBEKEND ? ['S329'] : []),
      ],
    })),
  };
  const uitkomst = retour('JW315', [], client);
  if (isFout(client)) return uitkomst;

  const besluiten = producten.map((p) => besluit(p, bericht, stand));
  const anderen = stand
    .van(gemeente, aanbieder, bsn)
    .filter((v) => !isVerwijderd(v) && (v.einde === null || v.einde >= VANDAAG));
  const passend = !anderen.some((a, i) => anderen.some((b, j) => i < j && a.code === b.code && overlapt(a, b)));
  const antwoorden: Antwoord[] = [];
  const nieuw: Versie[] = [];
  producten.forEach((p, i) => {
    const wat = besluiten[i] ?? 'wacht';
    const verzoek: Verzoek = {
      soort: 'VOT',
      gemeente,
      aanbieder,
      bsn,
      referentie: p.referentie,
      stand: 'open',
      antwoorden: 0,
    };
    stand.verzoeken.push(verzoek);
    if (wat === 'onderzoek') {
      antwoorden.push({ type: 'JW319', codes: [], inhoud: [p.referentie, '2', '-'] });
      Object.assign(verzoek, { stand: 'onderzoek', antwoorden: 1 });
    } else if (wat.startsWith('reden ')) {
      antwoorden.push({ type: 'JW319', codes: [], inhoud: [p.referentie, '1', wat.slice(6)] });
      Object.assign(verzoek, { stand: 'afgewezen', antwoorden: 1 });
    } else if (wat === 'toegekend' && passend) {
      verzoek.stand = 'toegewezen';
      nieuw.push(toegekend(p, bericht, uitgegeven()));
    }
  });
  if (nieuw.length > 0) {
    for (const versie of nieuw) stand.neemToewijzing(versie);
    antwoorden.unshift({
      type: 'JW301',
      codes: [],
      inhoud: [...nieuw.map((v) => regel(v, v.referentie, null)), ...anderen.map((v) => regel(v, null, null))].sort(),
    });
  }
  return { ...uitkomst, antwoorden: [...uitkomst.antwoorden, ...antwoorden] };
}

const regel = (v: Versie, referentie: string | null, reden: string | null) =>
  [v.nummer, referentie, v.code, v.begin, v.einde, reden, v.omvang.volume, v.omvang.eenheid, v.omvang.frequentie]
    .map((deel) => deel ?? '-')
    .join(' ');

function besluit(p: Aangevraagd, { gemeente, aanbieder, bsn }: Jw315, stand: Stand): string {
  const contract = CONTRACT[gemeente]?.[aanbieder];
  if (contract === undefined) return 'reden 3';
  if (!contract.includes(p.code)) return 'reden 4';
  const al = stand.van(gemeente, aanbieder, bsn).some((v) => !isVerwijderd(v) && v.code === p.code && overlapt(v, p));
  if (al) return 'reden 6';
  if (p.verwijzer !== '02') return 'reden 4';
  if (p.code === UREN && (p.einde === null || dagenIn(p.begin, p.einde) > MAX_DAGEN)) return 'reden 4';
  if (!isAutomatisch(gemeente)) return 'wacht';
  if (p.omvang.frequentie === '4' && p.einde === null) return 'wacht';
  if (p.code !== MINUTEN) return 'toegekend';
  return waarde(p) > (BUDGET[gemeente] ?? 0) ? 'onderzoek' : 'toegekend';
}

function waarde({ omvang: { volume, frequentie, eenheid }, begin, einde }: Aangevraagd): number {
  const maal = frequentie === '4' ? maandenIn(begin, einde ?? begin) : 1;
  return volume * maal * (eenheid === '01' ? MINUUTTARIEF : UURTARIEF);
}

function toegekend(p: Aangevraagd, { gemeente, aanbieder, bsn }: Jw315, nummer: number): Versie {
  const vast = BUDGET[gemeente] ?? 0;
  const omvang =
    p.code === MINUTEN ? { volume: Math.floor(vast / MINUUTTARIEF), eenheid: '01', frequentie: '6' } : p.omvang;
  const signaalbudget = p.code === MINUTEN ? `standaard ${vast}` : 'geen';
  return {
    gemeente,
    aanbieder,
    bsn,
    nummer,
    referentie: p.referentie,
    code: p.code,
    datum: VANDAAG,
    tijd: NU,
    begin: p.begin,
    einde: p.einde,
    reden: null,
    omvang,
    signaalbudget,
  };
}
