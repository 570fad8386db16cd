import { describe, expect, it } from 'vitest';
import { RELEASES } from '../../src/standard/message-types.ts';
import { xsdFiles } from '../../src/standard/schema-files.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { ontleed } from '../../src/xml/gate/libxml.ts';
import { xsdChecks } from '../../src/xml/gate/xsd-checks.ts';
import { bytes, jw315 } from './voorbeeld.ts';

const LANG = 300 * 2 ** 10;

/** What the engine finds in the message as it stands. */
function ongekort(bericht: Uint8Array) {
  const uit = ontleed(bericht);
  if (uit.kind === 'onleesbaar') throw new Error('not well-formed');
  const bevindingen = xsdChecks(uit.document, 'JW315', '3.2', bericht);
  uit.document.dispose();
  return bevindingen;
}

describe('what the gate finds in a message that would take the engine long', () => {
  it.each([
    ['dots', '. '.repeat(LANG / 2)],
    ['blanks', ' \n'.repeat(LANG / 2)],
    ['blanks, and then a dot', `${'\t'.repeat(LANG)}.`],
    ['a dot, and then blanks', `.${' '.repeat(LANG)}`],
    ['blanks by reference', `${' '.repeat(LANG)}&#32;&#x9;`],
    ['a letter by reference', `${' '.repeat(LANG)}&#65;`],
    ['a blank that is none', `${' '.repeat(LANG)}\u00a0`],
    ['characters of two halves', '𝒂'.repeat(LANG)],
    ['characters of two halves, one place on', `.${'𝒂'.repeat(LANG)}`],
    ['CDATA', `${' '.repeat(LANG)}<![CDATA[${' '.repeat(LANG)}]]>`],
    ['CDATA by the piece', '<![CDATA[ .]]>'.repeat(LANG / 10)],
    ['comments', `${' <!-- > -->'.repeat(900)}`],
    ['comments and a text', `${' <!-- <a> -->'.repeat(900)}.<?b c?>`],
    ['comments that keep ]] and > apart', `${']]<!-- -->>'.repeat(900)}`],
    ['a long text with an element in it', `${' '.repeat(LANG)}<b/>${'.'.repeat(LANG)}`],
    ['nothing', ''],
  ])('is what the engine finds in it: %s', { timeout: 60_000 }, (_, commentaar) => {
    for (const xml of [jw315(commentaar), jw315(commentaar).replace('jw315:Bsn>9', 'jw315:Bsn>x')]) {
      const uitkomst = gate(bytes(xml));
      expect(uitkomst.kind === 'refused' ? uitkomst.bevindingen : []).toEqual(ongekort(bytes(xml)));
    }
  });

  it('rests on Commentaar having one type, which bounds no length', () => {
    for (const release of RELEASES) {
      const xsds = [...xsdFiles(release).values()].map((xsd) => new TextDecoder().decode(xsd));
      const typen = xsds.flatMap((xsd) => [...xsd.matchAll(/name="Commentaar" type="\w+:(\w+)"/g)].map((m) => m[1]));
      expect(new Set(typen)).toEqual(new Set(['LDT_Commentaar']));
      const type = /<xs:simpleType name="LDT_Commentaar">([\s\S]*?)<\/xs:simpleType>/.exec(xsds.join(''))?.[1] ?? '';
      expect([...type.matchAll(/<xs:(\w+) (?:value|base)="([^"]*)"/g)].map((m) => [m[1], m[2]])).toEqual([
        ['restriction', 'xs:string'],
        ['minLength', '1'],
        ['pattern', String.raw`[ \t\n\r]*[^ \t\n\r][\s\S]*`],
      ]);
    }
  });
});
