import { describe, expect, it } from 'vitest';
import { type Termijn, termijnDagen } from '../../../src/requests/termijnen.ts';
import { newId } from '../../../src/store/engine/uuid.ts';
import type { Store } from '../../../src/store/store.ts';
import { vanPartijen } from '../../access/wie.ts';
import { beoordeel, claim, partijen, prestatie, regie, toewijzing, uniek, verzoek, vraag } from '../make.ts';
import { since } from './happenings.ts';

type Partijen = ReturnType<typeof partijen>;

/** Five werkdagen from Monday 2 March 2026: until Monday the 9th, warned on Friday the 6th. */
function termijn(wie: Partijen, berichtId: string, extra: Partial<Termijn> = {}): Termijn {
  return {
    ...termijnDagen('verzoek-om-toewijzing', '2026-03-02'),
    sleutel: 'besluit|R1',
    soort: 'verzoek-om-toewijzing',
    partij: wie.gemeente,
    gemeente: wie.gemeente,
    aanbieder: wie.aanbieder,
    referentie: 'R1',
    toewijzingNummer: null,
    berichtId,
    ...extra,
  };
}

const begint = (store: Store, wie: Partijen, extra: Partial<Termijn> = {}) =>
  beoordeel(store, wie, (id) => ({ termijnen: [{ kind: 'runs', termijn: termijn(wie, id, extra) }] }));
const van = (store: Store, wie: Partijen) => store.terms({ scope: vanPartijen(wie.aanbieder), limit: 100 });
const meldingen = async (store: Store, wie: Partijen) =>
  (await store.signals({ scope: vanPartijen(wie.gemeente), limit: 100 })).map((s) => s.melding.split(':')[0]);

/** Terms, and what refused messages take back. */
export function terms(store: () => Store): void {
  describe('terms', () => {
    it('run until they are done, for both parties and the region', async () => {
      const wie = partijen();
      const id = await begint(store(), wie);
      const [een] = await van(store(), wie);
      expect(een).toMatchObject({
        soort: 'verzoek-om-toewijzing',
        partij: wie.gemeente,
        berichtId: id,
        begin: '2026-03-02',
        uiterlijk: '2026-03-09',
        gewaarschuwdOp: null,
        verstrekenOp: null,
      });
      expect(await store().terms({ scope: vanPartijen(wie.gemeente), soort: 'start', limit: 10 })).toEqual([]);
      expect(await store().terms({ scope: vanPartijen(wie.gemeente), na: een?.id ?? '', limit: 10 })).toEqual([]);
      expect(await store().terms({ scope: vanPartijen(wie.gemeente), na: 'geen-sleutel', limit: 10 })).toEqual([]);
      await beoordeel(store(), wie, { termijnen: [{ kind: 'done', sleutel: 'besluit|R1' }] });
      expect(await van(store(), wie)).toEqual([]);
    });

    it('that are over are as many as the figure of the overview says, in a region too', async () => {
      const wie = partijen();
      await begint(store(), wie);
      const scope = vanPartijen(wie.aanbieder);
      const cijferEnLijst = async (vandaag: string, regio?: string) => {
        const vraag = { scope, ...(regio === undefined ? {} : { regio }) };
        const { overTijd } = await store().attention({ ...vraag, vandaag });
        return [overTijd, (await store().terms({ ...vraag, voor: vandaag, limit: 10 })).length];
      };
      expect(await cijferEnLijst('2026-03-09')).toEqual([0, 0]);
      expect(await cijferEnLijst('2026-03-10')).toEqual([1, 1]);
      expect(await cijferEnLijst('2026-03-10', 'AA')).toEqual([1, 1]);
      expect(await cijferEnLijst('2026-03-10', 'ZAWA')).toEqual([0, 0]);
    });

    it('are told when they are due, each with its signal', async () => {
      const wie = partijen();
      const id = await begint(store(), wie);
      const begin = await store().presentPosition();
      await store().raiseTermSignals('2026-03-06', 1000);
      await store().raiseTermSignals('2026-03-10', 1000);
      const told = (await since(store(), begin)).filter((een) => een.happening?.subject === id);
      const signalen = await store().signals({ scope: vanPartijen(wie.gemeente), limit: 100 });
      expect(told.map((een) => een.happening)).toEqual(
        signalen.map((signaal, i) => ({
          ...{
            type: 'term.due',
            subject: id,
            lane: wie.laan,
            signal: signaal.id,
            term: expect.stringMatching(/^\d+$/),
            over: i === 1,
          },
          ...{ gemeente: wie.gemeente, aanbieder: wie.aanbieder },
        })),
      );
      expect(told).toHaveLength(2);
    });

    it('begin anew under the same name, with signals of their own', async () => {
      const wie = partijen();
      await begint(store(), wie);
      await store().raiseTermSignals('2026-03-10', 1000);
      await begint(store(), wie, { ...termijnDagen('onderzoek', '2026-03-02'), soort: 'onderzoek' });
      expect(await van(store(), wie)).toMatchObject([
        { soort: 'onderzoek', verstrekenOp: null, uiterlijk: '2026-04-27' },
      ]);
      await store().raiseTermSignals('2026-04-28', 1000);
      expect(await meldingen(store(), wie)).toEqual(['Termijn verstreken', 'Termijn verstreken']);
    });

    it('raise one signal before the end and one after it, however often and by how many is looked', async () => {
      const wie = partijen();
      await begint(store(), wie);
      const kijk = (dag: string) => Promise.all([1, 2, 3].map(() => store().raiseTermSignals(dag, 1000)));
      await kijk('2026-03-05');
      expect(await meldingen(store(), wie)).toEqual([]);
      for (const dag of ['2026-03-06', '2026-03-06', '2026-03-09']) await kijk(dag);
      expect(await meldingen(store(), wie)).toEqual(['Termijn']);
      for (const dag of ['2026-03-10', '2026-03-11']) await kijk(dag);
      expect(await meldingen(store(), wie)).toEqual(['Termijn', 'Termijn verstreken']);
      const [een] = await van(store(), wie);
      expect([een?.gewaarschuwdOp, een?.verstrekenOp]).not.toContain(null);
    });

    it('that are done raise nothing', async () => {
      const wie = partijen();
      await begint(store(), wie);
      await beoordeel(store(), wie, { termijnen: [{ kind: 'done', sleutel: 'besluit|R1' }] });
      await store().raiseTermSignals('2026-12-31', 1000);
      expect(await meldingen(store(), wie)).toEqual([]);
    });
  });

  describe('a message that a system of its own refused', () => {
    const geweigerd = (beantwoordId: string) => ({ soort: 'definitief' as const, beantwoordId, aanvaard: false });

    it('takes its starts and removals, requests, terms and claims with it', async () => {
      const wie = partijen();
      const record = regie();
      await beoordeel(store(), wie, (id) => ({ mutaties: [{ soort: 'regie', record: { ...record, berichtId: id } }] }));
      const [bekend] = (await store().loadKennis([vraag(wie, { clienten: ['client-a'] })]))[0]?.kennis.regie ?? [];
      if (bekend === undefined) throw new Error('the start is not known');
      const v = verzoek();
      const eigen = claim(`ref|${wie.aanbieder}|${v.referentie}`, 'x');
      const heen = await beoordeel(store(), wie, (id) => ({
        claims: [{ ...eigen, eigenaar: id }],
        mutaties: [
          { soort: 'regie-verwijderd', record: bekend },
          { soort: 'regie', record: { ...record, begindatum: '2026-02-01', berichtId: id, volgorde: 2 } },
          { soort: 'verzoek', verzoek: { ...v, berichtId: id } },
        ],
        termijnen: [{ kind: 'runs', termijn: termijn(wie, id) }],
      }));
      await beoordeel(store(), wie, {
        mutaties: [geweigerd(heen), { soort: 'claim-vrij', claim: { ...eigen, eigenaar: heen } }],
      });
      const zoek = vraag(wie, { clienten: ['client-a'], claims: [eigen.sleutel] });
      const { kennis } = (await store().loadKennis([zoek]))[0] ?? {};
      expect(kennis?.regie.map((r) => r.begindatum)).toEqual([record.begindatum]);
      expect([kennis?.verzoeken, kennis?.claims]).toEqual([[], {}]);
      expect(await van(store(), wie)).toEqual([]);
    });

    it('loses no claim of somebody else', async () => {
      const wie = partijen();
      const sleutel = `ref|${wie.aanbieder}|X`;
      await beoordeel(store(), wie, (id) => ({ claims: [claim(sleutel, id)] }));
      await beoordeel(store(), wie, { mutaties: [{ soort: 'claim-vrij', claim: claim(sleutel, 'iemand anders') }] });
      const [{ kennis } = { kennis: null }] = await store().loadKennis([vraag(wie, { claims: [sleutel] })]);
      expect(Object.keys(kennis?.claims ?? {})).toEqual([sleutel]);
    });

    it('frees a ToewijzingNummer once no version of it stands', async () => {
      const wie = partijen();
      const nummer = uniek();
      const eigen = newId();
      const sleutel = `toe|${wie.gemeente}|${nummer}`;
      const eigenaar = `${wie.aanbieder}|client-a`;
      const versie = (id: string, tijd: string) => ({
        claims: [claim(sleutel, eigenaar)],
        mutaties: [
          {
            soort: 'toewijzing' as const,
            toewijzing: toewijzing(wie, { sleutel: eigen, nummer, toewijzingstijd: tijd, berichtId: id }),
          },
        ],
      });
      const ids = [];
      for (const tijd of ['10:00:00', '11:00:00']) ids.push(await beoordeel(store(), wie, (id) => versie(id, tijd)));
      const weer = { soort: 'nummer-vrij' as const, gemeente: wie.gemeente, nummer, sleutel };
      const bekend = async () => {
        const [geladen] = await store().loadKennis([vraag(wie, { claims: [sleutel] })]);
        return geladen?.kennis.claims;
      };
      await beoordeel(store(), wie, { mutaties: [geweigerd(ids[1] ?? ''), weer] });
      expect(await bekend()).toEqual({ [sleutel]: eigenaar });
      await beoordeel(store(), wie, { mutaties: [geweigerd(ids[0] ?? ''), weer] });
      expect(await bekend()).toEqual({});
    });

    it('line by line: refused, or granted for less', async () => {
      const wie = partijen();
      const [een, twee] = [prestatie({ stand: 'voorlopig' }), prestatie({ stand: 'voorlopig' })];
      const heen = await beoordeel(store(), wie, (id) => ({
        mutaties: [een, twee].map((p) => ({ soort: 'prestatie' as const, prestatie: { ...p, berichtId: id } })),
      }));
      await beoordeel(store(), wie, {
        mutaties: [
          { soort: 'definitief', beantwoordId: heen, aanvaard: true },
          { soort: 'prestatie', prestatie: { ...een, berichtId: heen, bedrag: 5000, stand: 'toegekend' } },
          { soort: 'prestatie', prestatie: { ...twee, berichtId: heen, stand: 'afgewezen' } },
        ],
      });
      const prestatieReferenties = [een.referentie, twee.referentie];
      const [{ kennis } = { kennis: null }] = await store().loadKennis([
        vraag(wie, { declaraties: true, prestatieReferenties }),
      ]);
      expect(kennis?.prestaties.map((p) => [p.bedrag, p.stand])).toEqual([
        [5000, 'toegekend'],
        [9000, 'afgewezen'],
      ]);
    });
  });
}
