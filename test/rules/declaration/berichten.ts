import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { AANBIEDER, BSN, GEMEENTE } from './decor.ts';

/** A line to declare; what is not said is 100 minutes in February 2026 at 1,50 on toewijzing 1001. */
export interface Regel {
  readonly ref?: string;
  readonly vorig?: string;
  readonly nummer?: number | null;
  readonly categorie?: string;
  readonly code?: string;
  readonly begin?: string;
  readonly einde?: string;
  readonly volume?: number;
  readonly eenheid?: string;
  readonly tarief?: number | null;
  readonly bedrag?: number;
  readonly dc?: 'D' | 'C';
}

export interface Kop {
  readonly periode?: readonly [string, string];
  readonly nummer?: string;
  readonly gemeente?: string;
  readonly code?: string;
  readonly dagtekening?: string;
}

export type Clienten = readonly (readonly [bsn: string, regels: readonly Regel[]])[];

function volledig(regel: Regel, volgnummer: number) {
  const volume = regel.volume ?? 100;
  const tarief = regel.tarief === undefined ? 150 : regel.tarief;
  return {
    ref: `P${volgnummer}`,
    nummer: 1001 as number | null,
    categorie: '45',
    code: '45A01',
    begin: '2026-02-01',
    einde: '2026-02-28',
    eenheid: '01',
    bedrag: volume * (tarief ?? 1),
    dc: 'D' as const,
    ...regel,
    volume,
    tarief,
  };
}
type Volledig = ReturnType<typeof volledig>;

function nummer(clienten: Clienten): (readonly [string, readonly Volledig[]])[] {
  let volgnummer = 0;
  return clienten.map(([bsn, regels]) => [bsn, regels.map((regel) => volledig(regel, ++volgnummer))]);
}

function totaal(clienten: readonly (readonly [string, readonly Volledig[]])[]): Groep {
  const som = clienten.flatMap(([, r]) => r).reduce((s, r) => s + (r.dc === 'C' ? -r.bedrag : r.bedrag), 0);
  return { TotaalBedrag: String(Math.abs(som)), DebetCredit: som < 0 ? 'C' : 'D' };
}

const referentie = ({ ref, vorig }: Volledig): Groep => ({
  ReferentieNummer: ref,
  ...(vorig === undefined ? {} : { VorigReferentieNummer: vorig }),
});

export function jw323(clienten: Clienten | readonly Regel[], kop: Kop = {}): Bericht {
  const lijst = nummer(metClient(clienten));
  const [begin, einde] = kop.periode ?? ['2026-02-01', '2026-02-28'];
  return {
    type: 'JW323',
    release: '3.2',
    inhoud: {
      Header: {
        BerichtCode: '490',
        BerichtVersie: '3',
        BerichtSubversie: '2',
        Afzender: AANBIEDER,
        Ontvanger: kop.gemeente ?? GEMEENTE,
        BerichtIdentificatie: { Identificatie: 'ID1', Dagtekening: kop.dagtekening ?? '2026-03-01' },
        XsdVersie: { BasisschemaXsdVersie: '1.0.1', BerichtXsdVersie: '1.0.2' },
      },
      Declaratie: {
        DeclaratieNummer: kop.nummer ?? 'D1',
        DeclaratiePeriode: { Begindatum: begin, Einddatum: einde },
        DeclaratieDagtekening: '2026-03-01',
        TotaalIngediendBedrag: totaal(lijst),
        Clienten: {
          Client: lijst.map(([bsn, regels]) => ({ Bsn: bsn, Prestaties: { Prestatie: regels.map(prestatie323) } })),
        },
      },
    },
  };
}

function prestatie323(regel: Volledig): Groep {
  return {
    ProductReferentie: referentie(regel),
    ToewijzingNummer: String(regel.nummer),
    ProductCategorie: regel.categorie,
    ProductCode: regel.code,
    ProductPeriode: { Begindatum: regel.begin, Einddatum: regel.einde },
    GeleverdVolume: String(regel.volume),
    Eenheid: regel.eenheid,
    ...(regel.tarief === null ? {} : { ProductTarief: String(regel.tarief) }),
    IngediendBedrag: { Bedrag: String(regel.bedrag), DebetCredit: regel.dc },
  };
}

/** A declaratie (432) or factuur (450) of iJW 2.3, June 2019. */
export function jw303(clienten: Clienten | readonly Regel[], kop: Kop = {}): Bericht {
  const lijst = nummer(metClient(clienten));
  const [begin, einde] = kop.periode ?? ['2019-06-01', '2019-06-30'];
  return {
    type: 'JW303',
    release: '2.3',
    inhoud: {
      Header: {
        BerichtCode: kop.code ?? '432',
        BerichtVersie: '2',
        BerichtSubversie: '3',
        Gemeente: GEMEENTE,
        Aanbieder: AANBIEDER,
        BetalingAanID: '02',
        DeclaratieFactuurIdentificatie: {
          DeclaratiePeriode: { Begindatum: begin, Einddatum: einde },
          DeclarantFactuurNummer: kop.nummer ?? 'F1',
          FactuurDagtekening: kop.dagtekening ?? '2019-07-02',
          ValutaCode: 'EUR',
        },
        DeclaratieFactuurBedragen: { DeclaratieFactuurTotaalBedrag: totaal(lijst) },
      },
      Clienten: {
        Client: lijst.map(([bsn, regels]) => ({
          Bsn: bsn,
          Geboortedatum: { Datum: '2012-05-17' },
          Geslacht: '2',
          Naam: { Geslachtsnaam: { Achternaam: 'Voorbeeld' } },
          Prestaties: { Prestatie: regels.map((regel) => prestatie303(regel, kop.code === '450')) },
        })),
      },
    },
  };
}

function prestatie303(regel: Volledig, factuur: boolean): Groep {
  return {
    ...(regel.nummer === null ? {} : { ToewijzingNummer: String(regel.nummer) }),
    ProductCategorie: regel.categorie,
    ProductCode: regel.code,
    ProductPeriode: { Begindatum: regel.begin, Einddatum: regel.einde },
    IngediendeBedragPrestatie: {
      GeleverdVolume: String(regel.volume),
      Eenheid: regel.eenheid,
      ...(regel.tarief === null ? {} : { ProductTarief: String(regel.tarief) }),
      ...(factuur ? { BtwVrijstellingIndicatie: '1' } : {}),
      DeclaratieFactuurBedrag: { Bedrag: String(regel.bedrag), DebetCredit: regel.dc },
    },
    ProductReferentie: referentie(regel),
    Commentaar: 'Toelichting',
  };
}

function metClient(clienten: Clienten | readonly Regel[]): Clienten {
  const eerste = clienten[0];
  return Array.isArray(eerste) ? (clienten as Clienten) : [[BSN, clienten as readonly Regel[]]];
}
