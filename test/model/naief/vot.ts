import type { Aangevraagd, Antwoord, Jw315, Uitkomst } from '../bericht.ts';
import { dagenIn } from '../datum.ts';
import { BUDGET, isEigen, MINUTEN, NU, SOORTEN, VANDAAG } from '../wereld.ts';
import { isVerwijderd, type Versie, type VerzoekRegel } from './gegevens.ts';
import { keerIn } from './keer.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { heeftStapeling, isOnmogelijk, stapelt } from './product.ts';
import type { Stand } from './stand.ts';
import { contractVan, kosten } from './tarief.ts';
import { heeftContract, isAutomatisch, isOnbekend } from './toewijzing.ts';

/** The ToewijzingNummers that the gateway gave out, in the order of the products that it granted. */
export type Uitgegeven = () => number;

/** JW315: TR383 and TR386 in iJW 3.2; TR347, TR374, TR381; then each product by itself (docs/decisions/requests.md). */
export function vot(bericht: Jw315, stand: Stand, uitgegeven: Uitgegeven): Uitkomst {
  const { gemeente, aanbieder, bsn, producten, release } = bericht;
  const dubbel = new Set(producten.map((p) => p.referentie)).size < producten.length;
  const verward = release === '3.2' && (dubbel || heeftStapeling(producten));
  if (verward || producten.some((p) => isOnmogelijk(p, release))) return retour(bericht, ['0001'], null);
  const client: Klasse = {
    naam: 'Client',
    codes: release === '3.2' && stand.isOpen(gemeente, aanbieder, bsn) ? ['9374'] : [],
    kinderen: producten.map((p) => ({
      naam: 'AangevraagdProduct',
      codes: [
        ...(stand.referentieGebruikt(aanbieder, p.referentie) ? ['9347'] : []),
        ...(isOnbekend(p) ? ['S329'] : []),
      ],
    })),
  };
  const uitkomst = retour(bericht, [], client);
  if (isFout(client)) return uitkomst;
  if (isEigen(gemeente)) {
    const wie = { gemeente, aanbieder, bsn, bericht: stand.nu };
    for (const { referentie } of producten) stand.vraag({ soort: 'VOT', referentie, ...wie });
    return uitkomst;
  }

  const elk = producten.map((p) => besluit(p, bericht, stand));
  // Products under one reference, which iJW 2.3 allows, are one request.
  const besluiten = elk.map((wat, i) => {
    const samen = elk.filter((_, j) => producten[j]?.referentie === producten[i]?.referentie);
    const wacht = samen.length > 1 && samen.some((ander) => ander === 'wacht' || ander === 'onderzoek');
    return wacht || new Set(samen.map(soortVan)).size > 1 ? 'wacht' : wat;
  });
  const anderen = stand
    .van(gemeente, aanbieder, bsn)
    .filter((v) => !isVerwijderd(v) && (v.einde === null || v.einde >= VANDAAG));
  // What one release knows the other may not be able to say.
  const zegbaar = (v: Versie) =>
    release === '3.2' ? v.nummer !== null && !isOnmogelijk(v, '3.2') : v.budget === null && v.categorie !== null;
  const gestapeld = heeftStapeling(producten.filter((_, i) => besluiten[i] === 'toegekend'));
  const passend = !gestapeld && !heeftStapeling(anderen) && anderen.every(zegbaar);
  const wijs = besluiten.includes('toegekend') && passend;
  const antwoorden: Antwoord[] = [];
  const nieuw: Versie[] = [];
  const jw301 = `${stand.nu}/1`;
  producten.forEach((p, i) => {
    const wat = besluiten[i] ?? 'wacht';
    const verzoek: VerzoekRegel = {
      ...{ soort: 'VOT', referentie: p.referentie },
      ...{ gemeente, aanbieder, bsn, bericht: stand.nu },
    };
    stand.vraag(verzoek);
    if (wat === 'toegekend' && passend) {
      nieuw.push(toegekend(p, bericht, uitgegeven(), jw301));
      stand.besluit(verzoek, 'toegewezen', jw301, false);
    } else if (wat !== 'wacht' && wat !== 'toegekend') {
      const is319 = release === '3.2';
      const [soort, antwoord, reden] =
        wat === 'onderzoek' ? (['onderzoek', '2', '-'] as const) : (['afgewezen', '1', wat.slice(6)] as const);
      stand.besluit(verzoek, soort, is319 ? `${stand.nu}/${antwoorden.length + (wijs ? 2 : 1)}` : stand.nu, is319);
      // There is no JW319 in iJW 2.3: it is told outside the messages.
      if (is319) antwoorden.push({ type: 'JW319', codes: [], inhoud: [p.referentie, antwoord, reden] });
    }
  });
  if (nieuw.length > 0) {
    stand.versies.push(...nieuw);
    antwoorden.unshift({
      type: 'JW301',
      codes: [],
      inhoud: [...nieuw.map((v) => regel(v, v.referentie, null)), ...anderen.map((v) => regel(v, null, null))].sort(),
    });
  }
  return { ...uitkomst, antwoorden: [...uitkomst.antwoorden, ...antwoorden] };
}

/** Refused for whatever reason is one kind. */
const soortVan = (wat: string) => (wat.startsWith('reden') ? 'afgewezen' : wat);

const regel = (v: Versie, referentie: string | null, reden: string | null) =>
  [v.nummer, referentie, v.categorie, v.code, v.begin, v.einde, reden]
    .concat([v.omvang?.volume ?? null, v.omvang?.eenheid ?? null, v.omvang?.frequentie ?? null, v.budget])
    .map((deel) => deel ?? '-')
    .join(' ');

function besluit(p: Aangevraagd, { gemeente, aanbieder, bsn }: Jw315, stand: Stand): string {
  if (!heeftContract(gemeente, aanbieder)) return 'reden 3';
  const contract = contractVan(gemeente, aanbieder, p.categorie, p.code);
  if (p.code !== null && contract === undefined) return 'reden 4';
  const al = stand.van(gemeente, aanbieder, bsn).some((v) => !isVerwijderd(v) && stapelt(v, p));
  if (al) return 'reden 6';
  if (contract !== undefined && p.verwijzer !== '02') return 'reden 4';
  const maximum = contract?.maxDagen ?? Number.POSITIVE_INFINITY;
  if (p.einde === null ? maximum < Number.POSITIVE_INFINITY : dagenIn(p.begin, p.einde) > maximum) return 'reden 4';
  if (!isAutomatisch(gemeente) || contract === undefined || p.omvang === null) return 'wacht';
  if (p.omvang.frequentie !== '6' && p.einde === null) return 'wacht';
  const duur = { begin: p.begin, einde: p.einde ?? p.begin };
  const waarde = kosten(p.omvang.volume * keerIn(p.omvang, duur, { ...duur, open: false }), p.omvang.eenheid, contract);
  if (waarde === null) return 'wacht';
  return contract.ambulant && waarde > (BUDGET[gemeente] ?? 0) ? 'onderzoek' : 'toegekend';
}

function toegekend(p: Aangevraagd, { gemeente, aanbieder, bsn }: Jw315, nummer: number, bericht: string): Versie {
  const vast = BUDGET[gemeente] ?? 0;
  const omvang =
    p.code === MINUTEN
      ? { volume: Math.floor(vast / (SOORTEN[MINUTEN]?.tarief ?? 0)), eenheid: '01', frequentie: '6' }
      : p.omvang;
  const signaalbudget = p.code === MINUTEN ? `standaard ${vast}` : 'geen';
  return {
    gemeente,
    aanbieder,
    bsn,
    bericht,
    sleutel: `${gemeente} ${aanbieder} ${bsn} ${nummer}`,
    nummer,
    referentie: p.referentie,
    categorie: p.categorie,
    code: p.code,
    datum: VANDAAG,
    tijd: NU,
    begin: p.begin,
    einde: p.einde,
    reden: null,
    omvang,
    budget: null,
    signaalbudget,
    voorlopig: isEigen(aanbieder),
  };
}
