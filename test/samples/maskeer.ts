import type { BerichtType } from '../../src/standard/message-types.ts';

const RETOUR = ['Header/IdentificatieRetour', 'Header/DagtekeningRetour'];
const EIGEN = ['Header/BerichtIdentificatie/Identificatie', 'Header/BerichtIdentificatie/Dagtekening'];
const TOEWIJZING = 'Client/ToegewezenProducten/ToegewezenProduct';

/** The elements of a composed message that are new each time it is made. `samples/README.md` tells the same to readers. */
const NIEUW: Partial<Record<BerichtType, readonly string[]>> = {
  JW301: [...EIGEN, ...['ToewijzingNummer', 'Toewijzingsdatum', 'Toewijzingstijd'].map((e) => `${TOEWIJZING}/${e}`)],
  JW302: RETOUR,
  JW304: ['Header/RetourHeader/GemeenteReferentieNummer', 'Header/RetourHeader/RetourDagtekening'],
  JW306: RETOUR,
  JW308: RETOUR,
  JW316: RETOUR,
  JW318: RETOUR,
  JW319: EIGEN,
  JW320: RETOUR,
  JW325: EIGEN,
};

const DATUM = /^\d{4}-\d{2}-\d{2}$/;
const KENMERK = /^IG[0-9A-Z]{10}$/;

/** A new value is free, its form is not. */
const VORM: Readonly<Record<string, RegExp>> = {
  Identificatie: KENMERK,
  IdentificatieRetour: KENMERK,
  GemeenteReferentieNummer: KENMERK,
  Dagtekening: DATUM,
  DagtekeningRetour: DATUM,
  RetourDagtekening: DATUM,
  Toewijzingsdatum: DATUM,
  Toewijzingstijd: /^\d{2}:\d{2}:\d{2}$/,
  ToewijzingNummer: /^9\d{8}$/,
};

/** The message with `{Naam}` in place of every value that is new each time; the rest stays as it is, byte for byte. */
export function maskeerXml(type: BerichtType, xml: string): string {
  const nieuw = new Set((NIEUW[type] ?? []).map((pad) => `Bericht/${pad}`));
  const pad: string[] = [];
  return xml.replace(
    /<(\/?)([^\s>?]+)([^>?]*)>([^<]*)/g,
    (alles, sluit: string, tag: string, rest: string, tekst: string) => {
      const naam = tag.slice(tag.indexOf(':') + 1);
      if (sluit === '/') {
        pad.pop();
        return alles;
      }
      pad.push(naam);
      return nieuw.has(pad.join('/')) && VORM[naam]?.test(tekst) === true ? `<${tag}${rest}>{${naam}}` : alles;
    },
  );
}

/** The report on a message with `{id}` and `{tijdstip}` for what differs each time, without the version of the agreements. */
export function maskeerOordeel(json: string): string {
  return json
    .replace(/"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}"/g, '"{id}"')
    .replace(/"id":(\s*)"\d+"/g, '"id":$1"{id}"')
    .replace(/"afsprakenVersie":(\d+|null),/, '')
    .replace(/"\d{4}-\d{2}-\d{2}T[\d:.]+Z"/g, '"{tijdstip}"');
}
