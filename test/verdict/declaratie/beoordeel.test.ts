import { describe, expect, it } from 'vitest';
import { jw303, jw323 } from '../../rules/declaration/berichten.ts';
import { ANDER_BSN, BSN, geboekt, toewijzing } from '../../rules/declaration/decor.ts';
import { claims, eigenGemeente, geboekteRegels, verdictOp } from './verdict-on.ts';

const januari = { begin: '2026-01-01', einde: '2026-01-31' };

it('of refused lines those clients count that have a toewijzing: a wrong declaratie may name anybody', () => {
  const regel = { nummer: 4444 };
  const { afwijzingen } = verdictOp(
    jw323([
      [BSN, [regel]],
      [ANDER_BSN, [regel, regel]],
    ]),
  );
  expect(afwijzingen?.map((a) => [a.aantal, a.clienten])).toEqual([[3, 1]]);
});

describe('the verdict on a JW323', () => {
  it('granted: booked, claimed, answered and delivered to both', () => {
    const verdict = verdictOp(jw323([{}, januari]));
    expect(verdict).toMatchObject({ status: 'goedgekeurd', afsprakenVersie: 7, regelsVersie: '1.2.3' });
    expect(claims(verdict)).toEqual([
      'id|42420001|JW323|ID1',
      'id|0362|JW325|IG0000000001',
      'dec|42420001|D1',
      'pre|42420001|P1',
      'pre|42420001|P2',
    ]);
    expect(verdict.mutaties[0]).toEqual({
      soort: 'declaratie',
      declaratie: {
        nummer: 'D1',
        periodeBegin: '2026-02-01',
        periodeEinde: '2026-02-28',
        berichtId: 'dit',
        release: '3.2',
      },
    });
    expect(geboekteRegels(verdict)).toEqual(['P1 D toegekend', 'P2 D toegekend']);
    expect(verdict.doorgeleverdAan).toEqual(['0362']);
    expect(verdict.antwoorden).toHaveLength(1);
    expect(verdict.antwoorden[0]).toMatchObject({
      type: 'JW325',
      zender: '0362',
      ontvanger: '42420001',
      identificatie: 'IG0000000001',
      leverAan: ['42420001', '0362'],
    });
  });

  it('partly: only what was granted is booked and claimed', () => {
    const verdict = verdictOp(jw323([{}, { ...januari, tarief: 1 }]));
    expect(verdict.status).toBe('deels-goedgekeurd');
    expect(geboekteRegels(verdict)).toEqual(['P1 D toegekend']);
    expect(claims(verdict)).toContain('dec|42420001|D1');
    expect(claims(verdict)).not.toContain('pre|42420001|P2');
    expect(verdict.doorgeleverdAan).toEqual(['0362']);
  });

  it('line by line nothing granted: afgekeurd, but the DeclaratieNummer is used', () => {
    const verdict = verdictOp(jw323([{ tarief: 1 }]));
    expect(verdict.status).toBe('afgekeurd');
    expect(claims(verdict)).toContain('dec|42420001|D1');
    expect(geboekteRegels(verdict)).toEqual([]);
    expect(verdict.mutaties.map((m) => m.soort)).toEqual(['declaratie']);
    // It counts as sent (the header of the JW325 says 0200), so the gemeente gets it.
    expect(verdict.doorgeleverdAan).toEqual(['0362']);
  });

  it('rejected as a whole: no effect but its Identificatie', () => {
    const kennis = { claims: { 'dec|42420001|D1': 'ander' } };
    for (const verdict of [verdictOp(jw323([{ dc: 'C' }])), verdictOp(jw323([{}]), { kennis })]) {
      expect(verdict.status).toBe('afgekeurd');
      expect(claims(verdict)).toEqual(['id|42420001|JW323|ID1', 'id|0362|JW325|IG0000000001']);
      expect(verdict.mutaties).toEqual([]);
      expect(verdict.doorgeleverdAan).toEqual([]);
      expect(verdict.antwoorden).toHaveLength(1);
    }
  });

  it('an Identificatie that another message holds is not claimed again', () => {
    const verdict = verdictOp(jw323([{}]), { kennis: { claims: { 'id|42420001|JW323|ID1': 'ander' } } });
    expect(verdict.status).toBe('afgekeurd');
    expect(claims(verdict)).toEqual(['id|0362|JW325|IG0000000001']);
  });

  it('no delivery to a gemeentecode without a region', () => {
    const verdict = verdictOp(jw323([{}], { gemeente: '9999' }), { kennis: { gemeenten: ['9999'] } });
    expect(verdict.status).toBe('afgekeurd');
    expect(verdict.antwoorden[0]?.leverAan).toEqual(['42420001']);
  });
});

describe('credit stories', () => {
  it('a credit and the new debet in one message: the credit is booked first', () => {
    const credit = { ...januari, dc: 'C', vorig: 'EERDER' } as const;
    const verdict = verdictOp(jw323([{ ...januari, volume: 80 }, credit]), { kennis: { prestaties: [geboekt()] } });
    expect(verdict.status).toBe('goedgekeurd');
    expect(geboekteRegels(verdict)).toEqual(['P2 C toegekend', 'P1 D toegekend']);
  });
});

describe('a gemeente that answers itself', () => {
  const afspraken = eigenGemeente();

  it('gets the declaratie; the lines wait for its answer', () => {
    const verdict = verdictOp(jw323([{}]), { afspraken });
    expect(verdict.antwoorden).toEqual([]);
    expect(geboekteRegels(verdict)).toEqual(['P1 D voorlopig']);
    expect(verdict.doorgeleverdAan).toEqual(['0362']);
  });

  it('never gets what is rejected as a whole, so then the gateway answers', () => {
    const verdict = verdictOp(jw323([{ dc: 'C' }]), { afspraken });
    expect(verdict.antwoorden).toHaveLength(1);
    expect(verdict.doorgeleverdAan).toEqual([]);
  });
});

describe('the verdict on a JW303', () => {
  const juni = {
    categorie: '50',
    code: '50B01',
    begin: '2019-06-01',
    einde: '2019-06-30',
    volume: 420000,
    eenheid: '83',
    tarief: null,
  };
  const kennis = {
    toewijzingen: [toewijzing({ ...juni, ingangsdatum: '2019-01-01', einddatum: '2019-12-31', volume: 600000 })],
  };

  it('has no Identificatie to claim; its answer is named by GemeenteReferentieNummer', () => {
    const verdict = verdictOp(jw303([juni]), { kennis });
    expect(verdict.status).toBe('goedgekeurd');
    expect(claims(verdict)).toEqual(['dec|42420001|F1', 'pre|42420001|P1']);
    expect(verdict.antwoorden[0]).toMatchObject({ type: 'JW304', release: '2.3', identificatie: 'IG0000000001' });
    expect(verdict.mutaties[0]).toMatchObject({ declaratie: { nummer: 'F1', periodeBegin: '2019-06-01' } });
  });

  it('keeps refused debets, so that their credit can be told from one of nothing (8853)', () => {
    const verdict = verdictOp(jw303([juni, juni]), { kennis });
    expect(verdict.status).toBe('deels-goedgekeurd');
    expect(geboekteRegels(verdict)).toEqual(['P1 D toegekend', 'P2 D afgewezen']);
    expect(claims(verdict)).not.toContain('pre|42420001|P2');
  });
});
