import { describe, expect, it } from 'vitest';
import { peekHeader } from '../../src/xml/read/header-peek.ts';
import { bytes, jw305, jw306 } from './voorbeeld.ts';

const peek = (tekst: string) => peekHeader(bytes(tekst));
const GEZIEN = {
  kind: 'message',
  type: 'JW305',
  release: '3.2',
  gemeente: '0362',
  aanbieder: '42420001',
  zender: '42420001',
  ontvanger: '0362',
  afzender: '42420001',
  identificatie: 'A1',
  identificatieRetour: null,
};

describe('peekHeader', () => {
  it('sees who sends what', () => {
    expect(peek(jw305())).toEqual(GEZIEN);
  });

  it('knows that a retour travels against its header', () => {
    expect(peek(jw306())).toEqual({
      ...GEZIEN,
      type: 'JW306',
      zender: '0362',
      ontvanger: '42420001',
      identificatieRetour: 'R9',
    });
  });

  it('reads the other header of JW303', () => {
    const ns = 'http://www.istandaarden.nl/ijw/2_3/jw303/schema';
    const kop = `<x:Bericht xmlns:x="${ns}"><x:Header><x:Gemeente>0384</x:Gemeente><x:Aanbieder>42420001</x:Aanbieder>
      <x:DeclaratieFactuurIdentificatie><b:DeclarantFactuurNummer>F7</b:DeclarantFactuurNummer></x:DeclaratieFactuurIdentificatie></x:Header>`;
    expect(peek(kop)).toEqual({
      ...GEZIEN,
      type: 'JW303',
      release: '2.3',
      gemeente: '0384',
      ontvanger: '0384',
      identificatie: 'F7',
    });
  });

  it.each([
    ['other prefixes', jw305().replaceAll('jw305', 'q')],
    [
      'a false header in a comment',
      jw305().replace(
        '<jw305:Header>',
        '<!-- <jw305:Header><jw305:Afzender>9</jw305:Afzender></jw305:Header> --><jw305:Header>',
      ),
    ],
    [
      'a false header in CDATA',
      jw305().replace('<jw305:Header>', '<![CDATA[<jw305:Header></jw305:Header>]]><jw305:Header>'),
    ],
    [
      'a false header elsewhere',
      jw305().replace('<jw305:Header>', '<x><Header><Afzender>9</Afzender></Header></x><jw305:Header>'),
    ],
    ['references', jw305().replace('42420001', '4242&#48;0<!-- -->&#x30;<![CDATA[1]]>')],
    ['a byte order mark', `\ufeff${jw305()}`],
    ['what comes after the header', jw305().replace(/<\/jw305:Header>[\s\S]*/, '</jw305:Header><<<&&&')],
  ])('is not put off by %s', (_, tekst) => {
    const gezien = peek(tekst.replaceAll('/q/schema', '/jw305/schema'));
    expect(gezien).toEqual(GEZIEN);
  });

  it('keeps a character of two halves', () => {
    expect(peek(jw305().replace('>A1<', '>&#x1D482;𝒂<'))).toMatchObject({ identificatie: '𝒂𝒂' });
  });

  it('keeps the blanks of an Identificatie, as the reader does', () => {
    expect(peek(jw305().replace('>A1<', '> A\r\n1 <'))).toMatchObject({ identificatie: ' A\n1 ' });
  });

  it.each([
    ['a mark', '\ufeff0362'],
    ['a blank', '0362\u00a0'],
    ['other digits', '036２'],
  ])('takes no code with %s for the code', (_, code) => {
    expect(peek(jw305().replace('0362', code))).toMatchObject({ kind: 'unreadable-header' });
  });

  it('reads UTF-16 for the sender, though the gate will refuse it', () => {
    expect(peekHeader(Uint8Array.from([0xff, 0xfe, ...Buffer.from(jw305(), 'utf16le')]))).toEqual(GEZIEN);
  });

  it.each([
    ['no party', jw305().replace('0362', '')],
    ['a code of the wrong shape', jw305().replace('42420001', '4242')],
    ['a value with NUL', jw305().replace('>A1<', '>A\u0000<')],
    ['a value with NUL by reference', jw305().replace('>A1<', '>A&#0;<')],
    ['a value with half a character', jw305().replace('>A1<', '>A&#xD835;<')],
    ['a header that does not end', jw305().replace('</jw305:Header>', '')],
    ['a header beyond 128 KiB', jw305().replace('<jw305:Header>', `<!-- ${' '.repeat(131_072)} --><jw305:Header>`)],
    ['an empty header', jw305().replace(/<jw305:Header>[\s\S]*<\/jw305:Header>/, '<jw305:Header/>')],
  ])('finds %s unreadable', (_, tekst) => {
    expect(peek(tekst)).toEqual({ kind: 'unreadable-header', type: 'JW305', release: '3.2' });
  });

  it.each([
    '',
    'x',
    '<a/>',
    '<',
    jw305().replaceAll('3_2', '3_1'),
    '<a:b xmlns:a="u" xmlns="http://www.istandaarden.nl/ijw/3_2/jw305/schema">',
    '\u0000\u0001<?',
  ])('knows no %j', (tekst) => {
    expect(peek(tekst)).toEqual({ kind: 'unknown' });
  });
});
