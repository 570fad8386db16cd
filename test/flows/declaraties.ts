import { eersteVanMaand, laatsteVanMaand, plusDagen } from '../../src/standard/datum.ts';
import type { Bericht, Groep } from '../../src/xml/tree.ts';
import { groepVan, lijstVan } from '../../src/xml/tree.ts';
import { vandaag, vers } from './berichten.ts';

/** A declaratie over last month, and the answer that a gemeente with a system of its own gives on it. */

export const VORIGE_MAAND = {
  Begindatum: eersteVanMaand(plusDagen(eersteVanMaand(vandaag()), -1)),
  Einddatum: laatsteVanMaand(plusDagen(eersteVanMaand(vandaag()), -1)),
};
const XSD = { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' };

export interface Regel {
  readonly ref: string;
  readonly nummer: number;
  readonly code: string;
  readonly volume: number;
  readonly tarief: number;
}

function prestatie(r: Regel): Groep {
  return {
    ProductReferentie: { ReferentieNummer: r.ref },
    ToewijzingNummer: String(r.nummer),
    ProductCategorie: r.code.slice(0, 2),
    ProductCode: r.code,
    ProductPeriode: VORIGE_MAAND,
    GeleverdVolume: String(r.volume),
    Eenheid: '01',
    ProductTarief: String(r.tarief),
    IngediendBedrag: { Bedrag: String(r.volume * r.tarief), DebetCredit: 'D' },
  };
}

const bedrag = (som: number): Groep => ({ TotaalBedrag: String(som), DebetCredit: 'D' });

export function jw323(van: { gemeente: string; aanbieder: string; bsn: string }, ...regels: readonly Regel[]): Bericht {
  const som = regels.reduce((s, r) => s + r.volume * r.tarief, 0);
  const Header = {
    ...{
      BerichtCode: '490',
      BerichtVersie: '3',
      BerichtSubversie: '2',
      Afzender: van.aanbieder,
      Ontvanger: van.gemeente,
    },
    BerichtIdentificatie: { Identificatie: vers('D'), Dagtekening: vandaag() },
    XsdVersie: XSD,
  };
  const Declaratie = {
    DeclaratieNummer: vers('N'),
    DeclaratiePeriode: VORIGE_MAAND,
    DeclaratieDagtekening: vandaag(),
    TotaalIngediendBedrag: bedrag(som),
    Clienten: { Client: [{ Bsn: van.bsn, Prestaties: { Prestatie: regels.map(prestatie) } }] },
  };
  return { type: 'JW323', release: '3.2', inhoud: { Header, Declaratie } };
}

/** Grants all but these references; with a code for the declaratie, none. */
export function jw325(
  op: Bericht,
  geweigerd: readonly string[],
  code = geweigerd.length === 0 ? '8001' : '0200',
): Bericht {
  const header = groepVan(op.inhoud, 'Header') ?? {};
  const declaratie = groepVan(op.inhoud, 'Declaratie') ?? {};
  const clienten = lijstVan(declaratie, 'Clienten/Client');
  const ref = (p: Groep) => String(groepVan(p, 'ProductReferentie')?.ReferentieNummer);
  const waarde = (p: Groep) => Number(groepVan(p, 'IngediendBedrag')?.Bedrag);
  const alle = clienten.flatMap((client) => lijstVan(client, 'Prestaties/Prestatie'));
  const toegekend = alle.filter((p) => !geweigerd.includes(ref(p))).reduce((s, p) => s + waarde(p), 0);
  const vermeld = clienten.map((client) => ({
    Bsn: client.Bsn,
    Prestaties: {
      Prestatie: lijstVan(client, 'Prestaties/Prestatie')
        .filter((p) => geweigerd.includes(ref(p)))
        .map((p) => ({ ...p, RetourCodes: { RetourCode: ['9322'] } })),
    },
    RetourCodes: { RetourCode: ['0200'] },
  }));
  const heel = code === '0200' || code === '8001';
  const Header = {
    ...{ BerichtCode: '491', BerichtVersie: '3', BerichtSubversie: '2' },
    ...{ Afzender: header.Ontvanger, Ontvanger: header.Afzender },
    BerichtIdentificatie: { Identificatie: vers('A'), Dagtekening: vandaag() },
    XsdVersie: XSD,
    DeclaratieIdentificatie: header.BerichtIdentificatie,
    XsdVersieDeclaratie: header.XsdVersie,
    RetourCodes: { RetourCode: ['0200'] },
  };
  const DeclaratieAntwoord = {
    DeclaratieNummer: declaratie.DeclaratieNummer,
    TotaalIngediendBedrag: declaratie.TotaalIngediendBedrag,
    TotaalToegekendBedrag: bedrag(heel ? toegekend : 0),
    ...(heel && geweigerd.length > 0 ? { Clienten: { Client: vermeld } } : {}),
    RetourCodes: { RetourCode: [code] },
  };
  return { type: 'JW325', release: '3.2', inhoud: { Header, DeclaratieAntwoord } };
}
