import { describe, expect, test } from 'vitest';
import type { Toewijzing } from '../../../src/dossier/toewijzing.ts';
import type { Groep } from '../../../src/xml/tree.ts';
import { bericht, met } from '../builders.ts';
import { ANDER, codes, toewijzing, VERWIJDERD, wereld } from './wereld.ts';

const VERZOEK = 'Client/Verzoek';
const GELIJK = `${VERZOEK}/OngewijzigdeProducten/OngewijzigdProduct`;
const ANDERS = `${VERZOEK}/TeWijzigenProducten/TeWijzigenProduct`;
const NIEUW = `${VERZOEK}/NieuweProducten/NieuwProduct`;
const OMVANG = { Volume: '20', Eenheid: '01', Frequentie: '4' };

interface Vraag {
  gelijk?: readonly string[];
  anders?: readonly Groep[];
  nieuw?: readonly Groep[];
}

function vow({ gelijk = [], anders = [], nieuw = [] }: Vraag) {
  const lijst = (naam: string, items: readonly Groep[]) => (items.length === 0 ? undefined : { [naam]: items });
  return met(
    bericht('JW317'),
    [
      `${VERZOEK}/OngewijzigdeProducten`,
      lijst(
        'OngewijzigdProduct',
        gelijk.map((n) => ({ ToewijzingNummer: n })),
      ),
    ],
    [`${VERZOEK}/TeWijzigenProducten`, lijst('TeWijzigenProduct', anders)],
    [`${VERZOEK}/NieuweProducten`, lijst('NieuwProduct', nieuw)],
  );
}

function wijzig(anders: Groep = {}): Groep {
  return {
    ToewijzingNummer: '1001',
    GewensteIngangsdatum: '2026-01-01',
    Einddatum: '2027-06-30',
    Omvang: OMVANG,
    ...anders,
  };
}

function zonderOmvang(anders: Groep = {}): Groep {
  const { Omvang: _, ...rest } = wijzig(anders);
  return rest;
}

const nieuwProduct: Groep = {
  Product: { Categorie: '45', Code: '45A03' },
  GewensteIngangsdatum: '2026-04-01',
  Einddatum: '2026-12-31',
  Omvang: OMVANG,
};

const met1001 = (...extra: Toewijzing[]) => wereld({ toewijzingen: [toewijzing(), ...extra] });

describe('which toewijzingen are named', () => {
  const twee = { nummer: 1002, code: '45A02' };

  test('TR349: every current one, as unchanged or to be changed', () => {
    expect(codes(vow({ anders: [wijzig()] }), met1001(toewijzing(twee)))).toEqual({ [VERZOEK]: ['9349'] });
    expect(codes(vow({ anders: [wijzig()], gelijk: ['1002'] }), met1001(toewijzing(twee)))).toEqual({});
    expect(codes(vow({ anders: [wijzig()] }), met1001())).toEqual({});
  });

  test.each<[string, Partial<Toewijzing>, boolean]>([
    ['ended before the Dagtekening', { einddatum: '2026-03-01' }, false],
    ['ends on the Dagtekening', { einddatum: '2026-03-02' }, true],
    ['begins later', { ingangsdatum: '2026-06-01' }, true],
    ['without end', { einddatum: null }, true],
    ['removed', VERWIJDERD, false],
    ['withdrawn on one day with reason 01', { ...VERWIJDERD, redenWijziging: '01' }, false],
    ['not accepted yet', { voorlopig: true }, false],
    ['of another client', { client: ANDER }, false],
  ])('TR349: %s', (_, anders, telt) => {
    const kennis = met1001(toewijzing({ ...twee, ...anders }));
    expect(codes(vow({ anders: [wijzig()] }), kennis)).toEqual(telt ? { [VERZOEK]: ['9349'] } : {});
  });

  test.each<[string, Partial<Toewijzing>]>([
    ['ended', { einddatum: '2026-03-01' }],
    ['removed', VERWIJDERD],
    ['of another client', { client: ANDER }],
    ['unknown', { nummer: 77 }],
  ])('TR350 and TR351: %s', (_, anders) => {
    const kennis = wereld({ toewijzingen: [toewijzing({ nummer: 9 }), toewijzing(anders)] });
    const gelijk = codes(vow({ gelijk: ['1001', '9'], nieuw: [nieuwProduct] }), kennis, '9350');
    expect(gelijk).toEqual({ [`${GELIJK}[1]`]: ['9350'] });
    expect(codes(vow({ anders: [wijzig()], gelijk: ['9'] }), kennis, '9351')).toEqual({ [ANDERS]: ['9351'] });
  });

  test('TR304: a client without any toewijzing', () => {
    expect(codes(vow({ anders: [wijzig()] }), wereld(), '8187')).toEqual({ Client: ['8187'] });
    expect(
      codes(vow({ anders: [wijzig()] }), wereld({ toewijzingen: [toewijzing({ client: ANDER })] }), '8187'),
    ).toEqual({ Client: ['8187'] });
    expect(codes(vow({ anders: [wijzig()] }), met1001(), '8187')).toEqual({});
  });
});

describe('from when a change holds', () => {
  test.each([
    ['the original day', '2026-01-01', []],
    ['after the Dagtekening', '2026-03-03', []],
    ['the Dagtekening itself', '2026-03-02', ['9357']],
    ['halfway back', '2026-02-01', ['9357']],
  ])('TR357: %s', (_, GewensteIngangsdatum, verwacht) => {
    const gevonden = codes(vow({ anders: [wijzig({ GewensteIngangsdatum })] }), met1001());
    expect(gevonden).toEqual(verwacht.length === 0 ? {} : { [ANDERS]: verwacht });
  });

  test('TR373: a total or a budget changes from the first day', () => {
    const later = vow({ anders: [wijzig({ GewensteIngangsdatum: '2026-04-01' })] });
    const vanaf = vow({ anders: [wijzig()] });
    const totaal = wereld({ toewijzingen: [toewijzing({ frequentie: '6' })] });
    expect(codes(later, totaal)).toEqual({ [ANDERS]: ['9373'] });
    expect(codes(vanaf, totaal)).toEqual({});
    expect(codes(later, met1001())).toEqual({});
    const budget = wereld({
      toewijzingen: [toewijzing({ code: null, volume: null, eenheid: null, frequentie: null, budget: 90000 })],
    });
    const meer = zonderOmvang({ GewensteIngangsdatum: '2026-04-01', Budget: '120000' });
    expect(codes(vow({ anders: [meer] }), budget)).toEqual({ [ANDERS]: ['9373'] });
  });
});

describe('omvang goes with a product code', () => {
  const aspecifiek = { code: null, volume: null, eenheid: null, frequentie: null };

  test('TR411: with a code it is there', () => {
    expect(codes(vow({ anders: [zonderOmvang()] }), met1001())).toEqual({ [ANDERS]: ['9411'] });
  });

  test('TR412: without a code it is not', () => {
    const kennis = wereld({ toewijzingen: [toewijzing(aspecifiek)] });
    expect(codes(vow({ anders: [wijzig()] }), kennis)).toEqual({ [ANDERS]: ['9412'] });
    expect(codes(vow({ anders: [zonderOmvang()] }), kennis)).toEqual({});
  });

  test('TR375: without a product it is not; then there is no code either', () => {
    const kennis = wereld({ toewijzingen: [toewijzing({ ...aspecifiek, categorie: null })] });
    expect(codes(vow({ anders: [wijzig()] }), kennis)).toEqual({ [ANDERS]: ['9375', '9412'] });
  });
});

describe('TR361: the situation that is asked for does not stack', () => {
  const zelfde = { ...nieuwProduct, Product: { Categorie: '45', Code: '45A01' } };

  test('a new product beside an unchanged one', () => {
    expect(codes(vow({ gelijk: ['1001'], nieuw: [zelfde] }), met1001())).toEqual({ [NIEUW]: ['9361'] });
    const daarna = { ...zelfde, GewensteIngangsdatum: '2027-01-01', Einddatum: '2027-12-31' };
    expect(codes(vow({ gelijk: ['1001'], nieuw: [daarna] }), met1001())).toEqual({});
    expect(codes(vow({ gelijk: ['1001'], nieuw: [nieuwProduct] }), met1001())).toEqual({});
  });

  test('a change that lasts longer reaches into it, one that ends earlier makes room', () => {
    const daarna = { ...zelfde, GewensteIngangsdatum: '2027-01-01', Einddatum: '2027-12-31' };
    expect(codes(vow({ anders: [wijzig()], nieuw: [daarna] }), met1001())).toEqual({ [NIEUW]: ['9361'] });
    const korter = wijzig({ Einddatum: '2026-03-31' });
    expect(codes(vow({ anders: [korter], nieuw: [zelfde] }), met1001())).toEqual({});
  });

  test('without code it is the categorie, without categorie it is everything', () => {
    const aspecifiek = toewijzing({ code: null, volume: null, eenheid: null, frequentie: null });
    expect(codes(vow({ gelijk: ['1001'], nieuw: [nieuwProduct] }), wereld({ toewijzingen: [aspecifiek] }))).toEqual({
      [NIEUW]: ['9361'],
    });
    const generiek = wereld({ toewijzingen: [{ ...aspecifiek, categorie: null, budget: 1 }] });
    expect(codes(vow({ gelijk: ['1001'], nieuw: [nieuwProduct] }), generiek)).toEqual({ [NIEUW]: ['9361'] });
  });
});
