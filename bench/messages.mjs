import { PRODUCTEN } from './agreements.mjs';
import { GEBOREN, MAAND, VANDAAG } from './dates.mjs';

/** Minutes that a toewijzing allows in total, and that one prestatie delivers. */
const TOEGEWEZEN = 3000;
const GELEVERD = 60;

/** A toewijzing to one client: its first `producten` products, numbered from `nummer`. */
export function jw301({ agb, gemeente, bsn, nummer, producten }, identificatie) {
  const regels = PRODUCTEN.slice(0, producten).map(
    ({ categorie, code, eenheid }, i) => `<p:ToegewezenProduct>
<p:ToewijzingNummer>${nummer + i}</p:ToewijzingNummer>
<p:Product><ijw:Categorie>${categorie}</ijw:Categorie><ijw:Code>${code}</ijw:Code></p:Product>
<p:Toewijzingsdatum>${MAAND.begin}</p:Toewijzingsdatum><p:Toewijzingstijd>10:00:00</p:Toewijzingstijd>
<p:Ingangsdatum>${MAAND.begin}</p:Ingangsdatum>
<p:Omvang><ijw:Volume>${TOEGEWEZEN}</ijw:Volume><ijw:Eenheid>${eenheid}</ijw:Eenheid><ijw:Frequentie>6</ijw:Frequentie></p:Omvang>
</p:ToegewezenProduct>`,
  );
  return bericht('jw301', '436', gemeente, agb, identificatie, [
    `<p:Client>${persoon(bsn, '<ijw:NaamGebruik>1</ijw:NaamGebruik>')}
<p:Contactgegevens><p:Contact><p:Soort>01</p:Soort><p:Adres>
<ijw:Huis><ijw:Huisnummer>12</ijw:Huisnummer></ijw:Huis><ijw:Postcode>1181AA</ijw:Postcode>
<ijw:Straatnaam>Dorpsstraat</ijw:Straatnaam><ijw:Plaatsnaam>Amstelveen</ijw:Plaatsnaam><ijw:LandCode>NL</ijw:LandCode>
</p:Adres></p:Contact></p:Contactgegevens>
<p:ToegewezenProducten>`,
    ...regels,
    '</p:ToegewezenProducten></p:Client>',
  ]);
}

/** The start of the first product of that toewijzing. */
export function jw305({ agb, gemeente, bsn, nummer }, identificatie) {
  const [{ categorie, code }] = PRODUCTEN;
  return bericht('jw305', '438', agb, gemeente, identificatie, [
    `<p:Client>${persoon(bsn, '')}
<p:StartProducten><p:StartProduct>
<p:ToewijzingNummer>${nummer}</p:ToewijzingNummer>
<p:Product><ijw:Categorie>${categorie}</ijw:Categorie><ijw:Code>${code}</ijw:Code></p:Product>
<p:ToewijzingIngangsdatum>${MAAND.begin}</p:ToewijzingIngangsdatum>
<p:Begindatum>${MAAND.begin}</p:Begindatum>
<p:StatusAanlevering>1</p:StatusAanlevering>
</p:StartProduct></p:StartProducten></p:Client>`,
  ]);
}

/** One declaratie with a prestatie on each toewijzing of these clients of one aanbieder. */
export function jw323(clienten, nummer) {
  const [{ agb, gemeente }] = clienten;
  let totaal = 0;
  const delen = clienten.map((client) => {
    const regels = PRODUCTEN.slice(0, client.producten).map((product, i) => {
      totaal += GELEVERD * product.tarief;
      return prestatie(product, client.nummer + i);
    });
    return `<p:Client><p:Bsn>${client.bsn}</p:Bsn><p:Prestaties>\n${regels.join('')}</p:Prestaties></p:Client>`;
  });
  return bericht('jw323', '490', agb, gemeente, nummer, [
    `<p:Declaratie><p:DeclaratieNummer>${nummer}</p:DeclaratieNummer>
<p:DeclaratiePeriode>${periode()}</p:DeclaratiePeriode>
<p:DeclaratieDagtekening>${VANDAAG}</p:DeclaratieDagtekening>
<p:TotaalIngediendBedrag><ijw:TotaalBedrag>${totaal}</ijw:TotaalBedrag><ijw:DebetCredit>D</ijw:DebetCredit></p:TotaalIngediendBedrag>
<p:Clienten>`,
    ...delen,
    '</p:Clienten></p:Declaratie>',
  ]);
}

/** Laid out as senders do, a tag a line, so that sizes are those of real files: about 0.8 kB a prestatie. */
function prestatie({ categorie, code, eenheid, tarief }, nummer) {
  return `<p:Prestatie>
\t\t\t\t\t<p:ProductReferentie>
\t\t\t\t\t\t<ijw:ReferentieNummer>R${nummer}</ijw:ReferentieNummer>
\t\t\t\t\t</p:ProductReferentie>
\t\t\t\t\t<p:ToewijzingNummer>${nummer}</p:ToewijzingNummer>
\t\t\t\t\t<p:ProductCategorie>${categorie}</p:ProductCategorie>
\t\t\t\t\t<p:ProductCode>${code}</p:ProductCode>
\t\t\t\t\t<p:ProductPeriode>${periode()}</p:ProductPeriode>
\t\t\t\t\t<p:GeleverdVolume>${GELEVERD}</p:GeleverdVolume>
\t\t\t\t\t<p:Eenheid>${eenheid}</p:Eenheid>
\t\t\t\t\t<p:ProductTarief>${tarief}</p:ProductTarief>
\t\t\t\t\t<p:IngediendBedrag>
\t\t\t\t\t\t<ijw:Bedrag>${GELEVERD * tarief}</ijw:Bedrag>
\t\t\t\t\t\t<ijw:DebetCredit>D</ijw:DebetCredit>
\t\t\t\t\t</p:IngediendBedrag>
\t\t\t\t</p:Prestatie>
`;
}

function periode() {
  return `
\t\t\t\t\t\t<ijw:Begindatum>${MAAND.begin}</ijw:Begindatum>
\t\t\t\t\t\t<ijw:Einddatum>${MAAND.einde}</ijw:Einddatum>
\t\t\t\t\t`;
}

function persoon(bsn, naamGebruik) {
  return `<p:Bsn>${bsn}</p:Bsn>
<p:Geboortedatum><ijw:Datum>${GEBOREN}</ijw:Datum></p:Geboortedatum>
<p:Geslacht>1</p:Geslacht>
<p:Naam><ijw:Geslachtsnaam><ijw:Achternaam>Wit</ijw:Achternaam></ijw:Geslachtsnaam><ijw:Voornamen>Tom</ijw:Voornamen>${naamGebruik}</p:Naam>`;
}

/** A whole message as bytes; `p` in the body stands for the prefix of its own namespace. */
function bericht(soort, code, afzender, ontvanger, identificatie, inhoud) {
  const ns = 'http://www.istandaarden.nl/ijw/3_2';
  const tekst = `<?xml version="1.0" encoding="UTF-8"?>
<p:Bericht xmlns:ijw="${ns}/basisschema/schema" xmlns:p="${ns}/${soort}/schema">
<p:Header>
<p:BerichtCode>${code}</p:BerichtCode><p:BerichtVersie>3</p:BerichtVersie><p:BerichtSubversie>2</p:BerichtSubversie>
<p:Afzender>${afzender}</p:Afzender>
<p:Ontvanger>${ontvanger}</p:Ontvanger>
<p:BerichtIdentificatie><ijw:Identificatie>${identificatie}</ijw:Identificatie><ijw:Dagtekening>${VANDAAG}</ijw:Dagtekening></p:BerichtIdentificatie>
<p:XsdVersie><ijw:BasisschemaXsdVersie>1.0.0</ijw:BasisschemaXsdVersie><ijw:BerichtXsdVersie>1.0.0</ijw:BerichtXsdVersie></p:XsdVersie>
</p:Header>
${inhoud.join('\n')}
</p:Bericht>
`;
  const metPrefix = tekst.replaceAll(/(<\/?)p:/g, `$1${soort}:`).replace('xmlns:p=', `xmlns:${soort}=`);
  return Buffer.from(metPrefix.replaceAll('\n', '\r\n'));
}
