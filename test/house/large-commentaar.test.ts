import { describe, expect, it } from 'vitest';
import { gate } from '../../src/xml/gate.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { InMemoryGateway } from '../rules/in-memory-gateway.ts';
import { jw305, jw315 } from '../xml/voorbeeld.ts';

/** Of the processor. A hang is what this is about; the aim of the product is a second. */
const HANG_MS = 20_000;
const MB5 = 5 * 2 ** 20;

function gemeten<T>(naam: string, doe: () => T): T {
  const begin = process.cpuUsage();
  const uit = doe();
  const { user, system } = process.cpuUsage(begin);
  const duur = (user + system) / 1000;
  console.log(`${naam}: ${Math.round(duur)} ms`);
  expect(duur).toBeLessThan(HANG_MS);
  return uit;
}

const bytes = (xml: string) => new TextEncoder().encode(xml);

describe('5 MB of text that regular expressions would choke on', { timeout: 120_000 }, () => {
  const commentaren: readonly (readonly [string, string])[] = [
    ['spaces and dots', '. '.repeat(MB5 / 2)],
    ['spaces, and a dot at the end', `${' '.repeat(MB5 - 1)}.`],
    ['a dot, and spaces', `.${' '.repeat(MB5 - 1)}`],
    ['greater-than and spaces', '>  '.repeat(MB5 / 3)],
    ['zeros that look like a reference', `&amp;#${'0'.repeat(MB5)}`],
  ];

  it.each(commentaren)('is judged: %s', (naam, tekst) => {
    const bericht = bytes(jw315(tekst));
    const gateway = new InMemoryGateway(voorbeeldDocument(), '2024-01-03');
    const { verdict } = gemeten(naam, () => gateway.ontvang(bericht));
    expect(['goedgekeurd', 'afgekeurd']).toContain(verdict.status);
  });

  it.each([
    ['nothing but spaces', jw315(' '.repeat(MB5))],
    ['a name of dots', jw305({ naam: '. '.repeat(MB5 / 2) })],
    ['a name of what libxml2 says itself', jw305({ naam: "' is not accepted by the pattern '".repeat(100_000) })],
    ['a BSN of what libxml2 says itself', jw305({ bsn: "' is not accepted by the pattern '".repeat(100_000) })],
    ['a tag of one endless word', jw305().replace('<jw305:Client>', `<jw305:Client ${'a'.repeat(MB5 / 5)}>`)],
  ])('is refused: %s', (naam, xml) => {
    const uit = gemeten(naam, () => gate(bytes(xml)));
    expect(uit.kind).toBe('refused');
  });
});
