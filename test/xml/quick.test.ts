import { describe, expect, it } from 'vitest';
import { gate } from '../../src/xml/gate/gate.ts';
import { quickRead } from '../../src/xml/quick/quick-read.ts';
import { bytes, jw305, jw315 } from './voorbeeld.ts';

describe('what leaves doubt', () => {
  it.each([
    ['a comment', (tekst: string) => tekst.replace('<jw305:Client>', '<!-- x --><jw305:Client>')],
    ['an attribute', (tekst: string) => tekst.replace('<jw305:Client>', '<jw305:Client >')],
    ['an instruction', (tekst: string) => `${tekst}<?x y?>`],
    ['a reference by number', (tekst: string) => tekst.replace('Wit', 'W&#105;t')],
    ['a namespace of its own', (tekst: string) => tekst.replace('<jw305:Bericht ', '<jw305:Bericht xmlns:x="urn:x" ')],
  ])('goes the long way: %s', (_naam, verander) => {
    const file = bytes(verander(jw305()));
    expect(quickRead(file, true)).toBeNull();
    expect(gate(file).kind).toBe('accepted');
  });

  it.each([
    ['text after the end', (tekst: string) => `${tekst}x`],
    [
      'a blank that is none in its first tag',
      (tekst: string) => tekst.replace('<jw305:Bericht ', '<jw305:Bericht \u00a0'),
    ],
    ['a second root', (tekst: string) => `${tekst}<a/>`],
    ['the end of CDATA in a text', (tekst: string) => tekst.replace('Wit', 'W]]>t')],
    [
      'a prefix declared twice',
      (tekst: string) =>
        tekst.replace(
          '<jw305:Bericht ',
          '<jw305:Bericht xmlns:a="http://www.w3.org/2001/XMLSchema" xmlns:a="http://www.w3.org/2001/XMLSchema-instance" ',
        ),
    ],
  ])('is refused the long way: %s', (_naam, verander) => {
    const file = bytes(verander(jw305()));
    expect(quickRead(file, true)).toBeNull();
    expect(gate(file).kind).toBe('refused');
  });

  it('is not: names in text, blanks anywhere between, other prefixes', () => {
    expect(quickRead(bytes(jw315('a &amp; b &lt; é 𝒂')), true)?.inhoud).toMatchObject({
      Client: { Commentaar: 'a & b < é 𝒂' },
    });
    expect(
      quickRead(bytes(jw305().replaceAll('jw305:', 'x-1:').replace('xmlns:jw305=', 'xmlns:x-1=')), true),
    ).not.toBeNull();
  });
});
