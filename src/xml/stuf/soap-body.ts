import type { XmlDocument, XmlElement } from 'libxml2-wasm';
import { SOAP } from '../../standard/koppelvlak.ts';
import { childrenOf } from './elements.ts';

const SOAP_12 = 'http://www.w3.org/2003/05/soap-envelope';
const ADRESSERING = 'http://www.w3.org/2005/08/addressing';

export type SoapBody =
  | { readonly kind: 'inhoud'; readonly element: XmlElement }
  /** A Dutch sentence. */
  | { readonly kind: 'onjuist'; readonly reden: string };

/** What a SOAP 1.1 message holds: one element. */
export function soapBody({ root }: XmlDocument): SoapBody {
  if (root.name !== 'Envelope' || root.namespaceUri !== SOAP) return onjuist(geenSoap(root));
  const [header, body] = ['Header', 'Body'].map((naam) =>
    childrenOf(root).filter((kind) => kind.name === naam && kind.namespaceUri === SOAP),
  );
  const verplicht = (header ?? []).flatMap(childrenOf).filter(moetBegrepen);
  if (verplicht.some((kop) => kop.namespaceUri !== ADRESSERING)) {
    return onjuist(
      'In de SOAP-Header staat een kop met mustUnderstand die deze gateway niet kent. Laat hem weg (WS-Addressing mag).',
    );
  }
  const inhoud = (body ?? []).flatMap(childrenOf);
  const [element] = inhoud;
  return body?.length === 1 && inhoud.length === 1 && element !== undefined
    ? { kind: 'inhoud', element }
    : onjuist('De SOAP-Body bevat niet precies één bericht. Zet er één envelop in.');
}

function moetBegrepen(kop: XmlElement): boolean {
  return kop.attrs.some(
    ({ name, namespaceUri, value }) => name === 'mustUnderstand' && namespaceUri === SOAP && /^(1|true)$/.test(value),
  );
}

function geenSoap({ namespaceUri }: XmlElement): string {
  return namespaceUri === SOAP_12
    ? 'Dit is SOAP 1.2; dit koppelvlak is SOAP 1.1. Stuur het als SOAP 1.1 (text/xml).'
    : 'Dit is geen SOAP 1.1-bericht: het eerste element is geen Envelope. Zet de envelop in een SOAP-Body.';
}

function onjuist(reden: string): SoapBody {
  return { kind: 'onjuist', reden };
}
