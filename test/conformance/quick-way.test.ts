/** The quick way against libxml2, on the corpus and on changes of it. More by hand: as `corpus.test.ts`. */
import { describe, expect, it } from 'vitest';
import { fileChecks } from '../../src/xml/gate/file-checks.ts';
import { longWay, openBericht } from '../../src/xml/gate/gate.ts';
import { quickRead } from '../../src/xml/quick/quick-read.ts';
import { peekHeader } from '../../src/xml/read/header-peek.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import { geenCorpus, maakCorpus } from './corpus.ts';

const SEED = Number(process.env.CORPUS_SEED ?? 1);
const PER_TYPE = Number(process.env.CORPUS_PER_TYPE ?? 46);

/** Null when the two ways agree, else in what they differ. A doubt of the quick one agrees with anything. */
function difference(file: Uint8Array): string | null {
  if (fileChecks(file, Number.POSITIVE_INFINITY).length > 0) return null;
  const quick = quickRead(file, true);
  if (quick === null) return null;
  const slow = longWay(file);
  if (slow.kind === 'refused') return `refused: ${slow.bevindingen[0]?.melding}`;
  const read = readBericht(file, slow.type, slow.release);
  if (JSON.stringify(quick) !== JSON.stringify(read)) return 'read otherwise';
  const opened = openBericht(file);
  if (opened.kind !== 'accepted' || JSON.stringify(opened.peek) !== JSON.stringify(peekHeader(file)))
    return 'the header';
  const verdict = quickRead(file, false);
  return JSON.stringify(verdict?.inhoud.Header) === JSON.stringify(read.inhoud.Header) ? null : 'the verdict alone';
}

/** Changes of one character or one tag, anywhere. */
function mutations(file: Uint8Array, seed: number): Uint8Array[] {
  const tekst = new TextDecoder().decode(file);
  let toestand = seed;
  const lot = (n: number) => {
    toestand = (Math.imul(toestand, 1_664_525) + 1_013_904_223) >>> 0;
    return toestand % n;
  };
  const tags = [...tekst.matchAll(/<[^>]*>/g)].map((m) => ({ tag: m[0], index: m.index }));
  const aTag = () => tags[lot(tags.length)] ?? { tag: '', index: 0 };
  const stukjes = [
    '<',
    '>',
    '&',
    '&amp;',
    '&#65;',
    ' ',
    '\u00a0',
    '\u2028',
    'é',
    '𝒂',
    '\ufffe',
    '"',
    '/',
    ':',
    '0',
    '9',
    '-',
    'Z',
    '+',
    '.',
    '\r',
    '<!-- -->',
    ']]>',
    '<![CDATA[x]]>',
    'jw305:',
    ' a="1"',
    ' xsi:nil="true"',
  ];
  const zet = (plek: number, weg: number, erin: string) => tekst.slice(0, plek) + erin + tekst.slice(plek + weg);
  return Array.from({ length: 12 }, () => {
    const plek = lot(tekst.length);
    const [hier, daar] = [aTag(), aTag()];
    switch (lot(6)) {
      case 0:
        return zet(plek, 1, '');
      case 1:
        return zet(plek, 1, stukjes[lot(stukjes.length)] ?? '');
      case 2:
        return zet(plek, 0, stukjes[lot(stukjes.length)] ?? '');
      case 3:
        return zet(hier.index, hier.tag.length, daar.tag);
      case 4:
        return zet(hier.index + hier.tag.length, 0, stukjes[lot(stukjes.length)] ?? '');
      default: {
        // A whole element twice, gone, or somewhere else.
        const naam = /^<([^\s/>]+)>$/.exec(hier.tag)?.[1];
        const eind = naam === undefined ? -1 : tekst.indexOf(`</${naam}>`, hier.index);
        if (eind < 0) return zet(plek, 1, '');
        const lengte = eind + `</${naam}>`.length - hier.index;
        return lot(2) === 0
          ? zet(hier.index, lengte, '')
          : zet(daar.index, 0, tekst.slice(hier.index, hier.index + lengte));
      }
    }
  }).map((nieuw) => new TextEncoder().encode(nieuw));
}

describe.skipIf(geenCorpus !== null)(
  `the quick way (${geenCorpus ?? `seed ${SEED}, ${PER_TYPE} of each type`})`,
  () => {
    describe.each(['3.2', '2.3'] as const)('in iJW %s', (release) => {
      const files = geenCorpus === null ? maakCorpus(release, SEED, PER_TYPE) : [];

      it('accepts what libxml2 accepts, and reads the same in it', () => {
        const anders = files.map(({ naam, bytes: file }) => [naam, difference(file)]).filter(([, hoe]) => hoe !== null);
        expect(anders).toEqual([]);
      });

      it('leaves few valid messages to the long way', () => {
        const valid = files.filter(({ geldig }) => geldig);
        const quick = valid.filter(({ bytes: file }) => quickRead(file, true) !== null);
        expect(quick.length / valid.length).toBeGreaterThan(0.6);
      });

      it('agrees on changes of them', () => {
        const anders = files
          .flatMap(({ bytes: file, naam }, nr) =>
            mutations(file, SEED * 100_003 + nr).map((nieuw) => [naam, difference(nieuw), nieuw] as const),
          )
          .filter(([, hoe]) => hoe !== null);
        expect(anders.map(([naam, hoe, nieuw]) => [naam, hoe, new TextDecoder().decode(nieuw)])).toEqual([]);
      });
    });
  },
);
