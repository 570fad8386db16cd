import { writeBericht } from '../../src/xml/write/write.ts';
import { AANBIEDER, PURMEREND } from '../flows/afspraken.ts';
import { jw315, minuten, over, vers } from '../flows/berichten.ts';

/** One request message of `aantal` requests that all wait for the gemeente, with a note of so many bytes. */
export function groteAanvraag(bsn: string, aantal: number, bytes: number, aanbieder = AANBIEDER): Uint8Array {
  const aanvragen = Array.from({ length: aantal }, (_, i) => {
    const dagen = { begin: over(14 + 4 * i), einde: over(16 + 4 * i) };
    return { ref: vers('V'), code: '45A01', omvang: minuten(600), ...dagen };
  });
  const bericht = jw315({ gemeente: PURMEREND, aanbieder, bsn }, ...aanvragen);
  const { Client } = bericht.inhoud as { Client: { AangevraagdeProducten: { AangevraagdProduct: readonly object[] } } };
  const [eerste = {}] = Client.AangevraagdeProducten.AangevraagdProduct;
  // A text is 10 MiB at most.
  for (const waar of [Client, eerste]) {
    Object.assign(waar, { Commentaar: 'toelichting '.repeat(Math.ceil(bytes / 24)).slice(0, bytes / 2) });
  }
  return writeBericht(bericht);
}

/** A declaratie of so many lines of one child, each wrong in itself in four ways and with the reference of all others. */
export function groteDeclaratie(bsn: string, nummer: string, regels: number): Uint8Array {
  const periode = { Begindatum: '2025-01-01', Einddatum: '2025-01-31' };
  const prestatie = (i: number) => ({
    ProductReferentie: { ReferentieNummer: 'ALTIJDHETZELFDE' },
    ToewijzingNummer: String(1_000 + i),
    ProductCategorie: '45',
    ProductCode: '45Z99',
    ProductPeriode: { Begindatum: '2025-02-01', Einddatum: '2025-04-30' },
    GeleverdVolume: String(10 + (i % 90)),
    Eenheid: '83',
    ProductTarief: '150',
    IngediendBedrag: { Bedrag: '100', DebetCredit: 'D' },
  });
  return writeBericht({
    type: 'JW323',
    release: '3.2',
    inhoud: {
      Header: {
        ...{ BerichtCode: '490', BerichtVersie: '3', BerichtSubversie: '2', Afzender: AANBIEDER, Ontvanger: PURMEREND },
        BerichtIdentificatie: { Identificatie: nummer, Dagtekening: '2025-03-05' },
        XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
      },
      Declaratie: {
        ...{ DeclaratieNummer: nummer, DeclaratiePeriode: periode, DeclaratieDagtekening: '2025-03-05' },
        TotaalIngediendBedrag: { TotaalBedrag: String(100 * regels), DebetCredit: 'D' },
        Clienten: {
          Client: [{ Bsn: bsn, Prestaties: { Prestatie: Array.from({ length: regels }, (_, i) => prestatie(i)) } }],
        },
      },
    },
  });
}
