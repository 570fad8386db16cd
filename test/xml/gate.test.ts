import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { MEESTE_FOUTEN } from '../../src/xml/gate/libxml-errors.ts';
import { GRENZEN } from '../../src/xml/gate/poort-meldingen.ts';
import { peekHeader } from '../../src/xml/read/header-peek.ts';
import { BSN, bytes, jw305, jw306, jw315 } from './voorbeeld.ts';

function geweigerd(inhoud: string | Uint8Array): {
  niveau: 0 | 1;
  bevindingen: readonly Bevinding[];
  type: string | null;
} {
  const uitkomst = gate(typeof inhoud === 'string' ? bytes(inhoud) : inhoud);
  if (uitkomst.kind !== 'refused') throw new Error('accepted');
  return uitkomst;
}

function codes(inhoud: string | Uint8Array): string[] {
  const { niveau, bevindingen } = geweigerd(inhoud);
  for (const b of bevindingen) expect(b).toMatchObject({ niveau, retourcode: null, ernst: 'fout' });
  return bevindingen.map((b) => b.regel);
}

const kader = (tekst: string) => bytes(tekst).length;

/** The end tag of the Header ends with byte `plek`. */
function metHeaderTot(plek: number): string {
  const bericht = jw305();
  const nu = kader(bericht.slice(0, bericht.indexOf('</jw305:Header>') + '</jw305:Header>'.length));
  return bericht.replace('<jw305:Header>', `<jw305:Header>${' '.repeat(plek - nu)}`);
}

describe('what the gate accepts', () => {
  it.each([
    ['a message', jw305()],
    ['the default namespace', jw306()],
    ['comments, instructions and CDATA', jw315('<!-- a --><![CDATA[<b>]]><?c d?>&#233;')],
    ['CR/LF', jw305().replaceAll('\n', '\r\n')],
    ['no declaration', jw305({ kop: '' })],
    ['lower case utf-8', jw305({ kop: "<?xml version='1.0' encoding='utf-8'?>" })],
    [
      'a schema location, which is never looked up',
      jw305().replace(
        '<jw305:Bericht',
        '<jw305:Bericht xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="urn:x file:///etc/passwd urn:y basisschema.xsd"',
      ),
    ],
    ['1,000 comments and instructions', jw315('a<!-- b --><?c?>'.repeat(500))],
    ['64 KiB of comment', jw315(`.<!--${'é'.repeat(2 ** 15 - 4)}x-->`)],
    ['a Header that ends at 128 KiB', metHeaderTot(GRENZEN.header)],
    ['depth 64 in no message, but 5 MB of Commentaar', jw315('a '.repeat(2_500_000))],
  ])('%s', (_, bericht) => {
    expect(gate(bytes(bericht))).toMatchObject({ kind: 'accepted', release: '3.2' });
  });

  it('a file of exactly 25 MiB, and not one byte more', () => {
    const bericht = jw305();
    const vol = bericht + ' '.repeat(25 * 2 ** 20 - kader(bericht));
    expect(gate(bytes(vol)).kind).toBe('accepted');
    expect(codes(`${vol} `)).toEqual(['POORT-GROOTTE']);
  });
});

describe('comments and instructions without end', () => {
  it('are refused before the engine has them, however many', () => {
    const [begin = '', eind = ''] = jw305().split('<jw305:Client>');
    const veel = Buffer.concat([bytes(begin), Buffer.alloc(25_000_000, '<?a?>'), bytes(`<jw305:Client>${eind}`)]);
    const voor = process.memoryUsage().rss;
    expect(codes(veel)).toEqual(['POORT-COMMENTAAR']);
    const meer = process.memoryUsage().rss - voor;
    console.log(`5,000,000 instructions: ${Math.round(meer / 2 ** 20)} MiB more`);
    // As a tree in the engine they took 784 MB.
    expect(meer).toBeLessThan(100 * 2 ** 20);
  });
});

describe('what the gate accepts and the look at the door', () => {
  it.each([GRENZEN.header - 1, GRENZEN.header, GRENZEN.header + 1])(
    'are of one mind about a Header that ends at byte %i',
    (plek) => {
      const bericht = bytes(metHeaderTot(plek));
      expect(gate(bericht).kind === 'accepted').toBe(peekHeader(bericht).kind === 'message');
    },
  );
});

describe('level 0', () => {
  const utf16 = Uint8Array.from([0xff, 0xfe, ...Buffer.from(jw305(), 'utf16le')]);
  it.each<[string, string | Uint8Array]>([
    ['POORT-BOM', `\ufeff${jw305()}`],
    ['POORT-CODERING', utf16],
    ['POORT-CODERING', Buffer.from(jw305(), 'utf16le')],
    ['POORT-CODERING', jw305({ kop: '<?xml version="1.0" encoding="ISO-8859-1"?>' })],
    ['POORT-CODERING', new Uint8Array(Buffer.from(jw305({ naam: 'Müller' }), 'latin1'))],
    ['POORT-TEKENS', jw305({ naam: 'W\u0000t' })],
    ['POORT-TEKENS', jw305({ naam: 'W\u001bt' })],
    ['POORT-DOCTYPE', jw305({ kop: '<!DOCTYPE a [<!ENTITY b "c">]>' })],
    ['POORT-DIEPTE', jw305({ naam: '<a>'.repeat(60) + '</a>'.repeat(60) })],
    ['POORT-ATTRIBUTEN', jw305().replace('<jw305:Client>', `<jw305:Client a="${'b'.repeat(65_536)}">`)],
    ['POORT-TEKST', jw305({ naam: 'a'.repeat(10 * 2 ** 20 + 1) })],
    ['POORT-COMMENTAAR', jw315('a<!-- b --><?c?>'.repeat(501))],
    ['POORT-COMMENTAAR', jw315('<?c?>'.repeat(1_001))],
    ['POORT-COMMENTAAR', jw315(`<!--${'é'.repeat(2 ** 15 - 3)}-->`)],
    ['POORT-COMMENTAAR', `${jw305()}${`<?c ${' '.repeat(2 ** 15)}?>`.repeat(2)}`],
    ['POORT-HEADER', metHeaderTot(GRENZEN.header + 1)],
    [
      'POORT-CODERING',
      new Uint8Array(
        Buffer.from(jw305({ kop: `<?xml version="1.0"${' '.repeat(300)}encoding="ISO-8859-1"?>`, naam: 'Müller' })),
      ),
    ],
    ['POORT-NAAMRUIMTE', '<a/>'],
    ['POORT-NAAMRUIMTE', '<a xmlns="http://www.istandaarden.nl/iwmo/3_2/wmo301/schema"/>'],
    ['POORT-RELEASE', jw305().replaceAll('/3_2/', '/3_1/')],
    ['POORT-RELEASE', jw305().replaceAll('/3_2/jw305', '/3_2/jw303')],
    ['POORT-LEEG', ''],
    ['POORT-LEEG', '  \n'],
    ['POORT-LEEG', 'geen xml'],
    ['POORT-XML', jw305().slice(0, -30)],
    ['POORT-XML', jw305().replace('</jw305:Client>', '</jw305:Klant>')],
    ['POORT-XML', `${jw305()}<nog/>`],
    ['POORT-XML', jw305({ naam: 'Wit & Zwart' })],
    ['POORT-XML', jw305({ naam: '&#0;' })],
    ['POORT-XML', jw305({ naam: '&onbekend;' })],
    ['POORT-XML', jw305().replaceAll('jw305:Client', 'jw399:Client')],
    ['POORT-XML', jw305().replace('<jw305:Client>', '<jw305:Client a="1" a="2">')],
  ])('%s', (code, inhoud) => {
    expect(codes(inhoud)).toEqual([code]);
    expect(geweigerd(inhoud).niveau).toBe(0);
  });

  it('accepts depth 64 as a file: what is wrong with it then is its content', () => {
    expect(codes(jw305({ naam: '<a>'.repeat(59) + '</a>'.repeat(59) }))).toContain('XSD');
  });

  it('names every trouble of the bytes at once, and the message when the root tells', () => {
    const uitkomst = geweigerd(`\ufeff${jw305({ naam: '\u0001' })}`);
    expect(uitkomst.bevindingen.map((b) => b.regel)).toEqual(['POORT-BOM', 'POORT-TEKENS']);
    expect(uitkomst.type).toBe('JW305');
    expect(geweigerd(utf16).type).toBe('JW305');
  });

  it('says where, and which releases there are', () => {
    const [teken] = geweigerd(jw305({ naam: 'é\u0001' })).bevindingen;
    const regels = jw305({ naam: 'é\u0001' }).split('\n');
    const lijn = regels.findIndex((r) => r.includes('\u0001'));
    expect(teken).toMatchObject({ lijn: lijn + 1, kolom: (regels[lijn] ?? '').indexOf('\u0001') + 1 });
    expect(geweigerd(jw305().replaceAll('3_2', '9_9')).bevindingen[0]?.melding).toMatch(/9\.9.*iJW 2\.3 en iJW 3\.2/);
  });
});

describe('level 1', () => {
  it('reports every error with path, line and column', () => {
    const bericht = jw305({ bsn: '12', starts: 2 }).replaceAll(
      '<jw305:StatusAanlevering>1',
      '<jw305:StatusAanlevering>x',
    );
    const { niveau, bevindingen, type } = geweigerd(bericht);
    expect([niveau, type]).toEqual([1, 'JW305']);
    const [a, b] = bericht.split('\n').flatMap((regel, i) => (regel.includes(':StatusAanlevering>') ? [i + 1] : []));
    const bsn = bericht.split('\n').findIndex((r) => r.includes(':Bsn>')) + 1;
    expect(bevindingen.map((b) => [b.regel, b.pad, b.lijn, b.kolom])).toEqual([
      ['XSD', '/Bericht/Client/Bsn', bsn, 5],
      ['XSD', '/Bericht/Client/StartProducten/StartProduct[1]/StatusAanlevering', a, 7],
      ['XSD', '/Bericht/Client/StartProducten/StartProduct[2]/StatusAanlevering', b, 7],
    ]);
  });

  it('reports the groups that the engine passes over after an unexpected element', () => {
    const bericht = jw305({ starts: 2 })
      .replace('<jw305:Geslacht>1</jw305:Geslacht>', '')
      .replace('<jw305:Begindatum>', '<?pi x?><jw305:Vreemd/><jw305:Begindatum>')
      .replace(
        '<ijw:Code>45A01</ijw:Code></jw305:Product>\n      <jw305:Begindatum>2024',
        '<ijw:Fout/></jw305:Product>\n      <jw305:Begindatum>2024',
      );
    expect(geweigerd(bericht).bevindingen.map((b) => b.pad)).toEqual([
      '/Bericht/Client/Naam',
      '/Bericht/Client/StartProducten/StartProduct[1]/Vreemd',
      '/Bericht/Client/StartProducten/StartProduct[2]/Product/Fout',
    ]);
  });

  it('follows the paths of elements without a prefix', () => {
    const bericht = jw306().replace(
      '<RetourCode>0200</RetourCode></RetourCodes></StartProduct>',
      '<RetourCode>0200</RetourCode><RetourCode>x</RetourCode></RetourCodes></StartProduct>',
    );
    expect(geweigerd(bericht).bevindingen.map((b) => b.pad)).toEqual([
      '/Bericht/Client/StartProducten/StartProduct/RetourCodes/RetourCode[2]',
    ]);
  });

  it('knows the line above 65,535', () => {
    const bericht = jw305()
      .replace('<jw305:Client>', `${'\n'.repeat(70_000)}<jw305:Client>`)
      .replace('2024-01-02', '2024-13-02');
    const [datum] = geweigerd(bericht).bevindingen;
    expect(datum?.lijn).toBe(bericht.split('\n').findIndex((r) => r.includes('2024-13-02')) + 1);
    expect(datum?.lijn).toBeGreaterThan(70_000);
  });

  it('is a wrong root too, when the namespace is known', () => {
    expect(
      codes(jw305().replaceAll('jw305:Bericht ', 'jw305:Brief ').replace('/jw305:Bericht>', '/jw305:Brief>')),
    ).toEqual(['XSD']);
  });

  it('shows no personal value', () => {
    const bericht = jw305({ bsn: `${BSN}7`, naam: 'Zeldzame\nnaam' })
      .replace('<jw305:Geslacht>1', `<jw305:Geslacht>${BSN}`)
      .replace('2010-05-05', '2010-02-31');
    const tekst = JSON.stringify(geweigerd(bericht).bevindingen);
    expect(geweigerd(bericht).bevindingen.length).toBeGreaterThanOrEqual(4);
    for (const geheim of [BSN, 'Zeldzame', '2010-02-31']) expect(tekst).not.toContain(geheim);
    expect(tekst).toContain('******006');
  });

  it('stops counting errors at a number, and says so', () => {
    const { bevindingen } = geweigerd(
      jw305().replace(
        /<jw305:StartProduct>[\s\S]*<\/jw305:StartProduct>/,
        '<jw305:StartProduct/>'.repeat(MEESTE_FOUTEN + 5),
      ),
    );
    expect(bevindingen).toHaveLength(MEESTE_FOUTEN + 1);
    expect(bevindingen.at(-1)?.melding).toContain('ten minste');
  });
});
