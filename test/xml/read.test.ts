import { describe, expect, it } from 'vitest';
import { gate } from '../../src/xml/gate/gate.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { lijstVan, waardeVan } from '../../src/xml/tree.ts';
import { bytes, jw305, jw306, jw315 } from './voorbeeld.ts';

function gelezen(tekst: string): Bericht {
  const uitkomst = gate(bytes(tekst));
  if (uitkomst.kind !== 'accepted') throw new Error(JSON.stringify(uitkomst.bevindingen));
  return readBericht(bytes(tekst), uitkomst.type, uitkomst.release);
}

describe('a value', () => {
  const nul = '0'.repeat(40);
  it.each([
    ['12<!-- x -->34', '1234'],
    ['12<?x y?>34', '1234'],
    ['  twee  spaties ', '  twee  spaties '],
    ['&#233;&#xe9;&amp;&lt;&gt;&quot;&apos;', 'éé&<>"\''],
    ['&amp;#233;', '&#233;'],
    ['&amp;amp;', '&amp;'],
    ['&#38;lt;', '&lt;'],
    ['<![CDATA[&#233; <b> &amp;]]>', '&#233; <b> &amp;'],
    ['<![CDATA[a]]> <![CDATA[b]]>', 'a b'],
    [']]&gt;', ']]>'],
    ['a\r\nb\rc\nd', 'a\nb\nc\nd'],
    ['a&#13;b', 'a\rb'],
    [`&#${nul}65;&#x${nul}42;<![CDATA[&#${nul}65;]]><!-- &#${nul}65; -->`, `AB&#${nul}65;`],
    ['hasOwnProperty __proto__ constructor', 'hasOwnProperty __proto__ constructor'],
    ['1e5', '1e5'],
    ['𝒂', '𝒂'],
  ])('%j reads as %j', (geschreven, waarde) => {
    expect(waardeVan(gelezen(jw315(geschreven)).inhoud, 'Client/Commentaar')).toBe(waarde);
  });

  it('of a date stands without the blanks around it', () => {
    const [product] = lijstVan(gelezen(jw315('x')).inhoud, 'Client/AangevraagdeProducten/AangevraagdProduct');
    expect(product?.ToewijzingIngangsdatum).toBe('2024-01-02');
  });
});

describe('what stands in comments and instructions', () => {
  // Left to itself the parser reads an instruction with a quote in it on to the next such quote.
  it.each(["'", '"'])('is never read, though an instruction holds a %s', (teken) => {
    const vals = '<jw305:Afzender>42420002</jw305:Afzender>';
    const bericht = jw305().replace(
      /<jw305:Afzender>.*/,
      (echt) => `<?x ${teken} ?>${echt}<!-- ${teken} ?>${vals} -->`,
    );
    expect(waardeVan(gelezen(bericht).inhoud, 'Header/Afzender')).toBe('42420001');
    expect(gelezen(bericht)).toEqual(gelezen(jw305()));
  });

  it.each(["<?x it's?>", '<?xml-stylesheet href="a.xsl?>', '<?x?>\n'])(
    'also where a file begins with one: %s',
    (pi) => {
      const zonderDeclaratie = jw305().replace(/^<\?xml[^>]*>\s*/, '');
      expect(gelezen(pi + zonderDeclaratie)).toEqual(gelezen(jw305()));
    },
  );

  it('is text where it stands in CDATA', () => {
    const commentaar = '<![CDATA[<!-- a --><?b c?>]]><!-- weg -->.';
    expect(waardeVan(gelezen(jw315(commentaar)).inhoud, 'Client/Commentaar')).toBe('<!-- a --><?b c?>.');
  });
});

describe('the shape', () => {
  it('has a list where the model says so, also of one', () => {
    const { inhoud, type, release } = gelezen(jw305());
    expect([type, release]).toEqual(['JW305', '3.2']);
    expect(inhoud.Client).toEqual({
      Bsn: '999900006',
      Geboortedatum: { Datum: '2010-05-05' },
      Geslacht: '1',
      Naam: { Geslachtsnaam: { Achternaam: 'Wit' } },
      StartProducten: {
        StartProduct: [
          {
            ToewijzingNummer: '12',
            Product: { Categorie: '45', Code: '45A01' },
            Begindatum: '2024-01-02',
            StatusAanlevering: '1',
          },
        ],
      },
    });
  });

  it('is in document order and the same for any prefix', () => {
    const { inhoud } = gelezen(jw306());
    expect(Object.keys(inhoud.Client ?? {}).at(-1)).toBe('RetourCodes');
    expect(inhoud.Header).toMatchObject({ Afzender: '42420001', RetourCodes: { RetourCode: ['0200'] } });
    const anders = jw305()
      .replaceAll('jw305:', 'ijw:')
      .replace('xmlns:ijw=', 'xmlns:z=')
      .replace('xmlns:jw305=', 'xmlns:ijw=');
    const basis = [
      'Categorie',
      'Code',
      'Identificatie',
      'Dagtekening',
      'BasisschemaXsdVersie',
      'BerichtXsdVersie',
      'Datum',
      'Geslachtsnaam',
      'Achternaam',
    ];
    const geldig = basis.reduce((t, n) => t.replaceAll(`ijw:${n}>`, `z:${n}>`), anders);
    expect(gelezen(geldig)).toEqual(gelezen(jw305()));
  });

  it('refuses what never passed the gate', () => {
    expect(() => readBericht(bytes('<a/>'), 'JW305', '3.2')).toThrow();
    expect(() =>
      readBericht(bytes(jw305().replace('<jw305:Bsn>', '<jw305:Bsn>1</jw305:Bsn><jw305:Bsn>')), 'JW305', '3.2'),
    ).toThrow();
  });
});
