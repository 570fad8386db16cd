import { describe, expect, it } from 'vitest';
import type { RegieRecord } from '../../../src/dossier/regie.ts';
import { clientSleutel } from '../../../src/store/client-key/client-sleutel.ts';
import { newId } from '../../../src/store/engine/uuid.ts';
import type { Store } from '../../../src/store/store.ts';
import type { KennisVraag } from '../../../src/verdict/kennis-vraag.ts';
import { beoordeel, partijen, prestatie, regie, toewijzing, verzoek, vraag } from '../make.ts';

/** The suite opens its stores with this key. */
export const SLEUTEL = 'een sleutel alleen voor tests, lang genoeg';
const BSN = '999900006';

export function kennis(store: () => Store): void {
  const client = clientSleutel(Buffer.from(SLEUTEL, 'utf8'), BSN);
  const laad = async (v: KennisVraag) => {
    const [een] = await store().loadKennis([v]);
    if (een === undefined) throw new Error('no context came back');
    return een.kennis;
  };

  describe('context', () => {
    it('is empty for who never exchanged anything, and names each BSN by its key', async () => {
      const v = vraag(partijen(), {
        bsns: [BSN],
        toewijzingNummers: [1],
        referentiesAanbieder: ['R'],
        prestatieReferenties: ['P'],
        declaraties: true,
        claims: ['x|y'],
      });
      expect(await store().loadKennis([v])).toEqual([
        {
          kennis: {
            berichtId: v.berichtId,
            ontvangenOp: '2026-03-02T09:30:00.000Z',
            gemeenten: v.gemeenten,
            clienten: { [BSN]: client },
            toewijzingen: [],
            regie: [],
            verzoeken: [],
            declaraties: [],
            prestaties: [],
            claims: {},
            clientGegevens: {},
            beantwoord: null,
          },
          beantwoordBytes: null,
        },
      ]);
    });

    it('has the toewijzingen of the clients and of the numbers, of this aanbieder and this gemeente family only', async () => {
      const [wie, ander] = [partijen(), partijen()];
      const oud = { ...wie, gemeente: `${wie.gemeente}x` };
      const vanClient = toewijzing(wie, {
        client,
        signaalbudget: { soort: 'maatwerk', bedrag: 9_000_000_000 },
        budget: 12,
        referentieAanbieder: 'R',
      });
      const opNummer = toewijzing(oud, { nummer: 77, einddatum: null, volume: null });
      const zonderNummer = toewijzing(wie, { client, nummer: null, ingangsdatum: '2027-01-01' });
      const nietDeze = toewijzing({ ...wie, gemeente: 'zzzz' }, { client });
      const alle = [opNummer, vanClient, zonderNummer, nietDeze];
      await beoordeel(store(), wie, { mutaties: alle.map((t) => ({ soort: 'toewijzing', toewijzing: t })) });
      await beoordeel(store(), ander, {
        mutaties: [
          { soort: 'toewijzing', toewijzing: toewijzing({ ...ander, gemeente: wie.gemeente }, { client, nummer: 77 }) },
        ],
      });
      const v = vraag(wie, {
        gemeenten: [wie.gemeente, oud.gemeente],
        bsns: [BSN],
        toewijzingNummers: [77, vanClient.nummer ?? 0],
      });
      expect(new Set((await laad(v)).toewijzingen)).toEqual(new Set([vanClient, opNummer, zonderNummer]));
      expect((await laad({ ...v, gemeenten: [wie.gemeente] })).toewijzingen).toHaveLength(2);
      expect((await laad({ ...v, bsns: [], clienten: [client] })).toewijzingen).toHaveLength(3);
      expect((await laad({ ...v, bsns: [] })).toewijzingen).toHaveLength(2);
      const genoemd = (await laad({ ...v, alleToewijzingen: false })).toewijzingen;
      expect(new Set(genoemd)).toEqual(new Set([vanClient, opNummer]));
    });

    it('has starts and stops in order of receipt, without what was removed', async () => {
      const wie = partijen();
      const [start, stop] = [
        regie({ client }),
        regie({ client, soort: 'stop', einddatum: '2026-02-01', redenBeeindiging: '20', volgorde: 2 }),
      ];
      await beoordeel(store(), wie, { mutaties: [start, stop].map((record) => ({ soort: 'regie', record })) });
      expect((await laad(vraag(wie, { bsns: [BSN] }))).regie).toEqual([start, stop]);
      expect((await laad(vraag({ ...wie, gemeente: 'zzzz' }, { bsns: [BSN] }))).regie).toEqual([]);
      const nieuw = regie({ client, soort: 'stop', einddatum: '2026-03-01', volgorde: 3 });
      await beoordeel(store(), wie, {
        mutaties: [
          { soort: 'regie-verwijderd', record: stop },
          { soort: 'regie', record: nieuw },
        ],
      });
      expect((await laad(vraag(wie, { bsns: [BSN] }))).regie).toEqual([start, nieuw]);
    });

    it('has no start that was refused, also when its removal was refused after it', async () => {
      const wie = partijen();
      const gebracht: RegieRecord[] = [];
      const brenger = await beoordeel(store(), wie, (berichtId) => {
        gebracht.push(regie({ client, berichtId }));
        return { mutaties: gebracht.map((record) => ({ soort: 'regie', record })) };
      });
      const weg = gebracht.map((record) => ({ soort: 'regie-verwijderd' as const, record }));
      const verwijderaar = await beoordeel(store(), wie, { mutaties: weg });
      for (const beantwoordId of [brenger, verwijderaar])
        await beoordeel(store(), wie, { mutaties: [{ soort: 'definitief', beantwoordId, aanvaard: false }] });
      expect((await laad(vraag(wie, { bsns: [BSN] }))).regie).toEqual([]);
    });

    it('has requests by client and by reference, with what became of them', async () => {
      const wie = partijen();
      const [een, twee] = [verzoek({ client, dagtekening: '2026-01-01' }), verzoek({ client: 'ander' })];
      await beoordeel(store(), wie, {
        mutaties: [
          { soort: 'verzoek', verzoek: een },
          { soort: 'verzoek', verzoek: twee },
          { soort: 'verzoek-stand', referentie: twee.referentie, stand: 'onderzoek', antwoorden: 1 },
        ],
      });
      const v = vraag(wie, { bsns: [BSN], referentiesAanbieder: [twee.referentie] });
      expect((await laad(v)).verzoeken).toEqual([een, { ...twee, stand: 'onderzoek', antwoorden: 1 }]);
      expect((await laad({ ...v, verzoeken: false })).verzoeken).toEqual([]);
      expect((await laad({ ...v, bsns: [] })).verzoeken).toHaveLength(1);
      await beoordeel(store(), wie, {
        mutaties: [{ soort: 'verzoek-stand', referentie: een.referentie, stand: 'toegewezen', antwoorden: 2 }],
      });
      expect((await laad(v)).verzoeken[0]).toEqual({ ...een, stand: 'toegewezen', antwoorden: 2 });
    });

    it('has with a reference the other requests of the same message', async () => {
      const wie = partijen();
      const berichtId = newId();
      const samen = [verzoek({ client, berichtId }), verzoek({ client, berichtId })];
      const los = verzoek({ client });
      const mutaties = [...samen, los].map((v) => ({ soort: 'verzoek' as const, verzoek: v }));
      await beoordeel(store(), wie, { mutaties });
      const { verzoeken } = await laad(vraag(wie, { referentiesAanbieder: [samen[1]?.referentie ?? ''] }));
      expect(verzoeken.map((v) => v.referentie).sort()).toEqual(samen.map((v) => v.referentie).sort());
    });

    it('has the last twelve declaraties by period, over the gemeente family, when asked', async () => {
      const wie = partijen();
      const oud = { ...wie, gemeente: `${wie.gemeente}x` };
      const van = (jaar: number, maand: number, berichtId: string) => ({
        nummer: `${jaar}${maand}`,
        periodeBegin: `${jaar}-${String(maand).padStart(2, '0')}-01`,
        periodeEinde: `${jaar}-${String(maand).padStart(2, '0')}-28`,
        berichtId,
        release: '3.2',
      });
      const maanden = (jaar: number) => (id: string) => ({
        mutaties: Array.from({ length: 9 }, (_, i) => ({
          soort: 'declaratie' as const,
          declaratie: van(jaar, i + 1, id),
        })),
      });
      await beoordeel(store(), wie, maanden(2026));
      await beoordeel(store(), oud, maanden(2025));
      const { declaraties } = await laad(vraag(wie, { gemeenten: [wie.gemeente, oud.gemeente], declaraties: true }));
      const verwacht = [9, 8, 7, 6, 5, 4, 3, 2, 1].map((m) => `2026${m}`).concat(['20259', '20258', '20257']);
      expect(declaraties.map((d) => d.nummer)).toEqual(verwacht);
      expect(declaraties[0]).toEqual({ ...van(2026, 9, declaraties[0]?.berichtId ?? '') });
      expect((await laad(vraag(wie))).declaraties).toEqual([]);
    });

    it('has prestaties on the toewijzingen, by reference, and the credits of a reference, when asked', async () => {
      const wie = partijen();
      const t = toewijzing(wie, { client });
      const op = prestatie({
        toewijzing: t.sleutel,
        toewijzingNummer: t.nummer,
        tarief: null,
        bedrag: 999_999_999_999,
      });
      const los = prestatie();
      const credit = prestatie({ vorigeReferentie: los.referentie, debetCredit: 'C', stand: 'voorlopig' });
      const geheelAnders = prestatie();
      await beoordeel(store(), wie, {
        mutaties: [
          { soort: 'toewijzing', toewijzing: t },
          ...[op, los, credit, geheelAnders].map((p) => ({ soort: 'prestatie' as const, prestatie: p })),
        ],
      });
      const v = vraag(wie, { bsns: [BSN], prestatieReferenties: [los.referentie], declaraties: true });
      expect(new Set((await laad(v)).prestaties)).toEqual(new Set([op, los, credit]));
      expect((await laad({ ...v, declaraties: false })).prestaties).toEqual([]);
      expect((await laad({ ...v, gemeenten: ['zzzz'] })).prestaties).toEqual([]);
    });

    it('keeps what was granted when the same message names a reference again, and every refused try of other messages', async () => {
      const wie = partijen();
      const p = prestatie();
      const mutaties = (stand: 'toegekend' | 'afgewezen', berichtId: string) => ({
        soort: 'prestatie' as const,
        prestatie: { ...p, stand, berichtId },
      });
      await beoordeel(store(), wie, (id) => ({ mutaties: [mutaties('afgewezen', id)] }));
      await beoordeel(store(), wie, (id) => ({ mutaties: [mutaties('toegekend', id), mutaties('afgewezen', id)] }));
      const { prestaties } = await laad(vraag(wie, { declaraties: true, prestatieReferenties: [p.referentie] }));
      expect(prestaties.map((r) => r.stand).sort()).toEqual(['afgewezen', 'toegekend']);
    });

    it('has the newest Client of the client', async () => {
      const wie = partijen();
      const gegevens = (achternaam: string) => ({
        mutaties: [
          {
            soort: 'client' as const,
            gemeente: wie.gemeente,
            client,
            gegevens: { Naam: { Geslachtsnaam: achternaam } },
          },
        ],
      });
      await beoordeel(store(), wie, gegevens('Eerst'), { type: 'JW301' });
      await beoordeel(store(), wie, gegevens('Later'), { type: 'JW301' });
      expect((await laad(vraag(wie, { bsns: [BSN], clientGegevens: false }))).clientGegevens).toEqual({});
      expect((await laad(vraag(wie, { bsns: [BSN] }))).clientGegevens).toEqual({
        [client]: { Naam: { Geslachtsnaam: 'Later' } },
      });
    });

    it('of a group comes in the order asked, each with its own', async () => {
      const groep = Array.from({ length: 30 }, partijen);
      const eigen = groep.map((wie) => toewijzing(wie, { client }));
      await Promise.all(
        groep.map((wie, i) =>
          beoordeel(store(), wie, { mutaties: [{ soort: 'toewijzing', toewijzing: eigen[i] ?? toewijzing(wie) }] }),
        ),
      );
      const geladen = await store().loadKennis(groep.map((wie) => vraag(wie, { bsns: [BSN] })));
      expect(geladen.map((g) => g.kennis.toewijzingen)).toEqual(eigen.map((t) => [t]));
    });
  });

  describe('the message that is answered', () => {
    it('is found by party, type and Identificatie, with its bytes, and knows whether it was answered', async () => {
      const wie = partijen();
      const beantwoordt = { type: 'JW301', zender: wie.gemeente, identificatie: 'X1' } as const;
      const heen = { type: 'JW301', partij: wie.gemeente, identificatie: 'X1' } as const;
      await beoordeel(store(), wie, { status: 'afgekeurd' }, { ...heen });
      expect((await laad(vraag(wie, { beantwoordt }))).beantwoord).toBeNull();
      const bytes = Buffer.from('<Bericht>de toewijzing</Bericht>');
      const id = await beoordeel(store(), wie, { doorgeleverdAan: [wie.aanbieder] }, { ...heen, bytes });
      const [geladen] = await store().loadKennis([vraag(wie, { beantwoordt })]);
      expect(geladen?.kennis.beantwoord).toEqual({
        id,
        type: 'JW301',
        release: '3.2',
        alBeantwoord: false,
        inhoud: {},
      });
      expect(Buffer.from(geladen?.beantwoordBytes ?? []).equals(bytes)).toBe(true);
      await beoordeel(
        store(),
        wie,
        { mutaties: [{ soort: 'definitief', beantwoordId: id, aanvaard: true }] },
        { type: 'JW302' },
      );
      expect((await laad(vraag(wie, { beantwoordt }))).beantwoord?.alBeantwoord).toBe(true);
    });

    it('is found by DeclaratieNummer for a JW304', async () => {
      const wie = partijen();
      const id = await beoordeel(
        store(),
        wie,
        (berichtId) => ({
          mutaties: [
            {
              soort: 'declaratie',
              declaratie: {
                nummer: 'F9',
                periodeBegin: '2026-01-01',
                periodeEinde: '2026-01-31',
                berichtId,
                release: '2.3',
              },
            },
          ],
        }),
        { type: 'JW303', release: '2.3' },
      );
      const { beantwoord } = await laad(
        vraag(wie, { beantwoordt: { type: 'JW303', zender: wie.aanbieder, identificatie: 'F9' } }),
      );
      expect(beantwoord).toMatchObject({ id, type: 'JW303', release: '2.3', alBeantwoord: false });
    });

    it('is not the JW323 whose DeclaratieNummer is the Identificatie of the one that is meant', async () => {
      const wie = partijen();
      const met = (nummer: string) => (berichtId: string) => ({
        mutaties: [
          {
            soort: 'declaratie' as const,
            declaratie: {
              nummer,
              periodeBegin: '2026-01-01',
              periodeEinde: '2026-01-31',
              berichtId,
              release: '3.2',
            },
          },
        ],
      });
      const heen = { type: 'JW323', partij: wie.aanbieder } as const;
      const id = await beoordeel(store(), wie, met('D1'), { ...heen, identificatie: 'X7' });
      await beoordeel(store(), wie, met('X7'), { ...heen, identificatie: 'X8' });
      const beantwoordt = { type: 'JW323', zender: wie.aanbieder, identificatie: 'X7' } as const;
      expect((await laad(vraag(wie, { beantwoordt }))).beantwoord).toMatchObject({ id });
    });

    it('may be a declaratie that was delivered with each of its lines refused', async () => {
      const wie = partijen();
      const heen = { type: 'JW323', partij: wie.aanbieder, identificatie: 'X9' } as const;
      const beantwoordt = { type: 'JW323', zender: wie.aanbieder, identificatie: 'X9' } as const;
      const id = await beoordeel(store(), wie, { status: 'afgekeurd', doorgeleverdAan: [wie.gemeente] }, { ...heen });
      expect((await laad(vraag(wie, { beantwoordt }))).beantwoord).toMatchObject({ id, alBeantwoord: false });
    });
  });
}
