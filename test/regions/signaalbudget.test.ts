import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../flows/exchange.ts';
import { jw301, jw305, jw315, jw323, type Regel, vers, type Wie } from './berichten.ts';
import { AALSMEER, AMSTELVEEN, dagdelen, etmalen, HOOFD, minuten, open, ZAANSTAD, ZELFSTANDIG } from './voorbeeld.ts';

let exchange: Exchange;
beforeAll(async () => {
  exchange = await open();
});
afterAll(() => exchange?.sluit());

const AA01 = { categorie: '45', code: 'AA01' };
/** 500.000 eurocents at 172 a minute: 2906 whole minutes. */
const LOOPTIJD = { begin: '2025-01-01', einde: '2025-12-31' };
const bij = (gemeente = AMSTELVEEN, aanbieder = HOOFD): Wie => ({ gemeente, aanbieder, bsn: exchange.bsn() });

function regel(nummer: number, minutenTal: number, meer: Partial<Regel> = {}): Regel {
  return { ...AA01, nummer, volume: minutenTal, eenheid: '01', tarief: 172, bedrag: minutenTal * 172, ...meer };
}

// biome-ignore lint/suspicious/noExplicitAny: the tests say themselves what they expect of a JSON answer
async function signalen(als: string, nummer: number): Promise<any[]> {
  const { body } = await exchange.vraag('GET', '/api/v1/signalen?limit=500', undefined, als);
  return body.filter(
    (s: { soort: string; toewijzingNummer: number }) => s.soort === 'signaalbudget' && s.toewijzingNummer === nummer,
  );
}

async function zet(id: string, stand: string, als: string) {
  const { status, body } = await exchange.vraag(
    'PUT',
    `/api/v1/signalen/${id}`,
    { stand, toelichting: 'overlegd' },
    als,
  );
  return [status, body.stand ?? body.code];
}

describe('a signal at 75 %', () => {
  it('once per crossing, also after a credit; each party sets its own states', async () => {
    const wie = bij();
    await exchange.slaagt(jw301(wie, { ...AA01, nummer: 601, ...LOOPTIJD, omvang: minuten(2906) }));
    const declareer = async (maand: string, ...regels: Regel[]) => {
      expect((await exchange.stuur(jw323(wie, maand, ...regels))).status).toBe('goedgekeurd');
      return (await signalen(AMSTELVEEN, 601)).length;
    };
    const ref = vers('P');
    expect(await declareer('2025-01', regel(601, 2000))).toBe(0);
    expect(await declareer('2025-02', regel(601, 300, { ref }))).toBe(1);
    expect(await declareer('2025-03', regel(601, 100))).toBe(1);
    expect(await declareer('2025-04', regel(601, 300, { credit: ref, maand: '2025-02' }))).toBe(1);
    expect(await declareer('2025-05', regel(601, 200))).toBe(2);

    const [eerste] = await signalen(HOOFD, 601);
    expect(eerste).toMatchObject({ stand: 'open', percentage: 79.1 });
    expect(await zet(eerste.id, 'geweigerd', HOOFD)).toEqual([403, 'rol-ongeschikt']);
    expect(await zet(eerste.id, 'afronden', AMSTELVEEN)).toEqual([403, 'rol-ongeschikt']);
    expect(await zet(eerste.id, 'afronden', HOOFD)).toEqual([200, 'afronden']);
    expect(await zet(eerste.id, 'aangevraagd', HOOFD)).toEqual([200, 'aangevraagd']);
    expect(await zet(eerste.id, 'toegekend', AMSTELVEEN)).toEqual([409, 'niet-mogelijk']);
    expect(await zet(eerste.id, 'geweigerd', AMSTELVEEN)).toEqual([200, 'geweigerd']);
    expect(await zet(eerste.id, 'geweigerd', AALSMEER)).toEqual([404, 'niet-gevonden']);
    expect(await zet(eerste.id, 'aangevraagd', HOOFD)).toEqual([200, 'aangevraagd']);
    expect(await zet(eerste.id, 'open', HOOFD)).toEqual([422, 'onjuiste-invoer']);
  });

  it('a maatwerk grant with reason and plan: the JW301 goes out, and the signals are granted', async () => {
    const wie = bij();
    await exchange.slaagt(jw301(wie, { ...AA01, nummer: 602, ...LOOPTIJD, omvang: minuten(2906) }));
    expect((await exchange.stuur(jw323(wie, '2025-06', regel(602, 2400)))).status).toBe('goedgekeurd');
    const adres = `/api/v1/toewijzingen/${AMSTELVEEN}/602`;
    const plan = { bedrag: 800_000, reden: 'intensievere behandeling', plan: 'plan van mei' };
    const { status, body } = await exchange.vraag('PUT', `${adres}/signaalbudget`, plan, AMSTELVEEN);
    expect(status).toBe(200);
    expect(body.signaalbudget).toMatchObject({ soort: 'maatwerk', bedrag: 800_000, percentage: 51.6 });
    expect((await exchange.bezorgd(HOOFD, 'JW301', '>602<')).length).toBeGreaterThan(0);
    expect((await signalen(HOOFD, 602)).map((s) => s.stand)).toEqual(['toegekend']);
    // Above 75 % of the new ceiling it signals again.
    expect((await exchange.stuur(jw323(wie, '2025-07', regel(602, 1200)))).status).toBe('goedgekeurd');
    expect((await signalen(HOOFD, 602)).map((s) => s.stand)).toEqual(['toegekend', 'open']);
  });

  it('very complex care has maatwerk from the start; a ceiling that is lowered may cross the line by itself', async () => {
    const wie = bij();
    const ruim = { ...AA01, nummer: 603, ...LOOPTIJD };
    await exchange.slaagt(jw301(wie, { ...ruim, omvang: minuten(6000) }));
    expect((await exchange.vraag('GET', `/api/v1/toewijzingen/${AMSTELVEEN}/603`)).body.signaalbudget).toMatchObject({
      soort: 'maatwerk',
      bedrag: 1_032_000,
    });
    expect((await exchange.stuur(jw323(wie, '2025-08', regel(603, 2400)))).status).toBe('goedgekeurd');
    expect(await signalen(HOOFD, 603)).toEqual([]);
    await exchange.slaagt(jw301(wie, { ...ruim, omvang: minuten(2906), datum: '2025-09-01', reden: '12' }));
    expect((await signalen(HOOFD, 603)).map((s) => s.percentage)).toEqual([82.5]);
  });
});

describe('the view on signaalbudgetten', () => {
  it('tells what was used, when it is used up, and the share within the fixed budget', async () => {
    const wie = bij(AALSMEER, ZELFSTANDIG);
    for (const nummer of [611, 612, 613]) {
      const omvang = minuten(nummer === 613 ? 6000 : 2906);
      await exchange.slaagt(jw301({ ...wie, bsn: exchange.bsn() }, { ...AA01, nummer, ...LOOPTIJD, omvang }));
    }
    const gebruikt = { ...wie, bsn: exchange.bsn() };
    await exchange.slaagt(jw301(gebruikt, { ...AA01, nummer: 614, ...LOOPTIJD, omvang: minuten(2906) }));
    expect((await exchange.stuur(jw323(gebruikt, '2025-02', regel(614, 1453)))).status).toBe('goedgekeurd');

    const { body } = await exchange.vraag('GET', '/api/v1/signaalbudgetten?limit=500', undefined, ZELFSTANDIG);
    expect(body.signaalbudgetten.map((s: { toewijzingNummer: number }) => s.toewijzingNummer).sort()).toEqual([
      611, 612, 613, 614,
    ]);
    const een = body.signaalbudgetten.find((s: { toewijzingNummer: number }) => s.toewijzingNummer === 614);
    expect(een).toMatchObject({ soort: 'standaard', gebruikt: 249_916, gedeclareerdTot: '2025-02-28', signaal: null });
    expect(een.vooruitblik).toMatchObject({ opOp: '2025-04-28', opInWeek: '2025-W18', week: 17, naEinde: false });
    const verdeling = await exchange.vraag('GET', '/api/v1/signaalbudgetten/verdeling', undefined, ZELFSTANDIG);
    expect(verdeling.body).toEqual({
      doel: 80,
      verdeling: [{ gemeente: AALSMEER, aanbieder: ZELFSTANDIG, ...AA01, aantal: 4, binnen: 3, aandeel: 75 }],
    });
    expect(
      (await exchange.vraag('GET', '/api/v1/signaalbudgetten', undefined, ZAANSTAD)).body.signaalbudgetten,
    ).toEqual([]);
  });
});

describe('several aanbieders for one child', () => {
  it('the gemeente names one to speak to, the others see it, and each is paid by itself', async () => {
    const bsn = exchange.bsn();
    const [een, ander] = [HOOFD, ZELFSTANDIG].map((aanbieder) => ({ gemeente: AMSTELVEEN, aanbieder, bsn }));
    if (een === undefined || ander === undefined) throw new Error('two aanbieders');
    await exchange.slaagt(jw301(een, { ...AA01, nummer: 621, ...LOOPTIJD, omvang: minuten(1000) }));
    await exchange.slaagt(
      jw301(ander, { categorie: '45', code: 'AA02', nummer: 622, ...LOOPTIJD, omvang: minuten(1000) }),
    );
    const adres = (nummer: number) => `/api/v1/toewijzingen/${AMSTELVEEN}/${nummer}/aanspreekpunt`;
    const punt = async (nummer: number, als: string) =>
      (await exchange.vraag('GET', adres(nummer), undefined, als)).body;
    expect(await punt(622, ZELFSTANDIG)).toEqual({ aanspreekpunt: null });
    expect((await exchange.vraag('PUT', adres(621), { aanbieder: HOOFD }, HOOFD)).status).toBe(403);
    expect((await exchange.vraag('PUT', adres(621), { aanbieder: HOOFD }, AALSMEER)).status).toBe(404);
    expect((await exchange.vraag('PUT', adres(621), { aanbieder: HOOFD }, AMSTELVEEN)).status).toBe(200);
    expect(await punt(622, ZELFSTANDIG)).toMatchObject({ aanspreekpunt: { aanbieder: HOOFD } });
    expect((await exchange.vraag('GET', adres(621), undefined, ZELFSTANDIG)).status).toBe(404);

    expect((await exchange.stuur(jw323(een, '2025-10', regel(621, 100)))).status).toBe('goedgekeurd');
    const uur = { categorie: '45', code: 'AA02', nummer: 622, volume: 60, eenheid: '01', tarief: 118, bedrag: 7080 };
    expect((await exchange.stuur(jw323(ander, '2025-10', uur))).status).toBe('goedgekeurd');
    await exchange.vraag('PUT', adres(621), { aanbieder: null }, AMSTELVEEN);
    expect(await punt(622, ZELFSTANDIG)).toEqual({ aanspreekpunt: null });
  });
});

describe('what a product asks of a request', () => {
  const jaar = { begin: '2025-03-01', einde: '2025-12-31' };
  const gevallen = [
    [
      'verblijf by a huisarts',
      { categorie: '44', code: 'AV03', ...jaar, omvang: dagdelen(50), verwijzer: '02' },
      '2012-06-15',
      '4',
    ],
    [
      'verblijf by the lokaal team',
      { categorie: '44', code: 'AV03', ...jaar, omvang: dagdelen(50) },
      '2012-06-15',
      'JW301',
    ],
    [
      'verblijf by a gecertificeerde instelling',
      { categorie: '44', code: 'AV10', ...jaar, omvang: dagdelen(50), verwijzer: '04' },
      '2012-06-15',
      'JW301',
    ],
    [
      'crisis of six weeks',
      { categorie: '46', code: 'AC02', begin: '2025-03-01', einde: '2025-04-11', omvang: etmalen(42) },
      '2012-06-15',
      'JW301',
    ],
    [
      'crisis of a day more',
      { categorie: '46', code: 'AC02', begin: '2025-03-01', einde: '2025-04-12', omvang: etmalen(43) },
      '2012-06-15',
      '4',
    ],
    ['dyslexie at six', { categorie: '54', code: 'AE01', ...jaar, omvang: minuten(600) }, '2018-03-02', '9'],
    ['dyslexie at seven', { categorie: '54', code: 'AE01', ...jaar, omvang: minuten(600) }, '2018-03-01', 'JW301'],
    ['dyslexie at thirteen', { categorie: '54', code: 'AE02', ...jaar, omvang: minuten(600) }, '2012-03-01', '9'],
    ['new help at eighteen', { ...AA01, ...jaar, omvang: minuten(600) }, '2007-03-01', '9'],
    ['new help the day before', { ...AA01, ...jaar, omvang: minuten(600) }, '2007-03-02', 'JW301'],
    [
      'help with consent of the lokaal team',
      { categorie: '41', code: 'AD03', ...jaar, omvang: dagdelen(10) },
      '2012-06-15',
      'werkbak',
    ],
  ] as const;

  it.each(gevallen)('%s', async (_naam, vraag, geboren, verwacht) => {
    const wie = { ...bij(AALSMEER), geboren };
    const ref = vers('R');
    const { antwoorden } = await exchange.slaagt(jw315(wie, vraag, ref));
    const ander = antwoorden[1];
    if (verwacht === 'werkbak') {
      expect(ander).toBeUndefined();
      expect((await exchange.werkbak(AALSMEER, ref)).redenen).toContain('toestemming-lokaal-team');
    } else if (verwacht === 'JW301') expect(ander?.type).toBe('JW301');
    else expect(await exchange.xml(ander?.id ?? '', HOOFD)).toContain(`RedenAfwijzingVerzoek>${verwacht}<`);
  });
});

describe('insight', () => {
  it('counts without persons, by month and product; JSON and CSV; shielded for others', async () => {
    const wie = bij(ZAANSTAD);
    const ZB01 = { categorie: '45', code: 'ZB01', nummer: 631 };
    await exchange.slaagt(jw301(wie, { ...ZB01, begin: '2025-02-01', einde: '2025-12-31', omvang: minuten(1000) }));
    await exchange.slaagt(jw305(wie, { ...ZB01, begin: '2025-03-01' }));
    const goed = { ...ZB01, volume: 100, eenheid: '01', tarief: 128, bedrag: 12_800 };
    await exchange.stuur(jw323(wie, '2025-03', goed));
    await exchange.stuur(jw323(wie, '2025-03', { ...goed, tarief: 129, bedrag: 12_900 }));
    await exchange.slaagt(
      jw315(
        { ...wie, bsn: exchange.bsn() },
        { categorie: '45', code: 'AA01', begin: '2025-03-01', einde: '2025-04-01', omvang: minuten(1) },
      ),
    );

    const inzicht = (vraag: string, als?: string) => exchange.vraag('GET', `/api/v1/inzicht?${vraag}`, undefined, als);
    const { body } = await inzicht('per=product,zorgcategorie,maand', ZAANSTAD);
    const rij = (maand: string, product: string) =>
      body.rijen.find((r: { maand: string; product: string }) => r.maand === maand && r.product === product);
    expect(rij('2025-02', '45 ZB01')).toMatchObject({
      zorgcategorie: 'ambulant',
      toegewezen: 1,
      gestart: 0,
      clienten: 1,
    });
    expect(rij('2025-03', '45 ZB01')).toMatchObject({
      ...{ gestart: 1, instroom: 1, doorstroom: 0, toegewezen: 0 },
      ...{ gedeclareerd: 25_700, toegekend: 12_800, afgewezen: 12_900, afgewezenRegels: 1 },
      redenen: { '0611+9389': 1 },
    });
    expect(rij('2025-03', '45 AA01')).toMatchObject({
      afgewezenVerzoeken: 1,
      redenen: { 'product-buiten-contract': 1 },
    });

    const alles = await inzicht(`per=regio,gemeente&gemeente=${ZAANSTAD}`);
    expect(alles.body.rijen).toEqual([
      expect.objectContaining({
        regio: 'ZAWA',
        gemeente: ZAANSTAD,
        afgeschermd: true,
        toegewezen: null,
        redenen: null,
      }),
    ]);
    const kaal = await inzicht(`per=gemeente&vorm=csv`, ZAANSTAD);
    expect(kaal.body.split('\r\n')[0]).toBe(
      'gemeente;clienten;toegewezen;gestart;instroom;doorstroom;gestopt;uitstroom;duurDagen;gedeclareerd;toegekend;afgewezen;afgewezenRegels;afgewezenVerzoeken;redenen;afgeschermd;zwaarte;delen',
    );
    expect(kaal.body).toContain(`${ZAANSTAD};1;1;1;1;0;0;0;;25700;12800;12900;1;1;`);
    expect(
      (await inzicht('per=maand', AMSTELVEEN)).body.rijen.every((r: { afgewezen: number }) => r.afgewezen === 0),
    ).toBe(true);
    expect((await inzicht('per=persoon')).status).toBe(400);
    expect((await inzicht('per=maand', HOOFD)).status).toBe(403);
    expect((await inzicht('per=')).body.rijen).toHaveLength(1);
  });
});
