/**
 * An envelope without its payload, held to the koppelvlak's XSDs. What comes out of it may be acted on; what does not fit is told
 * without a value of it.
 */
import type { XmlElement } from 'libxml2-wasm';
import type { Weigergrond } from '../../standard/codelists/foutcodes.ts';
import { GGK, STUF } from '../../standard/koppelvlak.ts';
import { fileChecks } from '../gate/file-checks.ts';
import { ontleed } from '../gate/libxml.ts';
import { structureChecks } from '../gate/structure-checks.ts';
import { xmlFout } from '../gate/xml-fout.ts';
import { leesbareBytes } from '../readable-bytes.ts';
import { childOf, childrenOf, textOf } from './elements.ts';
import type { AntwoordSoort, Envelop, EnvelopSoort, GelezenEnvelop, Herkend, StufAntwoord } from './envelope.ts';
import { schemaFouten } from './envelope-schema.ts';
import type { Gesplitst } from './payload-splitter.ts';
import { soapBody } from './soap-body.ts';
import { herkendIn, NIETS_HERKEND, stuurgegevensVan } from './stuurgegevens.ts';

const ENVELOPPEN: Readonly<Record<string, EnvelopSoort>> = {
  'envelopHeenbericht-ggk_Di01': 'Di01',
  'envelopRetourbericht-ggk_Du01': 'Du01',
};
const ANTWOORDEN: Readonly<Record<string, AntwoordSoort>> = {
  Bv03Bericht: 'Bv03',
  Fo01Bericht: 'Fo01',
  Fo03Bericht: 'Fo03',
};
/** So many elements that are not right are named. */
const GENOEMD = 5;

export function leesEnvelop({ skelet, payloads, payload, teLang }: Gesplitst): GelezenEnvelop {
  if (teLang)
    return onjuist('xsd', 'Rondom de payload staat meer dan 256 KiB. Verwijder wat niet in de envelop hoort.');
  const bytes = leesbareBytes(skelet);
  const [bestand] = [...fileChecks(bytes, Number.POSITIVE_INFINITY), ...structureChecks(bytes).bevindingen];
  if (bestand !== undefined) return onjuist('xsd', bestand.melding);
  const ontleding = ontleed(bytes);
  if (ontleding.kind === 'onleesbaar') {
    return onjuist('xsd', `De envelop is geen welgevormde XML: ${xmlFout(ontleding.fouten[0]?.message ?? '')}.`);
  }
  const { document } = ontleding;
  try {
    const body = soapBody(document);
    if (body.kind === 'onjuist') return onjuist('xsd', body.reden);
    const { element } = body;
    const herkend = herkendIn(childOf(element, 'stuurgegevens'));
    const { name, namespaceUri } = element;
    const soort = namespaceUri === GGK ? ENVELOPPEN[name] : undefined;
    const antwoord = namespaceUri === STUF ? ANTWOORDEN[name] : undefined;
    if (soort === undefined && antwoord === undefined) return onjuist('xsd', GEEN_ENVELOP, herkend);
    const fouten = schemaFouten(element);
    if (fouten.length > 0) return onjuist(grondVan(fouten), nietVolgensXsd(fouten), herkend);
    if (antwoord !== undefined) return { kind: 'antwoord', antwoord: antwoordVan(antwoord, element) };
    if (payloads !== 1)
      return onjuist('xsd', 'De envelop bevat meer dan één payload. Stuur één bericht per envelop.', herkend);
    if (payload === null) {
      return onjuist(
        'base64',
        'De payload is geen geldige base64. Codeer het bericht als base64, zonder iets eromheen.',
        herkend,
      );
    }
    return { kind: 'envelop', envelop: envelopVan(soort ?? 'Di01', element), payload };
  } finally {
    document.dispose();
  }
}

const GEEN_ENVELOP =
  'De SOAP-Body bevat geen envelop van het koppelvlak ggk0210: verwacht wordt een Di01, een Du01 of een Fo01.';

function envelopVan(soort: EnvelopSoort, element: XmlElement): Envelop {
  const stuur = childOf(element, 'stuurgegevens');
  const parameters = childOf(element, 'parameters');
  const versie = (naam: string) => textOf(parameters, naam) ?? '';
  return {
    soort,
    ...stuurgegevensVan(stuur),
    crossRefnummer: textOf(stuur, 'crossRefnummer'),
    functie: textOf(stuur, 'functie') ?? '',
    applicatieVersie: versie('applicatieVersie'),
    applicatieSubversie: versie('applicatieSubversie'),
    functieVersie: versie('functieVersie'),
    functieSubversie: versie('functieSubversie'),
  };
}

function antwoordVan(soort: AntwoordSoort, element: XmlElement): StufAntwoord {
  const stuur = childOf(element, 'stuurgegevens');
  const body = childOf(element, 'body');
  return {
    soort,
    ...stuurgegevensVan(stuur),
    crossRefnummer: textOf(stuur, 'crossRefnummer') ?? '',
    fout:
      soort === 'Bv03'
        ? null
        : {
            code: textOf(body, 'code') ?? '',
            plek: textOf(body, 'plek') === 'server' ? 'server' : 'client',
            omschrijving: textOf(body, 'omschrijving') ?? '',
          },
  };
}

function grondVan(fouten: readonly string[]): Weigergrond {
  return fouten.every((fout) => /^(?:referentienummer|crossRefnummer) /.test(fout)) ? 'uuid' : 'xsd';
}

function nietVolgensXsd(fouten: readonly string[]): string {
  const meer = fouten.length > GENOEMD ? ` en ${fouten.length - GENOEMD} meer` : '';
  return `Niet volgens het XSD van het koppelvlak: ${fouten.slice(0, GENOEMD).join(', ')}${meer}. Herstel de envelop.`;
}

function onjuist(grond: Weigergrond, reden: string, herkend: Herkend = NIETS_HERKEND): GelezenEnvelop {
  return { kind: 'onjuist', grond, reden, ...herkend };
}

/** The `Fo03Bericht` in the detail of a SOAP Fault; undefined when there is none. */
export function leesFault(bytes: Uint8Array): StufAntwoord | undefined {
  const ontleding = ontleed(bytes);
  if (ontleding.kind === 'onleesbaar') return undefined;
  const { document } = ontleding;
  try {
    const body = soapBody(document);
    if (body.kind === 'onjuist' || body.element.name !== 'Fault') return undefined;
    const detail = childOf(body.element, 'detail');
    const fout = detail === undefined ? undefined : childrenOf(detail).find((een) => een.name === 'Fo03Bericht');
    return fout === undefined ? undefined : antwoordVan('Fo03', fout);
  } finally {
    document.dispose();
  }
}
