import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { BERICHT_TYPES, RELEASES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { watIsHet } from '../../src/xml/gate/what-is-it.ts';
import { peekHeader } from '../../src/xml/read/header-peek.ts';
import { bytes, jw305 } from './voorbeeld.ts';

const GGK = 'http://www.stufstandaarden.nl/koppelvlak/ggk0210';
const SOAP = 'http://schemas.xmlsoap.org/soap/envelope/';
const di01 = `<GGK:envelopHeenbericht-ggk_Di01 xmlns:GGK="${GGK}"><GGK:stuurgegevens/></GGK:envelopHeenbericht-ggk_Di01>`;
/** The first records of an old file: fixed width, a kind of record in the first two digits. */
const EI = ['01436020012345678', '02', '99'].map((record) => record.padEnd(120, ' ')).join('\r\n');
const release = (nummer: string, type = 'jw315') =>
  jw305()
    .replaceAll('/3_2/', `/${nummer.replace('.', '_')}/`)
    .replaceAll('jw305', type);
const standaard = (pad: string) => `<a xmlns="http://www.istandaarden.nl/${pad}/schema"/>`;

/** What the gate says and what a look at the door says: the same. */
function gezegd(inhoud: string | Uint8Array): Bevinding {
  const rauw = typeof inhoud === 'string' ? bytes(inhoud) : inhoud;
  const uitkomst = gate(rauw);
  if (uitkomst.kind !== 'refused') throw new Error('accepted');
  expect(uitkomst.bevindingen).toHaveLength(1);
  expect(uitkomst.niveau).toBe(0);
  expect(peekHeader(rauw)).toEqual({ kind: 'unknown' });
  expect(watIsHet(rauw)).toEqual(uitkomst.bevindingen[0]);
  return watIsHet(rauw);
}

describe('what is no message is named for what it is', () => {
  it.each<[string, string | Uint8Array, string, RegExp]>([
    ['gzip', gzipSync(jw305()), 'POORT-INGEPAKT', /\(gzip\)\. Pak het uit/],
    ['zip', Buffer.from('PK\x03\x04\x14\x00\x00\x00\x08\x00', 'latin1'), 'POORT-INGEPAKT', /\(zip\)/],
    ['an empty zip', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`, 'latin1'), 'POORT-INGEPAKT', /\(zip\)/],
    ['7-Zip', Uint8Array.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4]), 'POORT-INGEPAKT', /\(7-Zip\)/],
    ['JSON', '{"xml": "<a/>"}', 'POORT-FORMAAT', /maar JSON\. Stuur het iJW-bericht als XML/],
    ['a list in JSON after white space', '\n [1]', 'POORT-FORMAAT', /JSON/],
    ['PDF', '%PDF-1.7\n%\u00e2', 'POORT-FORMAAT', /een PDF/],
    ['PEM', '-----BEGIN PKCS7-----\nMIIB', 'POORT-FORMAAT', /PEM/],
    ['a form', '--abc123\r\nContent-Disposition: form-data; name="f"\r\n\r\n<a/>', 'POORT-FORMAAT', /multipart/],
    ['an e-mail', 'MIME-Version: 1.0\nContent-Type: text/xml\n\n<a/>', 'POORT-FORMAAT', /e-mail/],
    ['EDIFACT', "UNB+UNOA:1+1+2'", 'POORT-FORMAAT', /EDIFACT/],
    ['base64', Buffer.from(jw305()).toString('base64'), 'POORT-FORMAAT', /base64-codering\. Decodeer/],
    ['base64 after a BOM', Buffer.from(`\ufeff${jw305()}`).toString('base64'), 'POORT-FORMAAT', /base64/],
    ['an EI file', EI, 'POORT-EI', /EI-bestand.*berichtcode 436.*XML/],
    ['an EI file in Latin-1', Buffer.from(EI.replace('02 ', '02Zo\u00eb'), 'latin1'), 'POORT-EI', /EI-bestand/],
    ['a StUF envelope', di01, 'POORT-ENVELOP', /StUF-envelop \(Di01\).*base64/],
    ['a StUF error', '<Fo01Bericht xmlns="http://www.egem.nl/StUF/StUF0301"/>', 'POORT-ENVELOP', /Fo01/],
    ['SOAP', `<s:Envelope xmlns:s="${SOAP}"><s:Body>${di01}</s:Body></s:Envelope>`, 'POORT-ENVELOP', /SOAP.*StUF/],
    ['iWmo', standaard('iwmo/3_2/wmo301'), 'POORT-NAAMRUIMTE', /een WMO301 van iWmo 3\.2.*alleen jeugdhulp/],
    ['iWlz', standaard('iwlz/2_3/aw33'), 'POORT-NAAMRUIMTE', /een AW33 van iWlz 2\.3/],
    ['another iStandaard', standaard('ixyz/1_0/x1'), 'POORT-NAAMRUIMTE', /een andere iStandaard/],
    ['no namespace', '<Bericht/>', 'POORT-NAAMRUIMTE', /geen naamruimte/],
    ['a namespace that is almost right', standaard('ijw/3.2/jw315'), 'POORT-NAAMRUIMTE', /anders geschreven/],
    ['HTML', '<html xmlns="http://www.w3.org/1999/xhtml"/>', 'POORT-NAAMRUIMTE', /webpagina/],
    ['some other XML', '<a xmlns="urn:a"/>', 'POORT-NAAMRUIMTE', /onbekende naamruimte/],
    ['nothing', '', 'POORT-LEEG', /geen XML-bericht/],
    ['plain text', 'geen xml', 'POORT-LEEG', /geen XML-bericht/],
  ])('%s', (_, inhoud, regel, melding) => {
    expect(gezegd(inhoud)).toMatchObject({ regel, melding: expect.stringMatching(melding) });
  });
});

describe('another release', () => {
  it.each(['2.1', '2.2', '2.4', '3.0', '3.1'])('%s is named, with what to send instead', (nummer) => {
    const { regel, melding } = gezegd(release(nummer));
    expect(regel).toBe('POORT-RELEASE');
    expect(melding).toContain(`een JW315 van iJW ${nummer}, een release die niet meer in gebruik is`);
    expect(melding).toContain('JW315 van iJW 3.2: naamruimte http://www.istandaarden.nl/ijw/3_2/jw315/schema');
    expect(melding).toContain('iJW 2.3 en iJW 3.2');
  });

  it.each(['2.1', '2.2', '2.4', '3.0'])('JW303 and JW304 of %s: the release and the years that it is for', (nummer) => {
    for (const type of ['JW303', 'JW304']) {
      const { regel, melding } = gezegd(release(nummer, type.toLowerCase()));
      expect(regel).toBe('POORT-RELEASE');
      expect(melding).toContain(`${type} van iJW ${nummer}`);
      expect(melding).toContain('2018 tot en met 2020');
      expect(melding).toContain(`${type} van iJW 2.3`);
    }
  });

  it('JW303 of 3.1, which had none, is told of the JW323; a later release is not called old', () => {
    expect(gezegd(release('3.1', 'jw303')).melding).toContain('JW323 van iJW 3.2');
    expect(gezegd(release('3.3')).melding).toContain('een release die de gateway niet kent');
  });

  it('every type that a release does not have is told where it is', () => {
    let gezien = 0;
    for (const type of BERICHT_TYPES) {
      for (const nummer of RELEASES.filter((r) => !MESSAGES[type].releases.includes(r))) {
        gezien++;
        const { regel, melding } = gezegd(release(nummer, type.toLowerCase()));
        expect(regel).toBe('POORT-RELEASE');
        expect(melding).toContain(`${type} bestaat niet in iJW ${nummer}. Gebruik ${type} van iJW `);
      }
    }
    expect(gezien).toBeGreaterThan(5);
    expect(gezegd(release('3.2', 'jw399')).melding).toContain('JW399 van iJW 3.2; dat is geen bericht van iJW');
  });
});
