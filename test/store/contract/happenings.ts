import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Store } from '../../../src/store/store.ts';
import { ALLES, vanPartijen } from '../../access/wie.ts';
import { antwoord, beoordeel, bewaar, ontvangst, partijen, uniek, verdict } from '../make.ts';

const op = new Date('2026-03-04T12:00:00.000Z');

/** Everything that happened since a position, read in pages of this length. */
export async function since(store: Store, position: string | null, limit = 100) {
  const all: NonNullable<Awaited<ReturnType<Store['happeningsAfter']>>>['happenings'][number][] = [];
  for (let na = position; ; ) {
    const page = await store.happeningsAfter(na, limit);
    if (page === undefined) throw new Error('no position');
    all.push(...page.happenings);
    if (page.happenings.length === 0) return all;
    na = page.position;
  }
}

export function happenings(store: () => Store): void {
  const typesSince = async (position: string) => (await since(store(), position)).map((een) => een.happening?.type);

  describe('happenings', () => {
    it('of a message: received, judged, signalled, offered, confirmed, opened', async () => {
      const begin = await store().presentPosition();
      const wie = partijen();
      const id = await beoordeel(store(), wie, {
        ...{ doorgeleverdAan: [wie.gemeente], antwoorden: [antwoord(wie)] },
        signalen: [
          {
            ...{ soort: 'afwijking', gemeente: wie.gemeente, aanbieder: wie.aanbieder },
            ...{ toewijzingNummer: null, percentage: null, melding: 'niets voor anderen' },
          },
        ],
      });
      const { berichten } = await store().outgoing(vanPartijen(wie.gemeente), { limit: 10 });
      await store().markOffered(berichten.map((b) => b.aflevering));
      await store().confirm(id, vanPartijen(wie.gemeente), op);
      await store().confirm(id, vanPartijen(wie.gemeente), op);
      await store().audit({ door: 'sleutel-1', doorNaam: 'Jansje', handeling: 'bericht-geopend', onderwerp: id, op });
      const [answer] = (await store().message(id, ALLES))?.antwoorden ?? [];
      const about = { subject: id, lane: wie.laan };
      const told = await since(store(), begin);
      expect(told.map((een) => een.happening)).toEqual([
        { type: 'message.received', ...about, again: false },
        {
          ...{ type: 'signal.raised', ...about, signal: expect.stringMatching(/^\d+$/), kind: 'afwijking' },
          ...{ gemeente: wie.gemeente, aanbieder: wie.aanbieder },
        },
        {
          ...{ type: 'message.judged', ...about, status: 'goedgekeurd', answers: [answer?.id], messageType: null },
          ...{ agreements: 1, ruleset: 'r1' },
        },
        { type: 'delivery.offered', ...about, party: wie.gemeente, channel: 'ophalen' },
        { type: 'delivery.confirmed', ...about, party: wie.gemeente, channel: 'ophalen' },
        { type: 'body.opened', ...about, by: 'sleutel-1' },
      ]);
      expect(told.every((een) => een.version === 1)).toBe(true);
      expect(JSON.stringify(told)).not.toContain('niets voor anderen');
    });

    it('of what goes wrong and comes again', async () => {
      const wie = partijen();
      const begin = await store().presentPosition();
      const bytes = Buffer.from(`<Bericht nr="${uniek()}"/>`);
      const werk = await bewaar(store(), wie, { bytes });
      await store().quarantine(wie.laan, 0, werk, 'te veel pogingen');
      await store().replay(werk.id);
      await store().writeVerdicts(wie.laan, 1, [verdict({ ...werk, volgnummer: 2 }, { status: 'geweigerd' })]);
      await store().saveMessage(ontvangst(wie, { bytes }));
      expect(await typesSince(begin)).toEqual([
        ...['message.received', 'message.quarantined', 'message.replayed', 'message.judged', 'message.received'],
      ]);
      expect((await since(store(), begin)).at(-1)?.happening).toMatchObject({ again: true });
    });

    it('of commands, terms, agreements and keys', async () => {
      const begin = await store().presentPosition();
      const wie = partijen();
      const bewaard = await store().saveCommand({
        ...{ laan: wie.laan, regio: 'AA', soort: 'besluit', partij: wie.gemeente },
        ...{ gegevens: { item: 'x' }, idempotentie: `k${uniek()}`, op },
      });
      const opdracht = { kind: 'opdracht' as const, id: bewaard.id, volgnummer: 1 };
      const besloten = verdict(opdracht);
      await store().writeVerdicts(wie.laan, 0, [{ ...besloten, werk: { ...opdracht, soort: 'besluit' } }]);
      const { document } = (await store().latestAgreements()) ?? { document: { regios: [] } as never };
      const versie = await store().saveAgreements(document, 'sleutel-1', op);
      const gegevens = {
        ...{ naam: 'Jansje', rol: 'gemeente' as const, partij: wie.gemeente, partijen: null, regios: null },
        ...{ alleenLezen: false, geldigTot: null, staart: 'abcd' },
      };
      const sleutel = await store().addKey(gegevens, randomBytes(32));
      expect([await store().endKey(sleutel.id, op), await store().endKey(sleutel.id, op)]).toEqual([true, false]);
      const told = await since(store(), begin);
      expect(told.map((een) => een.happening)).toEqual([
        { type: 'command.received', subject: bewaard.id, lane: wie.laan, kind: 'besluit', party: wie.gemeente },
        { type: 'decision.made', subject: bewaard.id, lane: wie.laan, state: 'gedaan', answers: [] },
        { type: 'agreements.replaced', subject: null, lane: null, version: versie, by: 'sleutel-1' },
        { type: 'key.created', subject: sleutel.id, lane: null, role: 'gemeente', party: wie.gemeente },
        { type: 'key.ended', subject: sleutel.id, lane: null },
      ]);
      expect(JSON.stringify(told)).not.toContain('Jansje');
    });

    it('are read in pages that join, and from a position once more', async () => {
      const begin = await store().presentPosition();
      const wie = partijen();
      for (let i = 0; i < 5; i++) await bewaar(store(), wie);
      const all = await since(store(), begin);
      expect(all).toHaveLength(5);
      expect(await since(store(), begin, 2)).toEqual(all);
      expect(await since(store(), all[1]?.position ?? '')).toEqual(all.slice(2));
      const last = all.at(-1)?.position ?? '';
      expect(await store().happeningsAfter(last, 10)).toEqual({ happenings: [], position: last });
      const vanaf = await store().happeningsAfter(null, 3);
      expect(vanaf?.happenings).toHaveLength(3);
    });

    it('say whose they are, and from which positions one may go on', async () => {
      const begin = await store().presentPosition();
      const wie = partijen();
      const id = await beoordeel(store(), wie, { doorgeleverdAan: [wie.gemeente], antwoorden: [antwoord(wie)] });
      const page = await store().eventsAfter(begin, 10);
      const of = { known: true, sender: wie.aanbieder, recipients: [wie.gemeente], regio: 'AA', type: 'JW315' };
      expect(page?.events.map((een) => [een.happening?.type, een.of])).toEqual([
        ['message.received', of],
        ['message.judged', of],
      ]);
      expect(page?.events.map(({ of: _of, ...placed }) => placed)).toEqual(await since(store(), begin));
      const bewaard = await store().saveCommand({
        ...{ laan: wie.laan, regio: 'AA', soort: 'besluit', partij: wie.gemeente },
        ...{ gegevens: { item: 'x' }, idempotentie: `k${uniek()}`, op },
      });
      const last = await store().eventsAfter(page?.position ?? null, 10);
      const opdracht = { known: true, sender: wie.gemeente, recipients: [], regio: 'AA', type: null };
      expect(last?.events).toMatchObject([{ happening: { subject: bewaard.id }, of: opdracht }]);
      await store().audit({ ...{ door: 's', doorNaam: 's', handeling: 'bericht-geopend', op }, onderwerp: id });
      for (const position of [begin, last?.position ?? '', await store().presentPosition()])
        expect(await store().isPosition(position)).toBe(true);
      for (const onzin of ['', 'x', '1', '9000000000000-1', `${'9'.repeat(19)}-1`])
        expect(await store().isPosition(onzin)).toBe(false);
      expect(await store().eventsAfter('x', 1)).toBeUndefined();
    });

    it('have no position that nobody gave', async () => {
      for (const onzin of ['', '1', '1-', '-1', 'a-b', '1-1-1', '9'.repeat(40)]) {
        expect(await store().happeningsAfter(onzin, 10)).toBeUndefined();
      }
    });
  });
}
