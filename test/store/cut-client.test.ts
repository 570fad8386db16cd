import { describe, expect, it } from 'vitest';
import { notNamedIn, onlyClient, tellsOfOthers, withoutClient } from '../../src/store/person/cut-client.ts';

const [EEN, TWEE] = ['999900006', '999900018'];
const client = (bsn: string, prefix = 'jw:') => `<${prefix}Client a="b">${bsnOf(bsn)}</${prefix}Client >`;
const bsnOf = (bsn: string) => `<jw:Bsn>${bsn}</jw:Bsn>`;

describe('a child in a message of several', () => {
  it('is cut out, or left alone, with an end tag in a comment and prefixes of the sender’s choice', () => {
    const xml = `<m>${client(EEN)}<!-- </jw:Client> -->${client(TWEE, 'x:')}<jw:Client/></m>`;
    expect([tellsOfOthers(xml, EEN), tellsOfOthers(client(EEN), EEN)]).toEqual([true, false]);
    expect(withoutClient(xml, EEN)).not.toContain(EEN);
    expect(withoutClient(xml, EEN)).toContain(client(TWEE, 'x:'));
    expect(onlyClient(xml, EEN)).toContain(client(EEN));
    expect(onlyClient(xml, EEN)).not.toContain(TWEE);
  });

  it('takes along no number of a toewijzing that another child has too', () => {
    const rest = '<p><jw:ToewijzingNummer> 0101</jw:ToewijzingNummer><!-- >100< --><x>1020</x></p>';
    expect(notNamedIn(rest, ['100', '101', '102'])).toEqual(['100', '102']);
  });

  it('is found behind an element that nothing ends', () => {
    const xml = `<y:Client><y:Client >${client(EEN)}<z:Client>${client(TWEE)}`;
    expect(tellsOfOthers(xml, EEN)).toBe(true);
    expect(onlyClient(xml, TWEE)).not.toContain(EEN);
  });

  it('is found among two hundred thousand of those, each looked at once', () => {
    const xml = `${'<y:Client '.repeat(100_000)}${'<y:Client>'.repeat(100_000)}${client(EEN)}${client(TWEE)}`;
    expect(tellsOfOthers(xml, EEN)).toBe(true);
  });
});
