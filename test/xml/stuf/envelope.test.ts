import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { PACKAGE_ROOT } from '../../../src/standard/schema-files.ts';
import type { GelezenEnvelop } from '../../../src/xml/stuf/envelope.ts';
import { leesFault } from '../../../src/xml/stuf/read-envelope.ts';
import { schrijfAntwoord, schrijfEnvelop } from '../../../src/xml/stuf/write-envelope.ts';
import { antwoord, CROSS, envelop, gelezen, inSoap, REF } from './make.ts';

const VOORBEELDEN = join(PACKAGE_ROOT, 'schemas', 'ggk-0210', 'voorbeeldberichten');
const voorbeeld = (naam: string) => inSoap(readFileSync(join(VOORBEELDEN, naam), 'utf8'));
const tekst = (uit: GelezenEnvelop) => (uit.kind === 'envelop' ? Buffer.from(uit.payload).toString() : '');
const DI01 = schrijfEnvelop(envelop(), Buffer.from('<x/>')).toString();

describe('the published examples', () => {
  it('are four, and all are taken in', () => {
    expect(readdirSync(VOORBEELDEN).map((naam) => gelezen(voorbeeld(naam)).kind)).toEqual([
      'antwoord',
      'envelop',
      'envelop',
      'envelop',
    ]);
  });

  it('say what they say', () => {
    const di = gelezen(voorbeeld('envelopHeenbericht-ggk_Di01_v21-xml.xml'));
    expect(di).toMatchObject({
      envelop: {
        soort: 'Di01',
        zender: { organisatie: '0548', applicatie: 'Wmo Applicatie' },
        ontvanger: { organisatie: '01023456', applicatie: 'GGk' },
        referentienummer: REF,
        crossRefnummer: null,
        functie: 'WMO301',
        functieVersie: '0002',
        functieSubversie: '0002',
        applicatieVersie: '0004',
      },
    });
    expect(tekst(di)).toBe('Hier staat een iWmo/iJw-heenbericht.');
    expect(tekst(gelezen(voorbeeld('envelopHeenbericht-ggk_Di01_v21-tekst.xml')))).toBe(
      'Hier staat een dummy-tekstbericht.',
    );
    expect(gelezen(voorbeeld('envelopRetourbericht-ggk_Du01-v21.xml'))).toMatchObject({
      envelop: { soort: 'Du01', crossRefnummer: REF, referentienummer: CROSS, functie: 'WMO302' },
    });
    expect(gelezen(voorbeeld('Fo01.xml'))).toMatchObject({
      antwoord: {
        soort: 'Fo01',
        zender: { organisatie: 'IB' },
        ontvanger: { gebruiker: 'gebruiker1', administratie: 'test' },
        crossRefnummer: '9c0f7b90-5c69-11e5-a837-0800200c9a66',
        fout: { code: 'IB210', plek: 'client' },
      },
    });
  });
});

describe('what we write', () => {
  it('is read again as it was', () => {
    for (const een of [envelop(), envelop({ soort: 'Du01', crossRefnummer: CROSS, functie: 'JW302' })]) {
      expect(gelezen(schrijfEnvelop(een, Buffer.from('é')))).toMatchObject({ kind: 'envelop', envelop: een });
    }
    const fout = { code: 'StUF055', plek: 'client', omschrijving: 'Klopt <niet> & mag niet' } as const;
    for (const een of [antwoord(), antwoord({ soort: 'Fo01', fout })]) {
      expect(gelezen(schrijfAntwoord(een))).toEqual({ kind: 'antwoord', antwoord: een });
    }
    const fo03 = antwoord({ soort: 'Fo03', fout: { ...fout, code: 'IB001', plek: 'server' } });
    expect(leesFault(schrijfAntwoord(fo03))).toEqual(fo03);
    expect(schrijfAntwoord(fo03).toString()).toContain('<faultcode>soapenv:Server</faultcode>');
    expect(leesFault(schrijfAntwoord(antwoord()))).toBeUndefined();
    expect(leesFault(Buffer.from('<html>503</html>'))).toBeUndefined();
  });

  it('keeps to the length of the schema', () => {
    const lang = antwoord({
      soort: 'Fo01',
      fout: { code: 'StUF055', plek: 'client', omschrijving: '€'.repeat(900), details: 'x'.repeat(2_000) },
    });
    const uit = gelezen(schrijfAntwoord(lang));
    expect(uit.kind === 'antwoord' && uit.antwoord.fout?.omschrijving.length).toBe(200);
  });
});

describe('an envelope that is not as it should be', () => {
  const reden = (xml: string) => {
    const uit = gelezen(xml);
    expect(uit.kind).toBe('onjuist');
    return uit.kind === 'onjuist' ? uit : undefined;
  };
  const zonder = (naam: string) => DI01.replace(new RegExp(`<(\\w+:${naam})>[\\s\\S]*?</\\1>`), '');

  it('is told which elements are wrong, and which envelope it was', () => {
    expect(reden(zonder('functie'))).toMatchObject({
      grond: 'xsd',
      reden: expect.stringMatching(/^Niet volgens het XSD van het koppelvlak: stuurgegevens \(regel \d+\)\. Herstel/),
      referentienummer: REF,
      zender: { organisatie: '0362' },
    });
    expect(reden(DI01.replace('>0003<', '>3.2<'))?.reden).toContain('functieVersie (regel ');
  });

  it.each([
    ['version 1', '9c0f7b90-5c69-11e5-a837-0800200c9a66'],
    ['capitals', REF.toUpperCase()],
    ['no UUID', '1234'],
    ['nothing', ''],
  ])('has a referentienummer that is no UUID of version 4: %s', (_naam, ref) => {
    const uit = reden(DI01.replace(REF, ref));
    expect(uit?.grond).toBe('uuid');
    expect(uit?.referentienummer).toBe(ref || null);
  });

  it('tells no value of it, and gives back only what looks like a reference or a code', () => {
    const uit = reden(
      DI01.replace(REF, '999900006')
        .replace('>0362<', '>Noor de Wit<')
        .replace('>JW301<', `>${'Noor de Wit '.repeat(4)}<`),
    );
    expect(JSON.stringify(uit)).not.toMatch(/Noor|999900006/);
    expect(uit?.zender).toBeNull();
  });

  it.each([
    ['no XML', 'niets', 'geen welgevormde XML'],
    ['half', DI01.slice(0, -30), 'geen welgevormde XML'],
    ['a DOCTYPE', DI01.replace('?>', '?><!DOCTYPE x [<!ENTITY y "z">]>'), 'DOCTYPE'],
    ['no SOAP', DI01.replaceAll('soapenv:Envelope', 'soapenv:Omslag'), 'geen SOAP 1.1'],
    ['SOAP 1.2', DI01.replace('schemas.xmlsoap.org/soap/envelope/', 'www.w3.org/2003/05/soap-envelope'), 'SOAP 1.2'],
    ['two bodies', DI01.replace('</soapenv:Envelope>', '<soapenv:Body/></soapenv:Envelope>'), 'precies één bericht'],
    ['nothing in the body', inSoap(''), 'precies één bericht'],
    ['another message', inSoap('<x xmlns="urn:x"/>'), 'geen envelop van het koppelvlak'],
    [
      'the koppelvlak of before',
      DI01.replaceAll('koppelvlak/ggk0210', 'sectormodel/ggk/0210'),
      'geen envelop van het koppelvlak',
    ],
    [
      'a header that must be understood',
      inSoap('<x/>', '<s:Header><h xmlns="urn:h" s:mustUnderstand="1"/></s:Header>'),
      'mustUnderstand',
    ],
    ['another encoding', DI01.replace('UTF-8', 'ISO-8859-1'), 'UTF-8'],
    [
      'two payloads',
      DI01.replace('<soapenv:Body>', '<soapenv:Header><xmlBestand>AAAA</xmlBestand></soapenv:Header><soapenv:Body>'),
      'meer dan één payload',
    ],
    [
      'a Di01 with a crossRefnummer',
      DI01.replace('<StUF:functie>', `<StUF:crossRefnummer>${CROSS}</StUF:crossRefnummer><StUF:functie>`),
      'XSD',
    ],
    [
      'a file name of a wrong form',
      DI01.replace(/xmlBestand>/g, 'tekstBestand>').replace(
        '<GGK:tekstBestand>',
        '<GGK:tekstBestand bestandsnaam="a b">',
      ),
      'XSD',
    ],
  ])('is refused for %s', (_naam, xml, zin) => {
    expect(reden(xml)).toMatchObject({
      grond: expect.stringMatching(/^(?:xsd|uuid)$/),
      reden: expect.stringContaining(zin),
    });
  });

  it('has a payload that is no base64', () => {
    expect(reden(DI01.replace(/(xmlBestand>)[^<]+/, '$1%%%%'))).toMatchObject({
      grond: 'base64',
      referentienummer: REF,
    });
  });

  it('may have WS-Addressing, a BOM, comments and another prefix', () => {
    const kop =
      '<s:Header><w:To xmlns:w="http://www.w3.org/2005/08/addressing" s:mustUnderstand="1">x</w:To></s:Header>';
    const kaal = /<GGK:[\s\S]*<\/GGK:envelop[^>]*>/.exec(DI01)?.[0] ?? '';
    const xml = `\ufeff${inSoap(kaal.replaceAll('GGK:', 'g:').replace('xmlns:GGK', 'xmlns:g'), kop)}<!-- einde -->`;
    expect(gelezen(xml).kind).toBe('envelop');
  });
});
