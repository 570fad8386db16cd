import type { AgreementsCache, AgreementsInForce } from '../../src/judging/agreements-cache.ts';
import type { JudgeHost, JudgePlace } from '../../src/judging/judge-host.ts';
import type { Beoordeeld, Geopend } from '../../src/judging/judge-protocol.ts';
import type { NumberStock } from '../../src/judging/number-stock.ts';
import { LaneTurns } from '../../src/lanes/lane-turns.ts';
import type { Geschreven, LaanWerk, TeSchrijven } from '../../src/store/lanes/contract.ts';
import type { Store } from '../../src/store/store.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import { stilleLogger } from '../servers/stille-logger.ts';

export const LAAN = 'AA|42420001';

type OfALane = Pick<
  Store,
  'work' | 'beginTurn' | 'endTurn' | 'countAttempt' | 'voidAttempt' | 'writeVerdicts' | 'quarantine'
>;

/**
 * One lane in memory, and a judge that grants everything: what a turn does with them is written down. Tests put faults in
 * by replacing `judge`, `write` or `open`.
 */
export class FakeLane {
  tot = 0;
  brokeOff = false;
  marked = false;
  readonly werk: LaanWerk[] = [];
  readonly pogingen = new Map<string, number>();
  readonly geschreven: string[][] = [];
  readonly vast: string[] = [];
  /** What was said of those in `vast`: the answer that our own rules refused. */
  readonly strijdig: (string | null | undefined)[] = [];
  /** Sessions on the thread for suspects. */
  alleen = 0;

  /** Between the reading of the lane and its answer. */
  looked: () => void | Promise<void> = () => undefined;
  open: (ids: readonly string[]) => void | Promise<void> = () => undefined;
  judge: (ids: readonly string[]) => void | Promise<void> = () => undefined;
  write: (ids: readonly string[]) => Geschreven | undefined = () => undefined;

  constructor(...ids: readonly string[]) {
    for (const id of ids) this.add(id);
  }

  add(id: string): void {
    const volgnummer = this.werk.length + 1;
    this.werk.push({
      ...{ kind: 'bericht', volgnummer, id, partij: '0362', type: 'JW301', release: '3.2', regio: 'AA' },
      ...{ gemeente: '0362', aanbieder: '42420001', bytes: Buffer.from(id), ontvangenOp: new Date(0), pogingen: 0 },
    });
  }

  /** Of this lane, and of others by their names, which are judged by the judge of this one. */
  turns(others: Readonly<Record<string, FakeLane>> = {}): LaneTurns {
    let tokens = 0;
    const inForce = { versie: 1 } as AgreementsInForce;
    return new LaneTurns({
      looking: () => undefined,
      crowded: () => false,
      store: this.#among(others) as unknown as Store,
      agreements: { fresh: async () => inForce } as unknown as AgreementsCache,
      commands: { run: () => Promise.reject(new Error('no commands here')) } as never,
      judges: this.#judges(),
      numbers: {
        blocks: async (wensen: readonly unknown[]) => wensen.map(() => ({ identificatie: 1, toewijzing: {} })),
        taken: () => undefined,
      } as unknown as NumberStock,
      loadKennis: async (vragen) =>
        vragen.map(() => ({ kennis: { beantwoord: null, clienten: {} } as never, beantwoordBytes: null })),
      newId: () => `token-${++tokens}`,
      logger: stilleLogger,
    });
  }

  #among(others: Readonly<Record<string, FakeLane>>): OfALane {
    const lanes = [this, ...Object.values(others)];
    const named = (laan: string) => others[laan] ?? this;
    const holding = (id: string) => lanes.find(({ werk }) => werk.some((w) => w.id === id)) ?? this;
    const store = (lane: FakeLane) => lane.#store();
    return {
      work: (laan, ...more) => store(named(laan)).work(laan in others ? LAAN : laan, ...more),
      beginTurn: (laan) => store(named(laan)).beginTurn(laan),
      endTurn: (laan) => store(named(laan)).endTurn(laan),
      countAttempt: (werk) => store(holding(werk.id)).countAttempt(werk),
      voidAttempt: (werk) => store(holding(werk.id)).voidAttempt(werk),
      writeVerdicts: (laan, ...more) => store(named(laan)).writeVerdicts(laan, ...more),
      quarantine: (laan, ...more) => store(named(laan)).quarantine(laan, ...more),
    };
  }

  #store(): OfALane {
    return {
      work: async (laan, max, bytes = Number.POSITIVE_INFINITY) => {
        if (laan !== LAAN) return { beoordeeldTot: 0, werk: [], meer: false };
        const wacht = this.werk.filter((w) => w.volgnummer > this.tot);
        let omvang = 0;
        const past = wacht.slice(0, max).filter((w) => {
          omvang += w.kind === 'bericht' ? w.bytes.length : 0;
          return omvang <= bytes;
        });
        const werk = past.map((w) => ({ ...w, pogingen: this.pogingen.get(w.id) ?? 0 }));
        const gelezen = { beoordeeldTot: this.tot, werk, meer: werk.length < wacht.length || werk.length === max };
        await this.looked();
        return gelezen;
      },
      beginTurn: async () => {
        const { brokeOff } = this;
        this.brokeOff = false;
        this.marked = true;
        return { brokeOff };
      },
      endTurn: async () => {
        this.marked = false;
      },
      countAttempt: async ({ id }) => {
        const nu = (this.pogingen.get(id) ?? 0) + 1;
        this.pogingen.set(id, nu);
        return nu;
      },
      voidAttempt: async ({ id }) => {
        this.pogingen.set(id, (this.pogingen.get(id) ?? 0) - 1);
      },
      writeVerdicts: async (_laan, van, verdicts) => this.#move(van, verdicts, () => this.#written(verdicts)),
      quarantine: async (_laan, van, werk, _reden, strijdig) =>
        this.#move(van, [{ werk }], () => {
          this.vast.push(werk.id);
          this.strijdig.push(strijdig);
        }),
    };
  }

  #move(van: number, verdicts: readonly Pick<TeSchrijven, 'werk'>[], done: () => void): Geschreven {
    const fault = this.write(verdicts.map(({ werk }) => werk.id));
    if (fault !== undefined) return fault;
    if (van !== this.tot) return { kind: 'overtaken' };
    this.tot += verdicts.length;
    this.marked = false;
    done();
    return { kind: 'written' };
  }

  #written(verdicts: readonly TeSchrijven[]): void {
    this.geschreven.push(verdicts.map(({ werk }) => werk.id));
  }

  #judges(): JudgeHost {
    const session = async (_afspraken: unknown, _bytes: number, place: JudgePlace = 'by-size') => {
      if (place === 'alone') this.alleen++;
      const ids = new Map<string, string>();
      const idVan = ({ token }: { readonly token: string }) => ids.get(token) ?? '';
      return {
        open: async (berichten: readonly { token: string; berichtId: string }[]) => {
          await this.open(berichten.map(({ berichtId }) => berichtId));
          return berichten.map(({ token, berichtId }) => {
            ids.set(token, berichtId);
            return { kind: 'accepted', token, raakt: [berichtId], vraag: {} } as unknown as Geopend;
          });
        },
        judge: async (berichten: readonly { token: string }[]) => {
          await this.judge(berichten.map(idVan));
          return berichten.map((b): Beoordeeld => ({ token: b.token, verdict: verdictOp(idVan(b)), antwoorden: [] }));
        },
        end: () => undefined,
      };
    };
    return { session } as unknown as JudgeHost;
  }
}

function verdictOp(berichtId: string): Verdict {
  return {
    ...{ berichtId, status: 'goedgekeurd', bevindingen: [], claims: [], mutaties: [], antwoorden: [] },
    ...{ doorgeleverdAan: [], signalen: [], afsprakenVersie: 1, regelsVersie: 'r1' },
  };
}
