import { plusDagen } from '../../standard/datum.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import type { Decor } from '../decor.ts';
import { client } from './client.ts';
import { header } from './header.ts';
import { OMVANG, product } from './toewijzing.ts';

export function referentie({ nummer }: Decor, volgnummer = 1): string {
  return `REF${nummer}-${volgnummer}`;
}

/** A day in the near future, on which what is asked for should begin. */
export function straks({ vandaag }: Decor): string {
  return plusDagen(vandaag, 14);
}

export function aangevraagd(decor: Decor, anders: Groep = {}): Groep {
  return {
    ReferentieAanbieder: referentie(decor),
    BeschikkingNummer: String(decor.nummer),
    Product: product('45A01'),
    BeschikkingIngangsdatum: straks(decor),
    ToewijzingIngangsdatum: straks(decor),
    ToewijzingEinddatum: decor.einde,
    Omvang: OMVANG,
    Verwijzer: { Type: '02', Naam: 'Huisarts Voorbeeld' },
    ...anders,
  };
}

export function jw315(decor: Decor, producten: readonly Groep[] = [aangevraagd(decor)]): Bericht {
  const inhoud = {
    Header: header(decor, 'JW315'),
    Client: { ...client(decor), AangevraagdeProducten: { AangevraagdProduct: producten } },
  };
  return { type: 'JW315', release: decor.release, inhoud };
}

/** More minutes on the first toewijzing of the set, for all of its time. */
export function teWijzigen(decor: Decor, anders: Groep = {}): Groep {
  return {
    ToewijzingNummer: String(decor.nummer),
    GewensteIngangsdatum: decor.begin,
    Einddatum: decor.einde,
    Omvang: { ...OMVANG, Volume: '4500' },
    ...anders,
  };
}

export function nieuw(decor: Decor, anders: Groep = {}): Groep {
  return {
    Product: product('45A02'),
    GewensteIngangsdatum: straks(decor),
    Einddatum: decor.einde,
    Omvang: { Volume: '20', Eenheid: '04', Frequentie: '6' },
    ...anders,
  };
}

/** What a request for a change names; a list that is left out or empty is absent from the message. */
export interface WijzigingVelden {
  readonly gelijk?: readonly number[];
  readonly anders?: readonly Groep[];
  readonly nieuw?: readonly Groep[];
  readonly referentie?: string;
}

export function jw317(decor: Decor, wijziging: WijzigingVelden): Bericht {
  const { gelijk = [], anders = [], nieuw: nieuwe = [] } = wijziging;
  const lijst = (klassen: string, klasse: string, items: readonly Groep[]): Groep =>
    items.length === 0 ? {} : { [klassen]: { [klasse]: items } };
  const ongewijzigd = gelijk.map((nummer) => ({ ToewijzingNummer: String(nummer) }));
  const Verzoek = {
    ReferentieAanbieder: wijziging.referentie ?? referentie(decor),
    RedenVerzoek: '1',
    ...lijst('OngewijzigdeProducten', 'OngewijzigdProduct', ongewijzigd),
    ...lijst('TeWijzigenProducten', 'TeWijzigenProduct', anders),
    ...lijst('NieuweProducten', 'NieuwProduct', nieuwe),
  };
  const inhoud = { Header: header(decor, 'JW317'), Client: { Bsn: decor.bsn, Verzoek } };
  return { type: 'JW317', release: '3.2', inhoud };
}

/** A refusal without further ado, of the first request of the set. */
export function jw319(decor: Decor, antwoord: Groep = { VerzoekAntwoord: '1', RedenAfwijzingVerzoek: '5' }): Bericht {
  const Antwoord = { ReferentieAanbieder: referentie(decor), ...antwoord };
  return { type: 'JW319', release: '3.2', inhoud: { Header: header(decor, 'JW319'), Antwoord } };
}
