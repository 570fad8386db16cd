/**
 * What we write: envelopes and answers, as SOAP 1.1. xmlbuilder2 makes the fragments; the tags around them, and the payload, are
 * written here, for a payload of megabytes is no value that a tree should hold.
 */
import { GGK, SOAP, STUF } from '../../standard/koppelvlak.ts';
import { fragment, type Knoop } from '../write/fragment.ts';
import type { AntwoordSoort, Envelop, EnvelopSoort, StufAntwoord, Stuurgegevens, Systeem } from './envelope.ts';

const NAAM: Readonly<Record<EnvelopSoort, string>> = {
  Di01: 'envelopHeenbericht-ggk_Di01',
  Du01: 'envelopRetourbericht-ggk_Du01',
};
const ACTIE: Readonly<Record<EnvelopSoort | 'Fo01', string>> = {
  Di01: `${GGK}/ggk_Di01`,
  Du01: `${GGK}/ggk_Du01`,
  Fo01: [STUF, 'Fo01'].join('/'),
};
/** Where the payload comes: no base64. */
const PLEK = '*';
const DIEPTE = 3;
const LANGSTE_OMSCHRIJVING = 200;
const LANGSTE_DETAILS = 1_000;

/** The SOAPAction that goes with it. */
export function soapActie(soort: EnvelopSoort | 'Fo01'): string {
  return ACTIE[soort];
}

/** An envelope with the message in it as base64. */
export function schrijfEnvelop(envelop: Envelop, payload: Uint8Array): Uint8Array {
  const { soort, crossRefnummer, functie } = envelop;
  const { applicatieVersie, applicatieSubversie, functieVersie, functieSubversie } = envelop;
  const stuur = {
    ...stuurKnoop(soort, envelop),
    ...(crossRefnummer === null ? {} : { 'StUF:crossRefnummer': crossRefnummer }),
    'StUF:functie': functie,
  };
  const parameters = {
    'GGK:applicatieVersie': applicatieVersie,
    'GGK:applicatieSubversie': applicatieSubversie,
    'GGK:functieVersie': functieVersie,
    'GGK:functieSubversie': functieSubversie,
    'GGK:bericht': { 'GGK:xmlBestand': PLEK },
  };
  const inhoud = fragment('GGK:stuurgegevens', stuur, DIEPTE) + fragment('GGK:parameters', parameters, DIEPTE);
  const tekst = soap(`GGK:${NAAM[soort]}`, `xmlns:StUF="${STUF}" xmlns:GGK="${GGK}"`, inhoud);
  const plek = tekst.lastIndexOf(`>${PLEK}<`) + 1;
  const bytes = Buffer.from(payload.buffer, payload.byteOffset, payload.byteLength);
  return Buffer.concat([
    Buffer.from(tekst.slice(0, plek)),
    Buffer.from(bytes.toString('base64'), 'latin1'),
    Buffer.from(tekst.slice(plek + PLEK.length)),
  ]);
}

/** A Bv03 or a Fo01 as a message of its own; a Fo03 in the detail of a SOAP Fault. */
export function schrijfAntwoord(antwoord: StufAntwoord): Uint8Array {
  const { soort, fout } = antwoord;
  const bericht = `StUF:${soort}Bericht`;
  const ruimte = `xmlns:StUF="${STUF}"`;
  if (soort !== 'Fo03' || fout === null) return Buffer.from(soap(bericht, ruimte, antwoordInhoud(antwoord, DIEPTE)));
  const schuld = fout.plek === 'server' ? 'soapenv:Server' : 'soapenv:Client';
  const inhoud = [
    fragment('faultcode', schuld, DIEPTE),
    fragment('faultstring', `${fout.code}: ${afgekapt(fout.omschrijving, LANGSTE_OMSCHRIJVING)}`, DIEPTE),
    `      <detail>\r\n        <${bericht} ${ruimte}>\r\n`,
    antwoordInhoud(antwoord, DIEPTE + 2),
    `        </${bericht}>\r\n      </detail>\r\n`,
  ];
  return Buffer.from(soap('soapenv:Fault', '', inhoud.join('')));
}

function antwoordInhoud(antwoord: StufAntwoord, diepte: number): string {
  const { soort, crossRefnummer, fout } = antwoord;
  const stuur = { ...stuurKnoop(soort, antwoord), 'StUF:crossRefnummer': crossRefnummer };
  const stuurgegevens = fragment('StUF:stuurgegevens', stuur, diepte);
  if (fout === null) return stuurgegevens;
  const body = {
    'StUF:code': fout.code,
    'StUF:plek': fout.plek,
    'StUF:omschrijving': afgekapt(fout.omschrijving, LANGSTE_OMSCHRIJVING),
    ...(fout.details === undefined ? {} : { 'StUF:details': afgekapt(fout.details, LANGSTE_DETAILS) }),
  };
  return stuurgegevens + fragment('StUF:body', body, diepte);
}

function stuurKnoop(soort: EnvelopSoort | AntwoordSoort, gegevens: Stuurgegevens): { readonly [naam: string]: Knoop } {
  return {
    'StUF:berichtcode': soort,
    'StUF:zender': systeemKnoop(gegevens.zender),
    'StUF:ontvanger': systeemKnoop(gegevens.ontvanger),
    'StUF:referentienummer': gegevens.referentienummer,
    'StUF:tijdstipBericht': gegevens.tijdstipBericht,
  };
}

function systeemKnoop({ organisatie, applicatie, administratie, gebruiker }: Systeem): Knoop {
  return {
    ...(organisatie === null ? {} : { 'StUF:organisatie': organisatie }),
    'StUF:applicatie': applicatie,
    ...(administratie === undefined ? {} : { 'StUF:administratie': administratie }),
    ...(gebruiker === undefined ? {} : { 'StUF:gebruiker': gebruiker }),
  };
}

/** By characters, as the schema counts them. */
function afgekapt(tekst: string, hoogstens: number): string {
  const tekens = [...tekst];
  return tekens.length <= hoogstens ? tekst : `${tekens.slice(0, hoogstens - 1).join('')}…`;
}

function soap(element: string, ruimten: string, inhoud: string): string {
  const begin = ruimten === '' ? element : `${element} ${ruimten}`;
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\r\n' +
    `<soapenv:Envelope xmlns:soapenv="${SOAP}">\r\n  <soapenv:Body>\r\n    <${begin}>\r\n${inhoud}    </${element}>\r\n` +
    '  </soapenv:Body>\r\n</soapenv:Envelope>\r\n'
  );
}
