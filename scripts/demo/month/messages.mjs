import { declaratie } from '../../../dist/src/samples/messages/declaratie.js';
import { jw305, jw307 } from '../../../dist/src/samples/messages/regie.js';
import { jw301, toegewezen } from '../../../dist/src/samples/messages/toewijzing.js';
import { aangevraagd, jw315, jw317, teWijzigen } from '../../../dist/src/samples/messages/verzoek.js';
import { MET_ZORGVERLENERCODE } from '../../../dist/src/samples/waarden.js';
import { met } from '../../../dist/src/samples/wijzig.js';
import { writeBericht } from '../../../dist/src/xml/write/write.js';

/** Messages about one child on one day, of the builders of src/samples; each gives an object that `bytesOf` writes. */
export function messagesOf(child, dag) {
  const { product } = child;
  const decor = {
    ...{ vandaag: dag, gemeente: child.gemeente, aanbieder: child.aanbieder, release: '3.2' },
    ...{ bsn: child.bsn, anderBsn: child.bsn, nummer: child.toewijzing ?? child.nummer },
    ...{ begin: child.begin, einde: child.einde },
  };
  const Product = { Categorie: product.categorie, Code: product.code };
  const omvang = (volume) => ({ Volume: String(volume), Eenheid: product.eenheid, Frequentie: '6' });
  const regie = { Product, Begindatum: child.begin };
  return {
    decor,
    asked: ({ volume = child.volume, verwijzer = product.verwijzer, ...more } = {}) =>
      jw315(decor, [
        {
          ...aangevraagd(decor, { Product, BeschikkingIngangsdatum: child.begin, ToewijzingIngangsdatum: child.begin }),
          ...{ ReferentieAanbieder: referenceOf(child), Omvang: omvang(volume), Verwijzer: referredBy(verwijzer) },
          ...more,
        },
      ]),
    assigned: (reference) =>
      jw301(decor, [
        toegewezen(decor, {
          ...(reference === undefined ? {} : { ReferentieAanbieder: reference }),
          ...{ Product, Omvang: omvang(child.volume), Toewijzingsdatum: dag },
        }),
      ]),
    started: (more = {}) => jw305(decor, [{ ...startOf(decor, regie), ...more }]),
    stopped: (day) =>
      jw307(decor, [{ ...startOf(decor, regie, { RedenBeeindiging: '31', Einddatum: day }), StatusAanlevering: '1' }]),
    changed: (volume) =>
      jw317(decor, {
        referentie: `VOW${child.nummer}`,
        anders: [{ ...teWijzigen(decor), Omvang: omvang(volume) }],
      }),
  };
}

export function referenceOf(child) {
  return `REF${child.nummer}`;
}

function referredBy(type) {
  return {
    Type: type,
    ...(MET_ZORGVERLENERCODE.has(type) ? { ZorgverlenerCode: '01000001' } : { Naam: 'Wijkteam Voorbeeld' }),
  };
}

/** In the order of the schema. */
function startOf(decor, { Product, Begindatum }, stop = {}) {
  const toewijzing = {
    ToewijzingNummer: String(decor.nummer),
    Product,
    ToewijzingIngangsdatum: decor.begin,
    Begindatum,
  };
  return { ...toewijzing, ...stop, StatusAanlevering: '1' };
}

/** One JW323 of an aanbieder to a gemeente with lines of many children: `[{child, regels}]`. */
export function declared(dag, parts, kop) {
  const each = parts.map(({ child, regels }) => declaratie(messagesOf(child, dag).decor, regels, kop));
  const [first] = each;
  const sum = parts
    .flatMap(({ regels }) => regels)
    .reduce((total, { bedrag, debetCredit }) => total + (debetCredit === 'C' ? -bedrag : bedrag), 0);
  const all = each.flatMap(({ inhoud }) => inhoud.Declaratie.Clienten.Client);
  return met(
    first,
    ['Declaratie/Clienten/Client', all],
    ['Declaratie/TotaalIngediendBedrag', { TotaalBedrag: String(Math.abs(sum)), DebetCredit: sum < 0 ? 'C' : 'D' }],
  );
}

/** A name for the next message about a child. */
export function nextName(child) {
  return `${child.nummer}${String.fromCharCode(65 + child.messages++)}`;
}

/** As bytes, under this Identificatie and with the person of the child; `spoil` changes the text. */
export function bytesOf(bericht, identificatie, child, spoil = (text) => text) {
  const named = met(bericht, ['Header/BerichtIdentificatie/Identificatie', identificatie]);
  const whole = ['JW323', 'JW317', 'JW319'].includes(bericht.type) ? named : withPerson(named, child);
  return Buffer.from(spoil(Buffer.from(writeBericht(whole)).toString()));
}

function withPerson(bericht, { geboren, geslacht, voornaam, achternaam }) {
  const person = met(
    bericht,
    ['Client/Geboortedatum/Datum', geboren],
    ['Client/Geslacht', geslacht],
    ['Client/Naam/Geslachtsnaam/Achternaam', achternaam],
    ['Client/Naam/Voornamen', voornaam],
  );
  if (bericht.type !== 'JW301') return person;
  return met(person, ['Client/Relaties/Relatie[1]/Naam/Geslachtsnaam/Achternaam', achternaam]);
}
