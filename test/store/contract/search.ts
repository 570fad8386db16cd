import { randomBytes, randomInt } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Scope } from '../../../src/access/scope.ts';
import { sees } from '../../../src/access/scope.ts';
import type { Bevinding } from '../../../src/findings/bevinding.ts';
import { beginVanDag } from '../../../src/standard/datum.ts';
import { BERICHT_TYPES, type BerichtType } from '../../../src/standard/message-types.ts';
import type { BerichtFilter } from '../../../src/store/messages/contract.ts';
import type { Store } from '../../../src/store/store.ts';
import type { Status } from '../../../src/verdict/verdict.ts';
import { ALLES, vanPartijen, vanRegios } from '../../access/wie.ts';
import { antwoord, bewaar, ontvangst, uniek, verdict } from '../make.ts';

const AANBIEDERS = ['59000001', '59000002'] as const;
const GEMEENTEN = ['5901', '5902'] as const;
const REGIOS = ['ZK1', 'ZK2', null] as const;
const REGELS = ['TR381', 'CS003', 'XSD', 'TR056'] as const;
const STATUSSEN: readonly Status[] = [
  'ontvangen',
  'goedgekeurd',
  'goedgekeurd',
  'deels-goedgekeurd',
  'afgekeurd',
  'geweigerd',
  'vastgelopen',
];
const pick = <T>(items: readonly T[]): T => items[randomInt(items.length)] as T;

/** A message of the search, as a person would remember it. */
interface Bekend {
  readonly id: string;
  readonly richting: 'in' | 'uit';
  readonly partij: string;
  readonly ontvanger: string;
  readonly aan: readonly string[];
  readonly type: BerichtType | null;
  readonly status: Status;
  readonly regio: string | null;
  readonly op: string;
  readonly identificatie: string;
  readonly regels: readonly { readonly regel: string; readonly retourcode: string | null }[];
  readonly termen: Readonly<Record<'client' | 'toewijzing' | 'referentie' | 'declaratie', string>> | null;
}

type Filter = Omit<BerichtFilter, 'scope' | 'limit' | 'na'>;

/** Whether a message is in a list: written down a second time, without a database. */
function hoort(b: Bekend, scope: Scope, f: Filter): boolean {
  if (!sees(scope, { parties: [b.partij, ...b.aan], regio: b.regio })) return false;
  const eigen = scope.kind === 'parties' ? scope.parties : null;
  const metPartij = (partij: string) =>
    eigen === null || eigen.includes(partij)
      ? [b.partij, ...b.aan].includes(partij)
      : [b.partij, b.ontvanger, ...b.aan].includes(partij);
  // Of what is asked of one of its parties the deliveries to that one count, else those to any in sight; none failed here.
  const ziet = (aan: string) =>
    f.partij !== undefined && (eigen === null || eigen.includes(f.partij))
      ? aan === f.partij
      : eigen === null || eigen.includes(aan);
  return (
    (f.richting === undefined || b.richting === f.richting) &&
    (f.type === undefined || b.type === f.type) &&
    (f.status === undefined || b.status === f.status) &&
    (f.aflevering === undefined || (f.aflevering === 'onbevestigd' && b.aan.some(ziet))) &&
    (f.regio === undefined || b.regio === f.regio) &&
    (f.partij === undefined || metPartij(f.partij)) &&
    (f.van === undefined || new Date(b.op) >= f.van) &&
    (f.tot === undefined || new Date(b.op) < f.tot) &&
    (f.identificatie === undefined || b.identificatie === f.identificatie) &&
    ((f.regel === undefined && f.retourcode === undefined) ||
      b.regels.some(
        (r) =>
          (f.regel === undefined || r.regel === f.regel) &&
          (f.retourcode === undefined || r.retourcode === f.retourcode),
      )) &&
    (['client', 'toewijzing', 'referentie', 'declaratie'] as const).every(
      (naam) => f[naam] === undefined || b.termen?.[naam] === String(f[naam]),
    )
  );
}

const retourcodeVan = (regel: string) => (regel === 'XSD' ? null : regel === 'CS003' ? '0001' : `9${regel.slice(2)}`);

function bevinding(regel: string): Bevinding {
  const plek = { pad: '/Bericht', lijn: 1, kolom: 1 };
  return { niveau: 3, regel, retourcode: retourcodeVan(regel), ernst: 'fout', ...plek, melding: 'fout' };
}

const DAGEN = ['2026-03-01', '2026-03-02', '2026-03-29', '2026-10-25'] as const;

/** Messages of every kind, with their verdicts and what the gateway composed for them. */
async function vul(store: Store, aantal: number): Promise<Bekend[]> {
  const alle: Bekend[] = [];
  for (let i = 0; i < aantal; i++) {
    const [aanbieder, gemeente, regio] = [pick(AANBIEDERS), pick(GEMEENTEN), pick(REGIOS)];
    const laan = `ZK-${uniek()}|${aanbieder}`;
    const vanGemeente = randomInt(3) === 0;
    const [partij, ontvanger] = vanGemeente ? [gemeente, aanbieder] : [aanbieder, gemeente];
    const status = pick(STATUSSEN);
    const type = status === 'geweigerd' && randomInt(2) === 0 ? null : pick(BERICHT_TYPES);
    const op = new Date(beginVanDag(pick(DAGEN)).getTime() + randomInt(86_400_000));
    const identificatie = `ZOEK${randomInt(12)}`;
    const wie = { aanbieder, gemeente, laan };
    const stuur = { partij, afzender: partij, ontvanger, type, regio, identificatie, ontvangenOp: op };
    const werk = await bewaar(store, wie, stuur);
    const geleverd =
      ['goedgekeurd', 'deels-goedgekeurd'].includes(status) || (status === 'afgekeurd' && randomInt(2) === 0);
    const fouten =
      status === 'goedgekeurd' || status === 'ontvangen' || status === 'vastgelopen'
        ? []
        : [...new Set([pick(REGELS), pick(REGELS)])];
    const nummer = randomInt(20);
    const gelezen = !['ontvangen', 'geweigerd', 'vastgelopen'].includes(status);
    const termen = gelezen
      ? {
          client: `c${randomInt(9)}`,
          toewijzing: String(nummer),
          referentie: `R${randomInt(9)}`,
          declaratie: `D${randomInt(9)}`,
        }
      : null;
    const een: Bekend = {
      ...{
        id: werk.id,
        richting: 'in',
        partij,
        ontvanger,
        aan: geleverd ? [ontvanger] : [],
        type,
        status,
        regio,
        identificatie,
      },
      ...{ op: op.toISOString(), termen, regels: fouten.map((regel) => ({ regel, retourcode: retourcodeVan(regel) })) },
    };
    alle.push(een);
    if (status === 'ontvangen') continue;
    if (status === 'vastgelopen') {
      await store.quarantine(laan, 0, werk, 'te veel pogingen');
      continue;
    }
    const met =
      randomInt(2) === 0 && gelezen
        ? [antwoord(wie, { zender: ontvanger, ontvanger: partij, leverAan: [partij] })]
        : [];
    const oordeel = verdict(werk, {
      ...{ status, bevindingen: fouten.map(bevinding), antwoorden: met, doorgeleverdAan: een.aan },
    });
    const over = termen && {
      ...{ clienten: [termen.client], toewijzingNummers: [nummer], declaraties: [termen.declaratie] },
      ...{ referenties: [], prestaties: [termen.referentie] },
    };
    await store.writeVerdicts(laan, 0, [{ ...oordeel, over }]);
    for (const { id } of oordeel.antwoorden) {
      const gemaakt = await store.message(id, ALLES);
      if (gemaakt === undefined) throw new Error('an answer is not there');
      alle.push({
        ...{
          id,
          richting: 'uit',
          partij: gemaakt.partij,
          ontvanger: partij,
          aan: [partij],
          type: gemaakt.type,
          status: 'goedgekeurd',
        },
        ...{
          regio: gemaakt.regio,
          op: gemaakt.ontvangenOp,
          identificatie: gemaakt.identificatie ?? '',
          regels: [],
          termen,
        },
      });
    }
  }
  return alle;
}

/** Values of each filter: those that occur, and one that does not. */
const WAARDEN: { readonly [K in keyof Filter]-?: readonly Filter[K][] } = {
  richting: ['in', 'uit'],
  type: ['JW301', 'JW316', 'JW323'],
  status: STATUSSEN,
  aflevering: ['onbevestigd', 'mislukt'],
  partij: [...AANBIEDERS, ...GEMEENTEN, '59999999'],
  regio: ['ZK1', 'ZK2', 'ZK9'],
  van: [beginVanDag('2026-03-02'), beginVanDag('2026-10-25')],
  tot: [beginVanDag('2026-03-02'), beginVanDag('2026-03-30')],
  identificatie: ['ZOEK1', 'ZOEK2', 'niets'],
  declaratie: ['D1', 'niets'],
  toewijzing: [1, 2, 777],
  referentie: ['R1', 'niets'],
  client: ['c1', 'niets'],
  regel: [...REGELS, 'TR999'],
  retourcode: ['9381', '0001', '9999'],
};

/** Lists by every filter, alone and with every other, for everybody. */
export function search(store: () => Store): void {
  describe('a list', () => {
    it('has what is asked, newest first, page by page: each filter alone and with each other, for everybody', async () => {
      const alle = await vul(store(), 160);
      const eigen = new Set(alle.map(({ id }) => id));
      const perId = new Map(alle.map((b) => [b.id, b]));
      const kijkers = [
        vanPartijen(...AANBIEDERS),
        vanPartijen('59000001'),
        vanPartijen('5901'),
        vanRegios('ZK1'),
        ALLES,
      ];
      let gevonden = 0;
      const vergelijk = async (scope: Scope, filter: Filter) => {
        const ids = (await alleBladen(store(), { ...filter, scope })).filter((id) => eigen.has(id));
        const verwacht = alle.filter((b) => hoort(b, scope, filter)).map(({ id }) => id);
        expect(ids.toSorted(), JSON.stringify({ scope: scope.kind, filter })).toEqual(verwacht.toSorted());
        expect(ids).toEqual(ids.toSorted().toReversed());
        gevonden += ids.length;
      };
      const namen = Object.keys(WAARDEN) as (keyof Filter)[];
      for (const scope of kijkers) {
        await vergelijk(scope, {});
        for (const naam of namen) for (const waarde of WAARDEN[naam]) await vergelijk(scope, { [naam]: waarde });
        for (const een of namen) {
          for (const ander of namen.slice(namen.indexOf(een) + 1)) {
            await vergelijk(scope, { [een]: pick<unknown>(WAARDEN[een]), [ander]: pick<unknown>(WAARDEN[ander]) });
          }
        }
      }
      expect(gevonden).toBeGreaterThan(3000);
      expect(perId.size).toBe(alle.length);
    }, 120_000);

    it('knows when a message that was refused came again, though its id is older', async () => {
      const wie = { aanbieder: '59100001', gemeente: '5911', laan: `ZK-${uniek()}|59100001` };
      const eerst = ontvangst(wie, { ontvangenOp: beginVanDag('2026-03-02'), regio: 'ZK5' });
      const { id } = await store().saveMessage(eerst);
      const werk = { kind: 'bericht', id, volgnummer: 1 } as const;
      await store().writeVerdicts(wie.laan, 0, [
        verdict(werk, { status: 'geweigerd', bevindingen: [bevinding('XSD')] }),
      ]);
      const op = (van: string, tot: string) =>
        alleBladen(store(), { scope: vanPartijen(wie.aanbieder), van: beginVanDag(van), tot: beginVanDag(tot) });
      expect(await op('2026-03-02', '2026-03-03')).toEqual([id]);
      expect(await alleBladen(store(), { scope: ALLES, partij: wie.aanbieder, regel: 'XSD' })).toEqual([id]);
      await store().saveMessage({ ...eerst, ontvangenOp: beginVanDag('2026-05-05') });
      expect(await op('2026-03-02', '2026-03-03')).toEqual([]);
      expect(await op('2026-05-05', '2026-05-06')).toEqual([id]);
      // It waits: what was wrong with it is not known any more.
      expect(await alleBladen(store(), { scope: ALLES, partij: wie.aanbieder, regel: 'XSD' })).toEqual([]);
    });
  });

  it('what was written down is listed newest first, with its reason', async () => {
    const door = `sleutel-${uniek()}`;
    const rij = (onderwerp: string, reden: string | null) =>
      store().audit({ door, doorNaam: 'iemand', handeling: 'client-gezocht', onderwerp, op: new Date(), reden });
    await rij('een', null);
    await rij('twee', 'Vraag over ’t kind');
    const alles = await store().audited({ limit: 2 });
    expect(alles).toMatchObject([
      { door, doorNaam: 'iemand', onderwerp: 'twee', reden: 'Vraag over ’t kind' },
      { door, onderwerp: 'een', reden: null },
    ]);
    const na = alles[0]?.id ?? '';
    expect((await store().audited({ limit: 1, na })).map(({ onderwerp }) => onderwerp)).toEqual(['een']);
    expect(await store().audited({ limit: 1, na: 'onzin' })).toEqual([]);
  });

  describe('what came in', () => {
    it('is counted as the list of it has it: by status, for everybody, and what was sent again once, when it came again', async () => {
      const alle = await vul(store(), 60);
      // Of no other message: those above came at random, and now and then in this very hour.
      const wie = { aanbieder: '59009001', gemeente: '5990', laan: `ZK-${uniek()}|59009001` };
      const stuur = { sha256: randomBytes(32), type: 'JW305', regio: 'ZK1' } as const;
      const eerst = await bewaar(store(), wie, { ...stuur, ontvangenOp: beginVanDag('2026-03-02') });
      await store().writeVerdicts(wie.laan, 0, [verdict(eerst, { status: 'geweigerd', antwoorden: [] })]);
      const weer = await bewaar(store(), wie, { ...stuur, ontvangenOp: beginVanDag('2026-03-29') });
      expect([alle.length > 60, weer.id]).toEqual([true, eerst.id]);
      const perioden = [
        { van: beginVanDag('2026-03-02'), tot: beginVanDag('2026-03-03') },
        { van: beginVanDag('2026-03-01'), tot: beginVanDag('2026-11-01') },
        { van: beginVanDag('2026-03-29'), tot: beginVanDag('2026-03-30') },
      ];
      let geteld = 0;
      for (const scope of [...['59009001', '59000001', '5901'].map((p) => vanPartijen(p)), vanRegios('ZK1'), ALLES]) {
        for (const periode of perioden) {
          const gezien = await store().arrivals({ scope, per: 'dag', ...periode });
          for (const status of STATUSSEN) {
            const figuur = gezien.filter((a) => a.status === status).reduce((som, { aantal }) => som + aantal, 0);
            const lijst = await alleBladen(store(), { scope, richting: 'in', status, ...periode });
            expect([status, scope, periode, figuur]).toEqual([status, scope, periode, lijst.length]);
            geteld += figuur;
          }
        }
      }
      expect(geteld).toBeGreaterThan(50);
      const dag = { van: beginVanDag('2026-03-29'), tot: beginVanDag('2026-03-30') };
      const opDag = await store().arrivals({ scope: vanPartijen('59009001'), per: 'uur', ...dag });
      expect(opDag).toContainEqual({ op: '2026-03-29T00', status: 'ontvangen', aantal: 1 });
    });
  });

  describe('causes', () => {
    it('are counted by sender, type and rule, most lines first, and have a state', async () => {
      const wie = { aanbieder: '59200001', gemeente: '5921', laan: `ZK-${uniek()}|59200001` };
      const scope = vanPartijen(wie.aanbieder);
      const stuur = async (aantallen: Readonly<Record<string, number>>, nr: number, extra = {}) => {
        const werk = await bewaar(store(), wie, {
          type: 'JW323',
          ontvangenOp: beginVanDag(`2026-04-0${nr}`),
          regio: 'ZK6',
        });
        const bevindingen = Object.entries(aantallen).flatMap(([regel, n]) =>
          Array.from({ length: n }, (_, i) => ({
            ...bevinding(regel),
            pad: `/Bericht/Clienten/Client[${(i % 2) + 1}]/Bsn`,
          })),
        );
        const klaar = verdict(werk, { status: 'afgekeurd', bevindingen, antwoorden: [antwoord(wie)], ...extra });
        await store().writeVerdicts(wie.laan, nr - 1, [klaar]);
        return werk.id;
      };
      await stuur({ TR381: 3 }, 1);
      await stuur({ TR381: 2, CS003: 6 }, 2);
      const laatste = await stuur({ TR381: 4 }, 3, { doorgeleverdAan: [wie.gemeente] });
      await stuur({}, 4, {
        status: 'goedgekeurd',
        bevindingen: [{ ...bevinding('GW-TEST'), ernst: 'signaal', retourcode: null }],
      });
      const groepen = await store().causes({ scope, limit: 10 });
      expect(groepen).toEqual([
        {
          ...{
            partij: wie.aanbieder,
            type: 'JW323',
            regel: 'TR381',
            retourcode: '9381',
            regels: 9,
            berichten: 3,
            clienten: 6,
          },
          ...{ eerste: beginVanDag('2026-04-01').toISOString(), laatste: beginVanDag('2026-04-03').toISOString() },
          trend: [3, 0, 0, 0, 0, 0, 2, 0, 0, 0, 0, 4],
          ...{ voorbeeld: laatste, stand: 'open', notitie: null, standOp: null },
        },
        expect.objectContaining({ regel: 'CS003', regels: 6, berichten: 1 }),
      ]);
      const per = async (filter: object) =>
        (await store().causes({ scope, limit: 10, ...filter })).map(({ regel, regels }) => `${regel} ${regels}`);
      expect(await per({ van: beginVanDag('2026-04-02'), tot: beginVanDag('2026-04-03') })).toEqual([
        'CS003 6',
        'TR381 2',
      ]);
      expect(await per({ regio: 'ZK7' })).toEqual([]);
      expect(await per({ scope: ALLES, partij: wie.aanbieder, limit: 1 })).toEqual(['TR381 9']);
      // A gemeente counts what it got; who composed an answer is nobody.
      expect(await per({ scope: vanPartijen(wie.gemeente) })).toEqual(['TR381 4']);
      expect(await per({ scope: vanRegios('ZK7'), partij: wie.aanbieder })).toEqual([]);

      const groep = { partij: wie.aanbieder, type: 'JW323', regel: 'TR381' } as const;
      const op = new Date('2026-04-09T10:00:00.000Z');
      await store().setCauseState(groep, { stand: 'gemeld', notitie: 'Gebeld.', door: 'sleutel', op });
      await store().setCauseState(groep, { stand: 'opgelost', notitie: null, door: 'sleutel', op });
      const [na] = await store().causes({ scope, groep, limit: 10 });
      expect(na).toMatchObject({ stand: 'opgelost', notitie: null, standOp: op.toISOString() });
    });

    it('and counts of messages are of what parties sent', async () => {
      const wie = { aanbieder: '59300001', gemeente: '5931', laan: `ZK-${uniek()}|59300001` };
      const werk = await bewaar(store(), wie, { regio: 'ZK8' });
      await store().writeVerdicts(wie.laan, 0, [
        verdict(werk, { antwoorden: [antwoord(wie), antwoord(wie, { type: 'JW301' })] }),
      ]);
      const { berichten } = await store().counts(vanRegios('ZK8'));
      expect(berichten.filter(({ regio }) => regio === 'ZK8')).toEqual([
        { regio: 'ZK8', type: 'JW315', status: 'goedgekeurd', aantal: 1 },
      ]);
    });
  });
}

async function alleBladen(store: Store, filter: Omit<BerichtFilter, 'limit'>): Promise<string[]> {
  const ids: string[] = [];
  for (;;) {
    const na = ids.at(-1);
    const blad = await store.messages({ ...filter, limit: 60, ...(na === undefined ? {} : { na }) });
    ids.push(...blad.map(({ id }) => id));
    if (blad.length < 60) return ids;
  }
}
