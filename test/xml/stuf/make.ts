import type { Envelop, GelezenEnvelop, StufAntwoord } from '../../../src/xml/stuf/envelope.ts';
import { type Gesplitst, PayloadSplitter } from '../../../src/xml/stuf/payload-splitter.ts';
import { leesEnvelop } from '../../../src/xml/stuf/read-envelope.ts';

export const REF = '9c0f7b90-5c69-41e5-a837-0800200c9a66';
export const CROSS = 'b6e9f182-bc44-4f27-9863-9a5ccc1e1cf0';

export function envelop(anders: Partial<Envelop> = {}): Envelop {
  return {
    soort: 'Di01',
    zender: { organisatie: '0362', applicatie: 'Suite & Co' },
    ontvanger: { organisatie: '42420001', applicatie: 'GGk' },
    referentienummer: REF,
    tijdstipBericht: '20260304130000',
    crossRefnummer: null,
    functie: 'JW301',
    applicatieVersie: '0004',
    applicatieSubversie: '0001',
    functieVersie: '0003',
    functieSubversie: '0002',
    ...anders,
  };
}

export function antwoord(anders: Partial<StufAntwoord> = {}): StufAntwoord {
  return {
    soort: 'Bv03',
    zender: { organisatie: '42420001', applicatie: 'ijw-gateway' },
    ontvanger: { organisatie: '0362', applicatie: 'Suite & Co', administratie: 'jeugd', gebruiker: 'g1' },
    referentienummer: CROSS,
    tijdstipBericht: '20260304130001',
    crossRefnummer: REF,
    fout: null,
    ...anders,
  };
}

/** As it comes in: in pieces of this many bytes. */
export function gesplitst(bytes: Uint8Array | string, stuk = 64 * 1024): Gesplitst {
  const alle = typeof bytes === 'string' ? Buffer.from(bytes) : bytes;
  const splitter = new PayloadSplitter();
  for (let plek = 0; plek < alle.length; plek += stuk) splitter.write(alle.subarray(plek, plek + stuk));
  return splitter.end();
}

export function gelezen(bytes: Uint8Array | string, stuk?: number): GelezenEnvelop {
  return leesEnvelop(gesplitst(bytes, stuk));
}

const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';

/** A published example, which is the bare envelope, in SOAP. */
export function inSoap(xml: string, kop = ''): string {
  const kaal = xml.replace(/^<\?xml[^>]*\?>\s*/, '');
  return `<?xml version="1.0" encoding="UTF-8"?><s:Envelope xmlns:s="${SOAP}">${kop}<s:Body>${kaal}</s:Body></s:Envelope>`;
}
