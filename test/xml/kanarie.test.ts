import { describe, expect, it } from 'vitest';
import { judgeContent } from '../../src/rules/judge.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import { personalElements } from '../../src/standard/elements.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { modelOf } from '../../src/standard/model.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { writeBericht, writeChecked } from '../../src/xml/write/write.ts';
import { planted } from './planted.ts';

/** Persons planted in every place of every message: whatever the gateway makes of it, none of them comes out. */

const NUMMERS = ['999900006', '9999.00.006', '999 900 006', 'BSN999900006X', '0999900006'];
const NAMEN = ['Zwaluwstaart', 'Zwaluwstaart de Korte', 'zwaluwstaart', 'Zwaluwstaart, 12', 'mw. Zwaluwstaart'];
const VERRADEN = /zwaluwstaart|9999.?00.?0|999.?900/i;

const SOORTEN = BERICHT_TYPES.flatMap((type) => MESSAGES[type].releases.map((release) => [type, release] as const));
const voorbeeld = { vandaag: '2026-03-02', bsn: '999990019', volgnummer: 1, gemeente: '0362', aanbieder: '42420001' };

/** What people read of what was found. */
function gelezen(xml: string): string {
  const bytes = new TextEncoder().encode(xml);
  const uitkomst = gate(bytes);
  const bevindingen =
    uitkomst.kind === 'refused'
      ? uitkomst.bevindingen
      : judgeContent(readBericht(bytes, uitkomst.type, uitkomst.release)).bevindingen;
  return JSON.stringify(bevindingen);
}

/** The message with each of its elements, one after the other, changed by `doe`. */
function* veranderd(xml: string, doe: (naam: string, waarde: string) => string): Generator<string> {
  for (const blad of xml.matchAll(/<([\w:]+)>([^<]+)<\/\1>/g)) {
    const [geheel, naam = '', waarde = ''] = blad;
    yield xml.slice(0, blad.index) + doe(naam, waarde) + xml.slice(blad.index + geheel.length);
  }
}

describe.each(SOORTEN)('%s of iJW %s', (type, release) => {
  const bericht = voorbeeldBericht(type, release, voorbeeld);
  const xml = new TextDecoder().decode(writeChecked(bericht));
  const toets = (doe: (naam: string, waarde: string) => string) => {
    let bevonden = 0;
    for (const anders of veranderd(xml, doe)) {
      const tekst = gelezen(anders);
      expect(tekst, anders.slice(0, 0)).not.toMatch(VERRADEN);
      if (tekst.includes('melding')) bevonden++;
    }
    expect(bevonden).toBeGreaterThan(5);
  };

  it.each([...NUMMERS, ...NAMEN])('%s as the value of every element', (kanarie) => {
    toets((naam) => `<${naam}>${kanarie}</${naam}>`);
  });

  const personal = personalElements(release).filter((e) => e.type === type && e.kind.kind === 'leaf');
  // JW319 and JW320 have none: they answer with references alone.
  if (personal.length > 0)
    it('in each element that the schemas mark as personal, in the sample or not', () => {
      const { kinderen } = modelOf(release, type).wortel;
      for (const { path } of personal) {
        for (const kanarie of [...NUMMERS, ...NAMEN]) {
          const inhoud = planted(bericht.inhoud, kinderen, path.split('/'), kanarie);
          const anders = new TextDecoder().decode(writeBericht({ type, release, inhoud }));
          expect(anders, path).toContain(kanarie);
          expect(gelezen(anders), path).not.toMatch(VERRADEN);
        }
      }
    });

  it('in the name of an element, before, in the place of and in every element', () => {
    const wees = '<Zwaluwstaart999900006/>';
    toets((naam, waarde) => `${wees}<${naam}>${waarde}</${naam}>`);
    toets(() => '<Zwaluwstaart.999900006>x</Zwaluwstaart.999900006>');
    toets((naam) => `<${naam}>${wees}</${naam}>`);
  });

  it('in an attribute, its name, its namespace and a prefix of every element', () => {
    toets((naam, waarde) => `<${naam} Zwaluwstaart="999900006">${waarde}</${naam}>`);
    toets((naam, waarde) => `<${naam} xmlns:zwaluwstaart="urn:999900006" zwaluwstaart:id="1">${waarde}</${naam}>`);
    toets((_naam, waarde) => `<zwaluwstaart:Bsn xmlns:zwaluwstaart="urn:999900006">${waarde}</zwaluwstaart:Bsn>`);
  });

  it('in a comment, an instruction, and loose text', () => {
    toets((naam, waarde) => `<!-- Zwaluwstaart --><?zwaluwstaart 999900006?><${naam}>${waarde} Zwaluwstaart</${naam}>`);
    toets((naam, waarde) => `Zwaluwstaart 999900006<${naam}>${waarde}</${naam}>`);
  });

  it('in what is no XML any more, an unknown release, an encoding or the name of the root', () => {
    const stukken = [
      xml.replace('</', '</Zwaluwstaart999900006></'),
      xml.replace(/<(\w+:)?Bsn>/, '<Zwaluwstaart&999900006;>'),
      xml.replaceAll(/ijw\/\d_\d/g, 'ijw/999900006_1'),
      xml.replaceAll(/ijw\/\d_\d/g, 'Zwaluwstaart/999900006'),
      xml.replace('UTF-8', 'Zwaluwstaart-999900006'),
      xml.replaceAll(/(<\/?)(\w+):Bericht/g, '$1$2:Zwaluwstaart999900006'),
    ];
    for (const stuk of stukken) {
      const tekst = gelezen(stuk);
      expect(tekst).not.toMatch(VERRADEN);
      if (stuk !== xml) expect(tekst).toContain('melding');
    }
  });
});
