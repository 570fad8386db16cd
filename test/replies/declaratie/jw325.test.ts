import { describe, expect, it } from 'vitest';
import { stelJw325Samen } from '../../../src/replies/declaratie/jw325.ts';
import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { groepVan, lijstVan, waardeVan } from '../../../src/xml/tree.ts';
import { writeChecked } from '../../../src/xml/write/write.ts';
import { jw323, type Regel } from '../../rules/declaration/berichten.ts';
import { ANDER_BSN, BSN, geboekt, oordeel, type Spel } from '../../rules/declaration/decor.ts';

function antwoordOp(declaratie: Bericht, spel: Spel = {}): Groep {
  const antwoord = stelJw325Samen({
    declaratie,
    oordeel: oordeel(declaratie, spel),
    identificatie: 'IG0000000001',
    dagtekening: '2026-03-02',
    regelsVersie: '1.0.0',
  });
  // The gate that every outgoing file passes: elements, order and values.
  expect(writeChecked(antwoord).byteLength).toBeGreaterThan(0);
  return antwoord.inhoud;
}

const codesIn = (groep: Groep | undefined) => groep && (groepVan(groep, 'RetourCodes') as Groep).RetourCode;
const totaal = (inhoud: Groep, naam: string) => {
  const groep = groepVan(inhoud, `DeclaratieAntwoord/${naam}`) ?? {};
  return [waardeVan(groep, 'TotaalBedrag'), waardeVan(groep, 'DebetCredit')];
};
const clienten = (inhoud: Groep) => lijstVan(inhoud, 'DeclaratieAntwoord/Clienten/Client');
const referenties = (client: Groep | undefined) =>
  lijstVan(client ?? {}, 'Prestaties/Prestatie').map((p) => waardeVan(p, 'ProductReferentie/ReferentieNummer'));

const januari: Regel = { begin: '2026-01-01', einde: '2026-01-31' };

describe('what a JW325 says, by the level of the error', () => {
  it('level 2: the header alone, 0001, and the version of the rule set', () => {
    const inhoud = antwoordOp(jw323([{ dc: 'C' }]));
    expect(Object.keys(inhoud)).toEqual(['Header']);
    expect(codesIn(groepVan(inhoud, 'Header'))).toEqual(['0001']);
    expect(waardeVan(inhoud, 'Header/XsltVersie')).toBe('1.0.0');
  });

  it('an error in the header: the header alone, with that code', () => {
    const inhoud = antwoordOp(jw323([{}], { dagtekening: '2026-03-09' }));
    expect(Object.keys(inhoud)).toEqual(['Header']);
    expect(codesIn(groepVan(inhoud, 'Header'))).toEqual(['8848']);
    expect(waardeVan(inhoud, 'Header/XsltVersie')).toBeUndefined();
  });

  it('an error in Declaratie: that code, nothing granted, no clients', () => {
    const kennis = { claims: { 'dec|42420001|D1': 'ander' } };
    const inhoud = antwoordOp(jw323([{ volume: 9999 }]), { kennis });
    expect(codesIn(groepVan(inhoud, 'Header'))).toEqual(['0200']);
    expect(codesIn(groepVan(inhoud, 'DeclaratieAntwoord'))).toEqual(['9333']);
    expect(totaal(inhoud, 'TotaalIngediendBedrag')).toEqual(['1499850', 'D']);
    expect(totaal(inhoud, 'TotaalToegekendBedrag')).toEqual(['0', 'D']);
    expect(clienten(inhoud)).toEqual([]);
  });

  it('an error in a client: its code, and all its prestaties 0233; others are left out', () => {
    const inhoud = antwoordOp(
      jw323([
        [BSN, [{}]],
        [ANDER_BSN, [{ nummer: 8, volume: 10 }, { nummer: 9 }]],
      ]),
    );
    const [client, ...meer] = clienten(inhoud);
    expect(meer).toEqual([]);
    expect(waardeVan(client ?? {}, 'Bsn')).toBe(ANDER_BSN);
    expect(codesIn(client)).toEqual(['8187']);
    expect(lijstVan(client ?? {}, 'Prestaties/Prestatie').map(codesIn)).toEqual([['0233'], ['0233']]);
    expect(codesIn(groepVan(inhoud, 'DeclaratieAntwoord'))).toEqual(['0200']);
    expect(totaal(inhoud, 'TotaalToegekendBedrag')).toEqual(['15000', 'D']);
  });

  it('an error in a prestatie: client 0200, only the refused ones, with all their codes', () => {
    const inhoud = antwoordOp(jw323([{}, { ...januari, tarief: 160, bedrag: 1 }]));
    const [client] = clienten(inhoud);
    expect(codesIn(client)).toEqual(['0200']);
    expect(referenties(client)).toEqual(['P2']);
    expect(codesIn(lijstVan(client ?? {}, 'Prestaties/Prestatie')[0])).toEqual(['9346', '0611']);
    expect(totaal(inhoud, 'TotaalIngediendBedrag')).toEqual(['15001', 'D']);
    expect(totaal(inhoud, 'TotaalToegekendBedrag')).toEqual(['15000', 'D']);
  });

  it('all accepted: 8001, both totals alike, no clients', () => {
    const inhoud = antwoordOp(jw323([{}, januari]));
    expect(codesIn(groepVan(inhoud, 'Header'))).toEqual(['0200']);
    expect(codesIn(groepVan(inhoud, 'DeclaratieAntwoord'))).toEqual(['8001']);
    expect(totaal(inhoud, 'TotaalToegekendBedrag')).toEqual(totaal(inhoud, 'TotaalIngediendBedrag'));
    expect(clienten(inhoud)).toEqual([]);
  });
});

describe('totals and echoes', () => {
  it('what was granted may turn to credit (TR342)', () => {
    const eerder = geboekt({ begin: '2025-12-01', einde: '2025-12-31', tarief: 5, bedrag: 500 });
    const inhoud = antwoordOp(
      jw323([
        { tarief: 10 },
        { ...januari, volume: 2 },
        { begin: '2025-12-01', einde: '2025-12-31', tarief: 5, dc: 'C', vorig: 'EERDER' },
      ]),
      { kennis: { prestaties: [eerder] } },
    );
    expect(totaal(inhoud, 'TotaalIngediendBedrag')).toEqual(['800', 'D']);
    expect(totaal(inhoud, 'TotaalToegekendBedrag')).toEqual(['200', 'C']);
    expect(referenties(clienten(inhoud)[0])).toEqual(['P1']);
  });

  it('the header answers the JW323 under an identity of its own', () => {
    const header = groepVan(antwoordOp(jw323([{}])), 'Header') ?? {};
    expect(header).toEqual({
      BerichtCode: '491',
      BerichtVersie: '3',
      BerichtSubversie: '2',
      Afzender: '0362',
      Ontvanger: '42420001',
      BerichtIdentificatie: { Identificatie: 'IG0000000001', Dagtekening: '2026-03-02' },
      XsdVersie: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
      DeclaratieIdentificatie: { Identificatie: 'ID1', Dagtekening: '2026-03-01' },
      XsdVersieDeclaratie: { BasisschemaXsdVersie: '1.0.1', BerichtXsdVersie: '1.0.2' },
      RetourCodes: { RetourCode: ['0200'] },
    });
  });

  it('a refused line is repeated unchanged', () => {
    const declaratie = jw323([{ volume: 3001 }]);
    const bron = lijstVan(declaratie.inhoud, 'Declaratie/Clienten/Client')[0] ?? {};
    const [regel] = lijstVan(clienten(antwoordOp(declaratie))[0] ?? {}, 'Prestaties/Prestatie');
    const { RetourCodes, ...echo } = regel ?? {};
    expect(echo).toEqual(lijstVan(bron, 'Prestaties/Prestatie')[0]);
    expect(RetourCodes).toEqual({ RetourCode: ['9321', '9322'] });
  });
});
