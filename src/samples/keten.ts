import { volumeBinnen } from '../signaalbudget/bedrag.ts';
import { eersteVanMaand, laatsteVanMaand, plusDagen, plusJaren } from '../standard/datum.ts';
import type { Release } from '../standard/message-types.ts';
import type { Bericht, Groep } from '../xml/tree.ts';
import { type Decor, eersteDag } from './decor.ts';
import type { Keuze } from './keuze.ts';
import { declaratie } from './messages/declaratie.ts';
import { jw305, jw307, start, stop } from './messages/regie.ts';
import { jw301, toegewezen } from './messages/toewijzing.ts';
import { aangevraagd, jw315, referentie } from './messages/verzoek.ts';
import { MET_ZORGVERLENERCODE } from './waarden.ts';
import { met } from './wijzig.ts';

/** What tells one chain from another. */
export interface Kind {
  readonly bsn: string;
  /** Eight digits: the ToewijzingNummer, and the root of every other number. */
  readonly nummer: number;
}

/**
 * The days of a chain: delivered last month, asked for before it, declared and stopped today. No earlier month, for a
 * declaratie may not go back behind the period of one before it.
 */
export function dagenVan(vandaag: string) {
  const begin = eersteDag(vandaag, -1);
  return {
    begin,
    stop: laatsteVanMaand(begin),
    gevraagd: plusDagen(begin, -21),
    toegewezen: plusDagen(begin, -14),
    gestart: plusDagen(begin, 2),
    gedeclareerd: vandaag,
    gestopt: vandaag,
  };
}

/**
 * A child from request to stop: JW315, JW301, JW305, the declaratie of that month (JW323, in iJW 2.3 a JW303) and
 * JW307, each with the date of its own day. A gateway that has these agreements takes them one after the other.
 */
export function keten(keuze: Keuze, kind: Kind, release: Release, vandaag: string): Bericht[] {
  const dagen = dagenVan(vandaag);
  const { gemeente, aanbieder, product } = keuze;
  const einde = plusDagen(dagen.begin, (product.maxDagen ?? 182) - 1);
  const gestopt = vroegste(dagen.stop, einde);
  const op = (dag: string): Decor => ({
    ...{ vandaag: dag, gemeente, aanbieder, release, begin: dagen.begin, einde },
    ...{ bsn: kind.bsn, anderBsn: kind.bsn, nummer: kind.nummer },
  });
  const Product = { Categorie: product.categorie, Code: product.code };
  const Omvang = { Volume: String(product.gevraagd), Eenheid: product.eenheid, Frequentie: '6' };
  const regie = { Product, Begindatum: dagen.begin };
  const maand = { begin: dagen.begin, einde: laatsteVanMaand(dagen.begin) };
  const regel = {
    ...{ code: product.code, categorie: product.categorie, eenheid: product.eenheid },
    ...{ volume: product.geleverd, tarief: product.tarief, bedrag: product.bedrag },
    begin: maand.begin,
    einde: vroegste(maand.einde, einde),
  };
  const [vraag, besluit] = [op(dagen.gevraagd), op(dagen.toegewezen)];
  const berichten = [
    jw315(vraag, [gevraagd(vraag, keuze, { Product, Omvang, ToewijzingIngangsdatum: dagen.begin })]),
    jw301(besluit, [
      toegewezen(besluit, {
        ...{ ReferentieAanbieder: referentie(vraag), Product, Omvang },
        Toewijzingsdatum: dagen.toegewezen,
      }),
    ]),
    jw305(op(dagen.gestart), [start(op(dagen.gestart), regie)]),
    declaratie(op(dagen.gedeclareerd), [regel], { ...maand, code: product.factuur ? '450' : '432' }),
    jw307(op(dagen.gestopt), [stop(op(dagen.gestopt), { ...regie, Einddatum: gestopt })]),
  ];
  const geboren = plusJaren(eersteVanMaand(dagen.begin), -product.leeftijd);
  return berichten.map((bericht, i) => afgemaakt(bericht, `${kind.nummer}0${i + 1}`, geboren));
}

/**
 * The request. Where it would be granted at once, the gateway itself would send the JW301: then it asks for what the
 * gemeente must look at, more than the signaalbudget or without an end.
 */
function gevraagd(vraag: Decor, { product, vanzelf, signaalbudget }: Keuze, anders: Groep): Groep {
  const { Verwijzer: _, ...basis } = aangevraagd(vraag, { ...anders, BeschikkingIngangsdatum: vraag.begin });
  const verzoek = { ...basis, Verwijzer: verwijzerVan(product.verwijzer, vraag.release) };
  if (!vanzelf) return verzoek;
  const omvang = anders.Omvang as Groep;
  if (signaalbudget !== null) {
    const contract = { tarief: product.tarief, tariefEenheid: product.eenheid };
    const meer = 2 * (volumeBinnen(signaalbudget, product.eenheid, contract) ?? product.gevraagd);
    return { ...verzoek, Omvang: { ...omvang, Volume: String(meer) } };
  }
  if (product.maxDagen === null)
    return { ...verzoek, ToewijzingEinddatum: undefined, Omvang: { ...omvang, Frequentie: '4' } };
  return { ...verzoek, Product: { Categorie: product.categorie }, Omvang: undefined };
}

function verwijzerVan(type: string, release: Release): Groep {
  const metCode = release !== '2.3' && MET_ZORGVERLENERCODE.has(type);
  return { Type: type, ...(metCode ? { ZorgverlenerCode: '01000001' } : { Naam: 'Verwijzer Voorbeeld' }) };
}

/** With an Identificatie of its own, and the birth date that the child has in all of them. */
function afgemaakt(bericht: Bericht, identificatie: string, geboren: string): Bericht {
  const oud = bericht.type === 'JW303';
  const genoemd = oud ? bericht : met(bericht, ['Header/BerichtIdentificatie/Identificatie', identificatie]);
  if (bericht.type === 'JW323') return genoemd;
  return met(genoemd, [`${oud ? 'Clienten/Client[1]' : 'Client'}/Geboortedatum/Datum`, geboren]);
}

function vroegste(een: string, ander: string): string {
  return [een, ander].sort()[0] ?? een;
}
