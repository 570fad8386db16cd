import { describe, expect, it } from 'vitest';
import { gate } from '../../src/xml/gate/gate.ts';
import { GRENZEN } from '../../src/xml/gate/poort-meldingen.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { InMemoryGateway } from '../rules/in-memory-gateway.ts';
import { jw305, jw315 } from '../xml/voorbeeld.ts';

const MB5 = 5 * 2 ** 20;
/** Four times the text may take eight times as long, and no more: what grows with the square takes sixteen times as long. */
const KEER_TEKST = 4;
const KEER_TIJD = 8;
/** Of the processor; below this a measurement is mostly noise. */
const MERKBAAR_MS = 40;

/** Milliseconds of the processor, the best of two. */
function duur(doe: () => void): number {
  const tijden = [0, 1].map(() => {
    const begin = process.cpuUsage();
    doe();
    const { user, system } = process.cpuUsage(begin);
    return (user + system) / 1000;
  });
  return Math.min(...tijden);
}

/** Judges a message of 5 MB, and holds its time to that of a quarter of it. */
function recht(naam: string, maak: (tekens: number) => Uint8Array, oordeel: (bericht: Uint8Array) => void): void {
  const [deel, geheel] = [maak(MB5 / KEER_TEKST), maak(MB5)];
  const [kort, lang] = [duur(() => oordeel(deel)), duur(() => oordeel(geheel))];
  console.log(`${naam}: ${Math.round(lang)} ms (a quarter: ${Math.round(kort)} ms)`);
  expect(lang).toBeLessThan(KEER_TIJD * Math.max(kort, MERKBAAR_MS));
}

const bytes = (xml: string) => new TextEncoder().encode(xml);

describe('5 MB of text that regular expressions would choke on', { timeout: 120_000 }, () => {
  const vul = (stuk: string) => (tekens: number) => stuk.repeat(tekens / stuk.length);
  const verdeeld = (stuk: string) => (tekens: number) =>
    `${'a'.repeat(tekens / GRENZEN.terzijdes - stuk.length)}${stuk}`.repeat(GRENZEN.terzijdes);
  const commentaren: readonly (readonly [string, (tekens: number) => string])[] = [
    ['spaces and dots', vul('. ')],
    ['spaces, and a dot at the end', (tekens) => `${' '.repeat(tekens - 1)}.`],
    ['a dot, and spaces', (tekens) => `.${' '.repeat(tekens - 1)}`],
    ['greater-than and spaces', vul('>  ')],
    ['lines', vul('ab cd.\r\n')],
    ['references', vul('&amp;&#65;')],
    ['zeros that look like a reference', (tekens) => `&amp;#${'0'.repeat(tekens)}`],
    ['CDATA', (tekens) => `<![CDATA[${vul('. ')(tekens)}]]>`],
    ['CDATA by the piece', vul('<![CDATA[. ]]>')],
    ['as many comments as may be', verdeeld('<!-- . -->')],
    ['as many instructions as may be', verdeeld('<?b c?>')],
  ];

  it.each(commentaren)('is judged: %s', (naam, commentaar) => {
    recht(
      naam,
      (tekens) => bytes(jw315(commentaar(tekens))),
      (bericht) => {
        const { verdict } = new InMemoryGateway(voorbeeldDocument(), '2024-01-03').ontvang(bericht);
        expect(['goedgekeurd', 'afgekeurd']).toContain(verdict.status);
      },
    );
  });

  const VAN_LIBXML = "' is not accepted by the pattern '";
  const geweigerd: readonly (readonly [string, (tekens: number) => string])[] = [
    ['nothing but spaces', (tekens) => jw315(' '.repeat(tekens))],
    ['a name of dots', (tekens) => jw305({ naam: vul('. ')(tekens) })],
    ['a name of what libxml2 says itself', (tekens) => jw305({ naam: vul(VAN_LIBXML)(tekens) })],
    ['a BSN of what libxml2 says itself', (tekens) => jw305({ bsn: vul(VAN_LIBXML)(tekens) })],
    ['comments', (tekens) => jw315(vul('a<!-- . -->')(tekens))],
    ['instructions', (tekens) => jw315(vul('a<?b c?>')(tekens))],
    ['one long comment', (tekens) => jw315(`<!--${'- '.repeat(tekens / 2)}-->`)],
    ['a name of comments', (tekens) => jw305({ naam: vul('a<!-- . -->')(tekens) })],
    [
      'a tag of one endless word',
      (tekens) => jw305().replace('<jw305:Client>', `<jw305:Client ${'a'.repeat(tekens / 5)}>`),
    ],
  ];

  it.each(geweigerd)('is refused: %s', (naam, xml) => {
    recht(
      naam,
      (tekens) => bytes(xml(tekens)),
      (bericht) => expect(gate(bericht).kind).toBe('refused'),
    );
  });
});
