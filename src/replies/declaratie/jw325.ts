import { partijenVan } from '../../xml/partijen.ts';
import type { Bericht, Groep } from '../../xml/tree.ts';
import { groepVan, lijstVan, waardeVan } from '../../xml/tree.ts';
import { retourCodes } from '../echo.ts';
import { heenHeader } from '../header.ts';
import { type AntwoordGegevens, alleenHeader, xsltVersie } from './antwoord-gegevens.ts';
import { type GeweigerdeClient, geweigerdBedrag, geweigerdeClienten } from './geweigerd.ts';
import { somVan, TOTAAL_NUL, totaalBedrag } from './totaal.ts';

/**
 * The JW325 on a JW323: IV087, TR342, docs/decisions/return-messages.md. One goes out for every JW323 that passed the
 * XSD; it lists refused prestaties only, so that what was submitted minus what is listed is what was granted (TR342).
 */
export function stelJw325Samen(gegevens: AntwoordGegevens): Bericht {
  const { declaratie, oordeel } = gegevens;
  const inKop = alleenHeader(oordeel);
  const inhoud =
    inKop !== null
      ? { Header: header(gegevens, inKop) }
      : { Header: header(gegevens, ['0200']), DeclaratieAntwoord: declaratieAntwoord(gegevens) };
  return { type: 'JW325', release: declaratie.release, inhoud };
}

function header(gegevens: AntwoordGegevens, codes: readonly string[]): Groep {
  const { declaratie, identificatie, dagtekening } = gegevens;
  const { gemeente, aanbieder } = partijenVan(declaratie);
  const kop = { type: 'JW325', release: declaratie.release, identificatie, dagtekening } as const;
  return {
    ...heenHeader({ ...kop, afzender: gemeente, ontvanger: aanbieder }),
    DeclaratieIdentificatie: groepVan(declaratie.inhoud, 'Header/BerichtIdentificatie'),
    ...xsltVersie(gegevens),
    XsdVersieDeclaratie: groepVan(declaratie.inhoud, 'Header/XsdVersie'),
    RetourCodes: retourCodes(codes),
  };
}

function declaratieAntwoord({ declaratie, oordeel }: AntwoordGegevens): Groep {
  const ingediend = groepVan(declaratie.inhoud, 'Declaratie/TotaalIngediendBedrag');
  const kop = {
    DeclaratieNummer: waardeVan(declaratie.inhoud, 'Declaratie/DeclaratieNummer'),
    TotaalIngediendBedrag: ingediend,
  };
  const eigen = oordeel.codes.get('/Bericht/Declaratie');
  if (eigen !== undefined) return { ...kop, TotaalToegekendBedrag: TOTAAL_NUL, RetourCodes: retourCodes(eigen) };
  const clienten = lijstVan(declaratie.inhoud, 'Declaratie/Clienten/Client');
  const geweigerd = geweigerdeClienten(clienten, '/Bericht/Declaratie/Clienten', oordeel);
  if (geweigerd.length === 0) return { ...kop, TotaalToegekendBedrag: ingediend, RetourCodes: retourCodes(['8001']) };
  return {
    ...kop,
    TotaalToegekendBedrag: totaalBedrag(somVan(ingediend) - geweigerdBedrag(geweigerd)),
    Clienten: { Client: geweigerd.map(clientMetCodes) },
    RetourCodes: retourCodes(['0200']),
  };
}

function clientMetCodes({ client, codes, prestaties }: GeweigerdeClient): Groep {
  const regels = prestaties.map((regel) => ({ ...regel.prestatie, RetourCodes: retourCodes(regel.codes) }));
  return { Bsn: waardeVan(client, 'Bsn'), Prestaties: { Prestatie: regels }, RetourCodes: retourCodes(codes) };
}
