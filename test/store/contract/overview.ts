import { describe, expect, it } from 'vitest';
import { gemeentenWithin, type Scope } from '../../../src/access/scope.ts';
import { stelselVan } from '../../../src/reports/tariefdelen.ts';
import { VERDELINGEN } from '../../../src/reports/verdelingen.ts';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen, vanRegios } from '../../access/wie.ts';
import { beoordeel, partijen, prestatie, regie, toewijzing } from '../make.ts';

/** Signals that are followed up, signaalbudgetten, and counts without persons. */
const GEEN = { versie: 'x', regios: [], gemeenten: [], aanbieders: [], regimes: [], producten: [], contracten: [] };

const NU = new Date();
const VANDAAG = NU.toISOString().slice(0, 10);

export function overview(store: () => Store): void {
  /** A toewijzing with a signaalbudget of 1000, 800 of it used, and a signal about it. */
  async function metSignaal() {
    const wie = partijen();
    const t = toewijzing(wie, { signaalbudget: { soort: 'standaard', bedrag: 1000 } });
    await beoordeel(store(), wie, (berichtId) => ({
      mutaties: [{ soort: 'toewijzing', toewijzing: { ...t, berichtId } }],
    }));
    const signaal = {
      soort: 'signaalbudget',
      ...wie,
      toewijzingNummer: t.nummer,
      percentage: 80,
      melding: 'x',
    } as const;
    await beoordeel(store(), wie, (berichtId) => ({
      mutaties: [
        {
          soort: 'prestatie',
          prestatie: prestatie({
            toewijzing: t.sleutel,
            bedrag: 800,
            einde: '2026-01-31',
            client: t.client,
            berichtId,
          }),
        },
      ],
      signalen: [signaal],
    }));
    const [gezien] = await store().signals({ scope: vanPartijen(wie.aanbieder), limit: 1 });
    if (gezien === undefined || t.nummer === null) throw new Error('the signal is not there');
    return { wie, t, nummer: t.nummer, id: gezien.id };
  }

  describe('the state of a signal', () => {
    it('is open, set by compare-and-set, and settled by a verdict', async () => {
      const { wie, nummer, id } = await metSignaal();
      expect(await store().signal(id, ALLES)).toMatchObject({ stand: 'open', standOp: null, percentage: 80 });
      const zet = { id, door: 'sleutel', toelichting: null, op: new Date() };
      expect(await store().setSignalState({ ...zet, van: ['open'], wordt: 'aangevraagd' })).toBe(true);
      expect(await store().setSignalState({ ...zet, van: ['open'], wordt: 'afronden' })).toBe(false);
      const { gemeente } = wie;
      const stand = { soort: 'signaal-stand', gemeente, toewijzingNummer: nummer, wordt: 'toegekend' } as const;
      await beoordeel(store(), wie, { mutaties: [{ ...stand, uit: ['open'] }] });
      expect((await store().signal(id, ALLES))?.stand).toBe('aangevraagd');
      await beoordeel(store(), wie, { mutaties: [{ ...stand, uit: ['open', 'aangevraagd'] }] });
      expect((await store().signal(id, ALLES))?.stand).toBe('toegekend');
      expect(await store().signal('onzin', ALLES)).toBeUndefined();
    });
  });

  describe('signaalbudgetten', () => {
    it('with what was used and the latest signal; the share within the fixed budget', async () => {
      const { wie, t, id } = await metSignaal();
      const [een, ...rest] = await store().budgets({ scope: vanPartijen(wie.aanbieder), limit: 10 });
      expect(rest).toEqual([]);
      expect(een).toMatchObject({ nummer: t.nummer, bedrag: 1000, gebruikt: 800, gedeclareerdTot: '2026-01-31' });
      expect(een).toMatchObject({ signaalId: id, signaalStand: 'open', soort: 'standaard' });
      expect(await store().budgets({ scope: vanPartijen(wie.aanbieder), limit: 10, na: een?.sleutel ?? '' })).toEqual(
        [],
      );
      const vanSoort = async (soort: 'standaard' | 'maatwerk') =>
        (await store().budgets({ scope: vanPartijen(wie.aanbieder), soort, limit: 10 })).map(({ nummer }) => nummer);
      expect([await vanSoort('standaard'), await vanSoort('maatwerk')]).toEqual([[t.nummer], []]);
      expect(await store().budgets({ scope: vanRegios('ZAWA'), aanbieder: wie.aanbieder, limit: 10 })).toEqual([]);
      const aandelen = await store().budgetShares({ scope: vanRegios('AA'), aanbieder: wie.aanbieder });
      expect(aandelen).toEqual([
        {
          gemeente: wie.gemeente,
          aanbieder: wie.aanbieder,
          categorie: t.categorie,
          code: t.code,
          aantal: 1,
          binnen: 1,
        },
      ]);
      expect(await store().budgetShares({ scope: ALLES, gemeente: wie.gemeente, aanbieder: '00000000' })).toEqual([]);
    });
  });

  describe('what asks for attention', () => {
    it('has the declaraties of the last 31 days that were not granted whole, of their sender alone', async () => {
      const { wie } = await metSignaal();
      await beoordeel(store(), wie, { status: 'afgekeurd' }, { type: 'JW323', ontvangenOp: NU });
      await beoordeel(store(), wie, { status: 'afgekeurd' }, { type: 'JW323', ontvangenOp: NU });
      await beoordeel(store(), wie, { status: 'deels-goedgekeurd' }, { type: 'JW323', ontvangenOp: NU });
      await beoordeel(store(), wie, { status: 'afgekeurd' }, { type: 'JW305', ontvangenOp: NU });
      await beoordeel(store(), wie, { status: 'goedgekeurd' }, { type: 'JW323', ontvangenOp: NU });
      const cijfer = async (scope: Scope, vandaag: string) => (await store().attention({ scope, vandaag })).declaraties;
      const eigen = vanPartijen(wie.aanbieder);
      expect(await cijfer(eigen, VANDAAG)).toEqual([
        { type: 'JW323', status: 'afgekeurd', aantal: 2 },
        { type: 'JW323', status: 'deels-goedgekeurd', aantal: 1 },
      ]);
      for (const status of ['afgekeurd', 'deels-goedgekeurd'] as const) {
        const lijst = await store().messages({ scope: eigen, type: 'JW323', status, van: new Date(VANDAAG), limit: 9 });
        expect(lijst).toHaveLength(status === 'afgekeurd' ? 2 : 1);
      }
      expect(await cijfer(eigen, '2199-01-01')).toEqual([]);
      expect(await cijfer(vanPartijen(wie.gemeente), VANDAAG)).toEqual([]);
      expect(await cijfer(ALLES, VANDAAG)).toEqual([]);
    });

    it('has as many signaalbudgetten as the list it leads to: one for two signals, none once something was done', async () => {
      const { wie, t, nummer } = await metSignaal();
      const scope = vanPartijen(wie.aanbieder);
      const cijferEnLijst = async (regio?: string) => {
        const vraag = { scope, ...(regio === undefined ? {} : { regio }) };
        const { budgetsignalen } = await store().attention({ ...vraag, vandaag: '2026-03-02' });
        return [budgetsignalen, (await store().budgets({ ...vraag, signaal: 'open', limit: 10 })).length];
      };
      expect(await cijferEnLijst()).toEqual([1, 1]);
      expect(await cijferEnLijst('AA')).toEqual([1, 1]);
      expect(await cijferEnLijst('ZAWA')).toEqual([0, 0]);
      const signaal = { ...wie, toewijzingNummer: nummer, percentage: 90, melding: 'x' };
      await beoordeel(store(), wie, { signalen: [{ soort: 'signaalbudget', ...signaal }] });
      expect(await cijferEnLijst()).toEqual([1, 1]);
      const [laatste] = await store()
        .signals({ scope, limit: 10 })
        .then((alle) => alle.toReversed());
      const zet = { id: laatste?.id ?? '', door: 'sleutel', toelichting: null, op: new Date() };
      await store().setSignalState({ ...zet, van: ['open'], wordt: 'afronden' });
      expect(await cijferEnLijst()).toEqual([0, 0]);
      const weg = { ...t, redenWijziging: '13', toewijzingsdatum: '2026-03-02' };
      await beoordeel(store(), wie, { signalen: [{ soort: 'signaalbudget', ...signaal }] });
      expect(await cijferEnLijst()).toEqual([1, 1]);
      await beoordeel(store(), wie, (berichtId) => ({
        mutaties: [{ soort: 'toewijzing', toewijzing: { ...weg, berichtId } }],
      }));
      expect(await cijferEnLijst()).toEqual([0, 0]);
    });
  });

  describe('insight', () => {
    it('counts what was assigned, begun, ended, granted and refused', async () => {
      const { wie, t } = await metSignaal();
      const help = { client: t.client, toewijzingNummer: t.nummer, categorie: t.categorie, code: t.code };
      await beoordeel(store(), wie, (berichtId) => ({
        mutaties: [
          { soort: 'regie', record: regie({ ...help, begindatum: '2026-01-05', berichtId, volgorde: 1 }) },
          {
            soort: 'regie',
            record: regie({
              ...help,
              soort: 'stop',
              begindatum: '2026-01-05',
              einddatum: '2026-01-14',
              berichtId,
              volgorde: 2,
            }),
          },
        ],
        afwijzingen: [
          {
            ...{ soort: 'prestatie', categorie: t.categorie, code: t.code, datum: '2026-01-01', maand: '2026-01-01' },
            ...{ reden: '9322', aantal: 2, clienten: 1, bedrag: 50 },
          },
        ],
      }));
      const kaart = {
        gebieden: [{ gemeente: wie.gemeente, regio: 'AA' }],
        producten: [
          {
            ...{ gemeente: wie.gemeente, van: '2015-01-01', tot: null, zorgcategorie: 'ambulant' as const },
            ...{ categorie: t.categorie ?? '', code: t.code ?? '' },
          } as const,
        ],
        delen: [
          {
            ...{ gemeente: wie.gemeente, aanbieder: wie.aanbieder, categorie: t.categorie ?? '', code: t.code ?? '' },
            ...{ van: '2015-01-01', tot: null, begin: '2026-01-01', einde: '2026-01-31', toewijzing: false },
            stelsel: stelselVan([
              { naam: 'verblijf', bedrag: 3 },
              { naam: 'behandeling', bedrag: 1 },
            ]),
          },
        ],
      };
      const gemeenten = gemeentenWithin(vanPartijen(wie.gemeente), GEEN);
      const vraag = { kaart, gemeenten, limit: 100 };
      const [alles] = await store().insightCounts({ ...vraag, per: ['regio', 'zorgcategorie'] });
      expect(alles).toMatchObject({
        ...{
          regio: 'AA',
          zorgcategorie: 'ambulant',
          clienten: 1,
          toegewezen: 1,
          gestart: 1,
          instroom: 1,
          doorstroom: 0,
        },
        ...{
          gestopt: 1,
          uitstroom: 1,
          duurDagen: 10,
          gedeclareerd: 850,
          toegekend: 800,
          afgewezen: 50,
          afgewezenRegels: 2,
        },
        redenen: { '9322': 2 },
        ...{ delen: { verblijf: 600, behandeling: 200 }, zwaarte: Math.round(800 / 31) },
      });
      // A wrong declaratie names whom it likes: lines, not persons of the gemeente.
      await beoordeel(store(), wie, (berichtId) => ({
        mutaties: [
          { soort: 'prestatie', prestatie: prestatie({ client: 'vreemd', stand: 'afgewezen', berichtId }) },
          { soort: 'regie', record: regie({ client: 'onbekend', berichtId }) },
        ],
        afwijzingen: [
          {
            ...{ soort: 'prestatie', categorie: t.categorie, code: t.code, datum: '2026-01-01', maand: '2026-01-01' },
            ...{ reden: '8187', aantal: 450, clienten: 0, bedrag: 45_000 },
          },
        ],
      }));
      const opIngang = {
        ...kaart,
        delen: kaart.delen.map((deel) => ({ ...deel, toewijzing: true, begin: t.ingangsdatum })),
      };
      const [anders] = await store().insightCounts({ ...vraag, kaart: opIngang, per: ['aanbieder'] });
      expect(anders).toMatchObject({
        aanbieder: wie.aanbieder,
        toegekend: 800,
        delen: { verblijf: 600, behandeling: 200 },
      });
      const [nogSteeds] = await store().insightCounts({ ...vraag, per: [] });
      expect([nogSteeds?.clienten, nogSteeds?.afgewezenRegels]).toEqual([1, 452]);
      expect(nogSteeds?.redenen).toMatchObject({ '8187': 450 });
      for (const per of VERDELINGEN) {
        const rijen = await store().insightCounts({ ...vraag, per: [per] });
        expect(rijen.reduce((som, rij) => som + rij.afgewezenRegels, 0)).toBe(452);
      }
      const cellen = (await store().insightCells(kaart)).filter((cel) => cel.gemeente === wie.gemeente);
      const samen = (wat: (cel: (typeof cellen)[number]) => number, soort = 'aantallen') =>
        cellen.filter((cel) => cel.soort === soort).reduce((som, cel) => som + wat(cel), 0);
      expect([samen((c) => c.toegewezen), samen((c) => c.instroom), samen((c) => c.uitstroom)]).toEqual([1, 2, 1]);
      expect([samen((c) => c.som, 'toegekend'), samen((c) => c.som, 'afgewezen')]).toEqual([800, 45_050]);
      expect([samen((c) => c.som, 'duur'), samen((c) => c.aantal, 'duur')]).toEqual([10, 1]);
      expect(cellen.flatMap((cel) => Object.entries(cel.redenen))).toEqual([
        ['8187', 450],
        ['9322', 2],
      ]);
      // Whom nobody assigned anything makes no group larger, whatever is told of them.
      const wieDan = cellen.flatMap((cel) => cel.wie);
      expect(new Set(wieDan)).toEqual(new Set([t.client]));
      expect(cellen.every((cel) => cel.clienten === 1 && cel.regio === 'AA')).toBe(true);
      expect(cellen.every((cel) => cel.aanbieder === wie.aanbieder)).toBe(true);
      const buiten = await store().insightCounts({ ...vraag, per: [], van: '2030-01', tot: '2030-12' });
      expect(buiten.every((rij) => rij.toegewezen === 0)).toBe(true);
    });
  });

  describe('an aanspreekpunt', () => {
    it('is the one that was named last, under any of the codes', async () => {
      const { wie, t } = await metSignaal();
      const zet = { gemeente: wie.gemeente, client: t.client, door: 'sleutel' };
      const nu = () => store().contactPoint([wie.gemeente, '9999'], t.client);
      expect(await nu()).toBeUndefined();
      await store().setContactPoint({ ...zet, aanbieder: '42420001', op: new Date() });
      await store().setContactPoint({ ...zet, aanbieder: '42420002', op: new Date('2026-01-01T00:00:00Z') });
      expect(await nu()).toEqual({ aanbieder: '42420002', op: '2026-01-01T00:00:00.000Z' });
      await store().setContactPoint({ ...zet, aanbieder: null, op: new Date() });
      expect(await nu()).toBeUndefined();
    });
  });

  describe('kinds of toewijzingen and versions of agreements', () => {
    it('are told without persons, newest version first with the one before it', async () => {
      const { wie, t } = await metSignaal();
      const soort = (await store().toewijzingKinds()).find((k) => k.aanbieder === wie.aanbieder);
      expect(soort).toMatchObject({ gemeente: wie.gemeente, code: t.code, aantal: 1, nummers: [t.nummer] });
      const leeg = { regios: [], gemeenten: [], aanbieders: [], regimes: [], producten: [], contracten: [] };
      await store().saveAgreements({ versie: 'voor', ...leeg }, 'iemand', new Date('2026-02-01T00:00:00Z'));
      const op = new Date('2026-02-02T00:00:00Z');
      const nummer = Number(await store().saveAgreements({ versie: 'na', ...leeg }, 'iemand', op));
      const [nieuwste] = await store().agreementsVersions({ limit: 1 });
      expect(nieuwste).toMatchObject({ versie: nummer, door: 'iemand', op: '2026-02-02T00:00:00.000Z' });
      expect([nieuwste?.document.versie, nieuwste?.vorige?.versie]).toEqual(['na', 'voor']);
      expect((await store().agreementsVersions({ limit: 1, na: nummer }))[0]?.versie).toBe(nummer - 1);
    });
  });
}
