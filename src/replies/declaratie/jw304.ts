import { isNa } from '../../standard/datum.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import { groepVan, lijstVan, waardeVan } from '../../xml/tree.ts';
import { retourCodes } from '../echo.ts';
import { type AntwoordGegevens, alleenHeader, xsltVersie } from './antwoord-gegevens.ts';
import { type GeweigerdeClient, geweigerdBedrag, geweigerdeClienten } from './geweigerd.ts';
import { somVan, TOTAAL_NUL, totaalBedrag } from './totaal.ts';

/** BerichtCode of the answer on a declaratie and on a factuur. */
const ANTWOORD_CODE: Readonly<Record<string, string>> = { '432': '433', '450': '451' };

const INGEDIEND = 'Header/DeclaratieFactuurBedragen/DeclaratieFactuurTotaalBedrag';

/** A refused line is granted nothing (CS325: with D). */
const NIETS: Groep = {
  GemeenteBerekendBedrag: { Bedrag: '0', DebetCredit: 'D' },
  ToegekendBedrag: { Bedrag: '0', DebetCredit: 'D' },
};

/** The JW304 on a JW303 (iJW 2.3: IV032, IV056, TR320), elements in the order of its schema. */
export function stelJw304Samen(gegevens: AntwoordGegevens): Bericht {
  const { declaratie, oordeel } = gegevens;
  const ingediend = somVan(groepVan(declaratie.inhoud, INGEDIEND));
  const inKop = alleenHeader(oordeel);
  const clienten = inKop === null ? lijstVan(declaratie.inhoud, 'Clienten/Client') : [];
  const geweigerd = geweigerdeClienten(clienten, '/Bericht/Clienten', oordeel);
  const toegekend = inKop !== null ? TOTAAL_NUL : totaalBedrag(ingediend - geweigerdBedrag(geweigerd));
  const codes = inKop ?? (geweigerd.length === 0 ? ['8001'] : ['0200']);
  const Header = header(
    gegevens,
    { IngediendTotaalBedrag: totaalBedrag(ingediend), ToegekendTotaalBedrag: toegekend },
    codes,
  );
  const lichaam = geweigerd.length === 0 ? {} : { Clienten: { Client: geweigerd.map(clientMetCodes) } };
  return { type: 'JW304', release: declaratie.release, inhoud: { Header, ...lichaam } };
}

function header(gegevens: AntwoordGegevens, bedragen: Groep, codes: readonly string[]): Groep {
  const { declaratie, identificatie, dagtekening } = gegevens;
  const { DeclaratieFactuurBedragen: _, ...echo } = groepVan(declaratie.inhoud, 'Header') ?? {};
  const code = waardeVan(declaratie.inhoud, 'Header/BerichtCode') ?? '';
  const factuur = waardeVan(declaratie.inhoud, 'Header/DeclaratieFactuurIdentificatie/FactuurDagtekening') ?? '';
  return {
    ...echo,
    BerichtCode: ANTWOORD_CODE[code],
    RetourHeader: { GemeenteReferentieNummer: identificatie, RetourDagtekening: nietVoor(factuur, dagtekening) },
    RetourBedragen: bedragen,
    ...xsltVersie(gegevens),
    RetourCodes: retourCodes(codes),
  };
}

/**
 * CS324: a retour is not dated before its factuur. One on a factuur that was dated ahead (8848) bears the date of that
 * factuur (choice): it cannot keep both CS324 and its own day, and CS324 would make it 0001.
 */
function nietVoor(factuur: string, dagtekening: string): string {
  return isNa(factuur, dagtekening) ? factuur : dagtekening;
}

function clientMetCodes({ client, codes, prestaties }: GeweigerdeClient): Groep {
  const regels = prestaties.map(({ prestatie, codes: eigen }) => {
    const { Commentaar, ...echo } = prestatie;
    return {
      ...echo,
      ToegekendeBedragPrestatie: NIETS,
      ...(Commentaar === undefined ? {} : { Commentaar }),
      RetourCodes: retourCodes(eigen),
    };
  });
  return { ...client, Prestaties: { Prestatie: regels }, RetourCodes: retourCodes(codes) };
}
