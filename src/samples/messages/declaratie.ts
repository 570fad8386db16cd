import type { Bericht, Groep } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';
import { client } from './client.ts';
import { header } from './header.ts';
import { maand, productReferentie, type TeDeclarerenRegel, totaal, type VolledigeRegel, volledig } from './regel.ts';

/** What a declaratie says of itself; what is not said is last month's, sent today. */
export interface DeclaratieKop {
  /** Tells the declaraties of one set apart. */
  readonly volgnummer?: number;
  readonly nummer?: string;
  readonly begin?: string;
  readonly einde?: string;
  readonly dagtekening?: string;
  /** 450: a factuur of iJW 2.3. */
  readonly code?: '432' | '450';
  /** Lines of a second client. */
  readonly ander?: readonly TeDeclarerenRegel[];
}

/** A JW323, or a JW303 in iJW 2.3. */
export function declaratie(
  decor: Decor,
  regels: readonly TeDeclarerenRegel[] = [{}],
  kop: DeclaratieKop = {},
): Bericht {
  const eigen = regels.map((regel, i) => volledig(decor, regel, i));
  const ander = (kop.ander ?? []).map((regel, i) => volledig(decor, regel, regels.length + i));
  const clienten = [
    { decor, regels: eigen },
    ...(ander.length === 0 ? [] : [{ decor: { ...decor, bsn: decor.anderBsn }, regels: ander }]),
  ];
  return decor.release === '2.3' ? jw303(decor, clienten, kop) : jw323(decor, clienten, kop);
}

type Clienten = readonly { readonly decor: Decor; readonly regels: readonly VolledigeRegel[] }[];

function periode(decor: Decor, { begin, einde }: DeclaratieKop): Groep {
  const vorige = maand(decor, -1);
  return { Begindatum: begin ?? vorige.begin, Einddatum: einde ?? vorige.einde };
}

export function declaratieNummer({ nummer }: Decor, volgnummer = 1): string {
  return `D${nummer}N${volgnummer}`;
}

function jw323(decor: Decor, clienten: Clienten, kop: DeclaratieKop): Bericht {
  const Declaratie = {
    DeclaratieNummer: kop.nummer ?? declaratieNummer(decor, kop.volgnummer),
    DeclaratiePeriode: periode(decor, kop),
    DeclaratieDagtekening: kop.dagtekening ?? decor.vandaag,
    TotaalIngediendBedrag: totaal(clienten.flatMap((c) => c.regels)),
    Clienten: {
      Client: clienten.map((c) => ({ Bsn: c.decor.bsn, Prestaties: { Prestatie: c.regels.map(prestatie323) } })),
    },
  };
  return { type: 'JW323', release: '3.2', inhoud: { Header: header(decor, 'JW323'), Declaratie } };
}

function prestatie323(regel: VolledigeRegel): Groep {
  return {
    ProductReferentie: productReferentie(regel),
    ToewijzingNummer: String(regel.toewijzing ?? 0),
    ProductCategorie: regel.categorie,
    ProductCode: regel.code,
    ProductPeriode: { Begindatum: regel.begin, Einddatum: regel.einde },
    GeleverdVolume: String(regel.volume),
    Eenheid: regel.eenheid,
    ...(regel.tarief === null ? {} : { ProductTarief: String(regel.tarief) }),
    IngediendBedrag: { Bedrag: String(regel.bedrag), DebetCredit: regel.debetCredit },
  };
}

function jw303(decor: Decor, clienten: Clienten, kop: DeclaratieKop): Bericht {
  const code = kop.code ?? '432';
  const inhoud = {
    Header: {
      BerichtCode: code,
      BerichtVersie: '2',
      BerichtSubversie: '3',
      Gemeente: decor.gemeente,
      Aanbieder: decor.aanbieder,
      BetalingAanID: '02',
      DeclaratieFactuurIdentificatie: {
        DeclaratiePeriode: periode(decor, kop),
        DeclarantFactuurNummer: kop.nummer ?? declaratieNummer(decor, kop.volgnummer),
        FactuurDagtekening: kop.dagtekening ?? decor.vandaag,
        ValutaCode: 'EUR',
      },
      DeclaratieFactuurBedragen: { DeclaratieFactuurTotaalBedrag: totaal(clienten.flatMap((c) => c.regels)) },
    },
    Clienten: {
      Client: clienten.map((c) => ({
        ...client(c.decor),
        Prestaties: { Prestatie: c.regels.map((regel) => prestatie303(regel, code === '450')) },
      })),
    },
  };
  return { type: 'JW303', release: '2.3', inhoud };
}

function prestatie303(regel: VolledigeRegel, factuur: boolean): Groep {
  return {
    ...(regel.toewijzing === null ? {} : { ToewijzingNummer: String(regel.toewijzing) }),
    ProductCategorie: regel.categorie,
    ProductCode: regel.code,
    ProductPeriode: { Begindatum: regel.begin, Einddatum: regel.einde },
    IngediendeBedragPrestatie: {
      GeleverdVolume: String(regel.volume),
      Eenheid: regel.eenheid,
      ...(regel.tarief === null ? {} : { ProductTarief: String(regel.tarief) }),
      BerekendBedrag: { Bedrag: String(regel.bedrag), DebetCredit: regel.debetCredit },
      ...(factuur ? { BtwVrijstellingIndicatie: '1' } : {}),
      DeclaratieFactuurBedrag: { Bedrag: String(regel.bedrag), DebetCredit: regel.debetCredit },
    },
    ProductReferentie: productReferentie(regel),
  };
}

/** Where the total of a JW323 stands. */
export const TOTAAL = 'Declaratie/TotaalIngediendBedrag';
