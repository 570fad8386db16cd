import { describe, expect, it } from 'vitest';
import type { BeantwoordBericht } from '../../src/dossier/beantwoord.ts';
import type { PrestatieRecord } from '../../src/dossier/prestatie.ts';
import { zegtVan } from '../../src/verdict/ontvangen/beslechting.ts';
import { waardenBij } from '../../src/verdict/waarden-bij.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { groepVan } from '../../src/xml/tree.ts';
import { bericht, met } from '../rules/builders.ts';
import { AANBIEDER, afsprakenMet, CLIENT, GEMEENTE, mutatiesVan, verdictOver } from './wereld.ts';

const allenEigen = afsprakenMet((d) => {
  for (const a of d.aanbieders) a.retour = 'eigen';
  for (const g of d.gemeenten) g.retour = 'eigen';
});

function heen(b: Bericht, deel: Partial<BeantwoordBericht> = {}): BeantwoordBericht {
  return { id: 'heen-1', type: b.type, release: b.release, alBeantwoord: false, inhoud: b.inhoud, ...deel };
}

function retour(op: Bericht, type: Bericht['type'], code: string, codes: readonly string[] = []): Bericht {
  const Header = {
    ...groepVan(op.inhoud, 'Header'),
    BerichtCode: code,
    IdentificatieRetour: 'EIGEN1',
    DagtekeningRetour: '2026-03-02',
    XsdVersieRetour: { BasisschemaXsdVersie: '1.0.0', BerichtXsdVersie: '1.0.0' },
    ...(codes.length > 0 ? { RetourCodes: { RetourCode: [...codes] } } : {}),
  };
  return { type, release: op.release, inhoud: { Header } };
}

const JW302 = (codes: readonly string[] = []) => retour(bericht('JW301'), 'JW302', '437', codes);

describe('a retourbericht of a party with a system of its own', () => {
  it('is relayed to the other side and settles what was provisional', () => {
    const verdict = verdictOver(JW302(), {
      afspraken: allenEigen,
      kennis: { beantwoord: heen(bericht('JW301')) },
    });
    expect(verdict.status).toBe('goedgekeurd');
    expect([verdict.doorgeleverdAan, verdict.zegt]).toEqual([[GEMEENTE], 'aangenomen']);
    expect(verdict).not.toHaveProperty('zegtCodes');
    expect(verdict.mutaties).toEqual([{ soort: 'definitief', beantwoordId: 'heen-1', aanvaard: true }]);
    expect(verdict.antwoorden).toEqual([]);
  });

  it('that rejects says so', () => {
    const verdict = verdictOver(JW302(['0001']), {
      afspraken: allenEigen,
      kennis: { beantwoord: heen(bericht('JW301')) },
    });
    expect(mutatiesVan(verdict, 'definitief')).toEqual([
      { soort: 'definitief', beantwoordId: 'heen-1', aanvaard: false },
    ]);
    expect([verdict.zegt, verdict.zegtCodes]).toEqual(['geweigerd', ['0001']]);
  });

  it('of a gemeente goes to the aanbieder', () => {
    const verdict = verdictOver(retour(bericht('JW315'), 'JW316', '447'), {
      afspraken: allenEigen,
      kennis: { beantwoord: heen(bericht('JW315')) },
    });
    expect(verdict.doorgeleverdAan).toEqual([AANBIEDER]);
  });

  it('that rejects a request frees its references: it counts as never sent', () => {
    const verdict = verdictOver(retour(bericht('JW315'), 'JW316', '447', ['0001']), {
      afspraken: allenEigen,
      kennis: { beantwoord: heen(bericht('JW315')) },
    });
    expect(mutatiesVan(verdict, 'claim-vrij').map((m) => m.claim)).toEqual([
      { sleutel: `ref|${AANBIEDER}|R1`, eigenaar: 'heen-1' },
      { sleutel: `ref|${AANBIEDER}|R2`, eigenaar: 'heen-1' },
    ]);
  });

  it('that rejects a JW301 frees its numbers, unless another version of the toewijzing stands', () => {
    const verdict = verdictOver(retour(bericht('JW301'), 'JW302', '447', ['0001']), {
      afspraken: allenEigen,
      kennis: { beantwoord: heen(bericht('JW301')) },
    });
    const nummers = waardenBij(bericht('JW301').inhoud, 'ToewijzingNummer')('ToewijzingNummer').map(Number);
    expect(nummers.length).toBeGreaterThan(0);
    expect(mutatiesVan(verdict, 'nummer-vrij')).toEqual(
      nummers.map((nummer) => ({
        soort: 'nummer-vrij',
        gemeente: GEMEENTE,
        nummer,
        sleutel: `toe|${GEMEENTE}|${nummer}`,
      })),
    );
  });

  const vreemd = met(bericht('JW301'), ['Header/Ontvanger', '42420002']);
  it.each<[string, BeantwoordBericht | null]>([
    ['answers nothing that is known', null],
    ['was given before', heen(bericht('JW301'), { alBeantwoord: true })],
    ['answers what another party was sent', heen(vreemd)],
    ['is of another release', heen(bericht('JW301'), { release: '2.3' })],
  ])('is stored and not delivered when it %s', (_naam, beantwoord) => {
    const verdict = verdictOver(JW302(), { afspraken: allenEigen, kennis: { beantwoord } });
    expect(verdict.status).toBe('afgekeurd');
    expect(verdict.bevindingen.map((b) => b.regel)).toEqual(['POORT-RETOUR']);
    expect([verdict.doorgeleverdAan, verdict.mutaties, verdict.antwoorden]).toEqual([[], [], []]);
    expect(verdict).not.toHaveProperty('zegt');
  });
});

it('of a party whose answers the gateway composes is refused', () => {
  const verdict = verdictOver(JW302(), { kennis: { beantwoord: heen(bericht('JW301')) } });
  expect(verdict.status).toBe('afgekeurd');
  expect(verdict.bevindingen.map((b) => b.regel)).toEqual(['POORT-RETOUR']);
});

describe('a JW325 of a gemeente with a system of its own', () => {
  const jw323 = met(
    bericht('JW323'),
    ['Header/BerichtIdentificatie/Identificatie', 'TEST0'],
    ['Header/BerichtIdentificatie/Dagtekening', '2026-03-01'],
  );
  const prestatie: PrestatieRecord = {
    referentie: 'P1',
    vorigeReferentie: null,
    toewijzing: 'sleutel-1001',
    toewijzingNummer: 1001,
    client: CLIENT,
    categorie: '45',
    code: '45A01',
    begin: '2026-02-01',
    einde: '2026-02-28',
    volume: 100,
    eenheid: '01',
    tarief: 150,
    bedrag: 15000,
    debetCredit: 'D',
    stand: 'voorlopig',
    berichtId: 'heen-1',
  };

  it('makes the declaratie definitive and refuses the lines that it lists', () => {
    const verdict = verdictOver(bericht('JW325'), {
      afspraken: allenEigen,
      kennis: { beantwoord: heen(jw323), prestaties: [prestatie] },
    });
    expect(verdict.bevindingen).toEqual([]);
    expect([verdict.status, verdict.zegt]).toEqual(['goedgekeurd', 'deels']);
    expect(verdict.doorgeleverdAan).toEqual([AANBIEDER]);
    expect(verdict.mutaties[0]).toEqual({ soort: 'definitief', beantwoordId: 'heen-1', aanvaard: true });
    expect(mutatiesVan(verdict, 'prestatie').map((m) => m.prestatie)).toEqual([{ ...prestatie, stand: 'afgewezen' }]);
    expect(verdict.claims).toEqual([{ sleutel: `id|${GEMEENTE}|JW325|TEST1`, eigenaar: 'bericht-1' }]);
  });

  it('says that a part was granted where that makes nothing together, as a credit and the line in its place do', () => {
    const niets = met(bericht('JW325'), ['DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag', '0']);
    expect(zegtVan(niets, heen(jw323))).toBe('deels');
    expect(zegtVan(niets, heen({ ...jw323, inhoud: {} }))).toBe('geweigerd');
  });

  it('that contradicts itself is not relayed', () => {
    const onjuist = met(bericht('JW325'), ['DeclaratieAntwoord/TotaalToegekendBedrag/TotaalBedrag', '1']);
    const verdict = verdictOver(onjuist, { afspraken: allenEigen, kennis: { beantwoord: heen(jw323) } });
    expect(verdict.status).toBe('afgekeurd');
    expect(verdict.bevindingen.map((b) => b.regel)).toEqual(['TR342', 'POORT-RETOUR']);
    expect(verdict.mutaties).toEqual([]);
  });

  it('that refuses the whole undoes it', () => {
    const header = groepVan(bericht('JW325').inhoud, 'Header');
    const geheel: Bericht = {
      type: 'JW325',
      release: '3.2',
      inhoud: { Header: { ...header, RetourCodes: { RetourCode: ['0001'] } } },
    };
    const verdict = verdictOver(geheel, { afspraken: allenEigen, kennis: { beantwoord: heen(jw323) } });
    expect(verdict.mutaties[0]).toEqual({ soort: 'definitief', beantwoordId: 'heen-1', aanvaard: false });
    expect(mutatiesVan(verdict, 'claim-vrij').map((m) => m.claim.sleutel)).toContain(`pre|${AANBIEDER}|P1`);
    expect(verdict.zegt).toBe('geweigerd');
  });
});
