import { describe, expect, it } from 'vitest';
import { stelJw304Samen } from '../../../src/replies/declaratie/jw304.ts';
import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { groepVan, lijstVan, waardeVan } from '../../../src/xml/tree.ts';
import { writeChecked } from '../../../src/xml/write/write.ts';
import { jw303, type Kop, type Regel } from '../../rules/declaration/berichten.ts';
import { ANDER_BSN, BSN, oordeel, type Spel, toewijzing } from '../../rules/declaration/decor.ts';

const spel: Spel = {
  kennis: {
    toewijzingen: [
      toewijzing({ categorie: '50', code: '50B01', eenheid: '83', volume: 600000, ingangsdatum: '2019-01-01' }),
    ],
  },
};
const regel = (volume: number): Regel => ({
  categorie: '50',
  code: '50B01',
  begin: '2019-06-01',
  einde: '2019-06-30',
  volume,
  eenheid: '83',
  tarief: null,
});

function antwoordOp(declaratie: Bericht, hoe: Spel = spel): Groep {
  const antwoord = stelJw304Samen({
    declaratie,
    oordeel: oordeel(declaratie, hoe),
    identificatie: 'IG0000000001',
    dagtekening: '2026-03-02',
    regelsVersie: '1.0.0',
  });
  expect(writeChecked(antwoord).byteLength).toBeGreaterThan(0);
  return antwoord.inhoud;
}

const codesIn = (groep: Groep | undefined) => groep && (groepVan(groep, 'RetourCodes') as Groep).RetourCode;
const header = (inhoud: Groep) => groepVan(inhoud, 'Header') ?? {};
const bedragen = (inhoud: Groep) =>
  ['IngediendTotaalBedrag', 'ToegekendTotaalBedrag'].map((naam) => {
    const groep = groepVan(header(inhoud), `RetourBedragen/${naam}`) ?? {};
    return [waardeVan(groep, 'TotaalBedrag'), waardeVan(groep, 'DebetCredit')];
  });

describe('a JW304', () => {
  it('fully granted: header only, 8001, granted is what was submitted', () => {
    const inhoud = antwoordOp(jw303([regel(420000)]));
    expect(Object.keys(inhoud)).toEqual(['Header']);
    expect(codesIn(header(inhoud))).toEqual(['8001']);
    expect(bedragen(inhoud)).toEqual([
      ['420000', 'D'],
      ['420000', 'D'],
    ]);
  });

  it('copies the header, with the code of a declaratie or a factuur', () => {
    const kop = (k: Kop) => header(antwoordOp(jw303([regel(1)], k)));
    expect(kop({})).toMatchObject({ BerichtCode: '433', Gemeente: '0362', Aanbieder: '42420001', BetalingAanID: '02' });
    expect(kop({ code: '450' }).BerichtCode).toBe('451');
    expect(kop({}).RetourHeader).toEqual({
      GemeenteReferentieNummer: 'IG0000000001',
      RetourDagtekening: '2026-03-02',
    });
    expect(kop({ nummer: 'F7' }).DeclaratieFactuurIdentificatie).toMatchObject({ DeclarantFactuurNummer: 'F7' });
  });

  it('level 2: 0001, nothing granted, XsltVersie filled', () => {
    const inhoud = antwoordOp(jw303([{ ...regel(1), dc: 'C' }]));
    expect(Object.keys(inhoud)).toEqual(['Header']);
    expect(codesIn(header(inhoud))).toEqual(['0001']);
    expect(header(inhoud).XsltVersie).toBe('1.0.0');
    expect(bedragen(inhoud)[1]).toEqual(['0', 'D']);
  });

  it('0030 in the header: nothing else, nothing granted', () => {
    const kennis = { ...spel.kennis, claims: { 'dec|42420001|F1': 'ander' } };
    const inhoud = antwoordOp(jw303([regel(1)]), { kennis });
    expect(codesIn(header(inhoud))).toEqual(['0030']);
    expect(Object.keys(inhoud)).toEqual(['Header']);
    expect(bedragen(inhoud)).toEqual([
      ['1', 'D'],
      ['0', 'D'],
    ]);
  });

  it('partly: header 0200, the refused lines with nothing granted, their own Commentaar behind it', () => {
    const inhoud = antwoordOp(jw303([regel(420000), regel(200000)]));
    expect(codesIn(header(inhoud))).toEqual(['0200']);
    expect(bedragen(inhoud)).toEqual([
      ['620000', 'D'],
      ['420000', 'D'],
    ]);
    const [client] = lijstVan(inhoud, 'Clienten/Client');
    expect(codesIn(client)).toEqual(['0200']);
    const regels = lijstVan(client ?? {}, 'Prestaties/Prestatie');
    expect(regels).toHaveLength(1);
    expect(codesIn(regels[0])).toEqual(['9322']);
    expect(regels[0]?.ToegekendeBedragPrestatie).toEqual({
      GemeenteBerekendBedrag: { Bedrag: '0', DebetCredit: 'D' },
      ToegekendBedrag: { Bedrag: '0', DebetCredit: 'D' },
    });
    expect(Object.keys(regels[0] ?? {}).slice(-3)).toEqual(['ToegekendeBedragPrestatie', 'Commentaar', 'RetourCodes']);
  });

  it('a client in error: its code, 0233 below it', () => {
    const inhoud = antwoordOp(
      jw303([
        [BSN, [regel(1)]],
        [ANDER_BSN, [regel(2)]],
      ]),
    );
    const [client] = lijstVan(inhoud, 'Clienten/Client');
    expect(codesIn(client)).toEqual(['8187']);
    expect(codesIn(lijstVan(client ?? {}, 'Prestaties/Prestatie')[0])).toEqual(['0233']);
  });
});
