import type { Sleutel, SleutelStore } from '../../src/access/keys/contract.ts';
import { Sleutelkast } from '../../src/access/keys/sleutelkast.ts';
import { boundsOf, sees } from '../../src/access/scope.ts';
import type { SessionStore } from '../../src/access/sessions/contract.ts';
import { Sessiekast } from '../../src/access/sessions/sessiekast.ts';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { ChannelSettings, type PartySettings } from '../../src/channels/channel-settings.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import { type Agreements, agreements } from '../../src/gateway/agreements.ts';
import { type Budgets, budgets } from '../../src/gateway/budgets.ts';
import { channels } from '../../src/gateway/channels/channels.ts';
import { envelopes } from '../../src/gateway/channels/envelopes.ts';
import { Door } from '../../src/gateway/door.ts';
import { dossiers } from '../../src/gateway/dossiers.ts';
import type { Gateway } from '../../src/gateway/gateway.ts';
import type { Health } from '../../src/gateway/health.ts';
import type { Intake } from '../../src/gateway/intake.ts';
import { keys } from '../../src/gateway/keys.ts';
import type { EventPage } from '../../src/gateway/live/event-feed.ts';
import type { Live } from '../../src/gateway/live/live.ts';
import { type MessagesDeps, messages } from '../../src/gateway/messages.ts';
import { outgoing } from '../../src/gateway/outgoing.ts';
import { audit } from '../../src/gateway/people/audit.ts';
import { type Aandacht, overview } from '../../src/gateway/people/overview.ts';
import { decidedBy, ownOf } from '../../src/gateway/people/past-decisions.ts';
import { persons } from '../../src/gateway/people/persons.ts';
import { savedSearches } from '../../src/gateway/people/saved-searches.ts';
import { sessions } from '../../src/gateway/people/sessions.ts';
import { stories } from '../../src/gateway/people/stories.ts';
import { subscriptions } from '../../src/gateway/people/subscriptions.ts';
import { type PutCommandDeps, putCommand } from '../../src/gateway/put-command.ts';
import { queues } from '../../src/gateway/queues.ts';
import type { Receipt } from '../../src/gateway/receive.ts';
import type { BundleReceipt } from '../../src/gateway/receive-bundle.ts';
import { type CausesDeps, causes } from '../../src/gateway/refused/causes.ts';
import { replays } from '../../src/gateway/refused/replays.ts';
import { type ReportsDeps, reports } from '../../src/gateway/reports.ts';
import { signals } from '../../src/gateway/signals.ts';
import { terms } from '../../src/gateway/terms.ts';
import { makeExample } from '../../src/gateway/trials/example.ts';
import type { Werkbak } from '../../src/gateway/werkbak.ts';
import { decisionCommand } from '../../src/lanes/commands/decision-command.ts';
import { perRegel } from '../../src/rules/verslag.ts';
import type { AuditRow, AuditStore, Changes } from '../../src/store/audit/contract.ts';
import type { OorzaakBeeld } from '../../src/store/causes/contract.ts';
import type { AfleveringStore } from '../../src/store/deliveries/contract.ts';
import type { ToewijzingBeeld } from '../../src/store/dossier/contract.ts';
import type { OpdrachtStore, OpdrachtUitkomst } from '../../src/store/lanes/command-contract.ts';
import type { BerichtBeeld, GebeurtenisStore } from '../../src/store/messages/contract.ts';
import type { HerhalingBeeld, HerhalingStart } from '../../src/store/replays/contract.ts';
import type { WerkbakStore } from '../../src/store/requests/contract.ts';
import type { SignaalBeeld } from '../../src/store/signals/contract.ts';
import { nepAbonnementen } from './nep-abonnementen.ts';
import { NepEnvelopes } from './nep-envelopes.ts';
import { nepZoekopdrachten } from './nep-zoekopdrachten.ts';

/** Purmerend succeeds Beemster; another region has Amstelveen. */
export const DOCUMENT: AfsprakenDocument = {
  versie: 'nep',
  regios: [
    { code: 'AA', naam: 'Amsterdam-Amstelland' },
    { code: 'ZAWA', naam: 'Zaanstreek-Waterland' },
  ],
  gemeenten: [
    { code: '0362', naam: 'Amstelveen', regio: 'AA', geldigVan: '2015-01-01', geldigTot: null, opvolger: null },
    { code: '0439', naam: 'Purmerend', regio: 'ZAWA', geldigVan: '2015-01-01', geldigTot: null, opvolger: null },
    {
      code: '0370',
      naam: 'Beemster',
      regio: 'ZAWA',
      geldigVan: '2015-01-01',
      geldigTot: '2021-12-31',
      opvolger: '0439',
    },
  ],
  aanbieders: [],
  regimes: [],
  producten: [],
  contracten: [],
};

export function bericht(anders: Partial<BerichtBeeld> = {}): BerichtBeeld {
  return {
    id: '0196f000-0000-7000-8000-000000000001',
    type: 'JW315',
    release: '3.2',
    afzender: '42420001',
    ontvanger: '0362',
    identificatie: 'X1',
    regio: 'AA',
    status: 'goedgekeurd',
    ontvangenOp: '2026-01-02T10:00:00.000Z',
    beoordeeldOp: '2026-01-02T10:00:01.000Z',
    bevindingen: [],
    antwoorden: [],
    afleveringen: [AFLEVERING],
    inAntwoordOp: null,
    via: 'http',
    transportId: null,
    zegt: null,
    zegtCodes: null,
    partij: '42420001',
    afsprakenVersie: 1,
    regelsVersie: '1',
    ...anders,
  };
}

export function toewijzing(anders: Partial<Toewijzing> = {}): Toewijzing {
  return {
    sleutel: 'k',
    gemeente: '0370',
    aanbieder: '42420001',
    client: 'hash-van-een-bsn',
    nummer: 12,
    categorie: '45',
    code: '45A01',
    ingangsdatum: '2021-01-01',
    einddatum: null,
    toewijzingsdatum: '2020-12-20',
    toewijzingstijd: '10:00:00',
    redenWijziging: null,
    volume: 3333,
    eenheid: '01',
    frequentie: '6',
    budget: null,
    referentieAanbieder: null,
    berichtId: 'b',
    voorlopig: false,
    signaalbudget: { soort: 'standaard', bedrag: 500_000 },
    ...anders,
  };
}

const AFLEVERING: BerichtBeeld['afleveringen'][number] = {
  ...{ id: '7', partij: '0362', op: '2026-01-02T10:00:01.000Z', pogingen: 0, fout: null },
  ...{ kanaal: 'ophalen', status: 'wacht' },
};
const NU = new Date('2026-01-02T12:00:00Z');
const KANAAL: PartySettings = {
  ...{ partij: '', kanaal: 'ophalen', amqpGebruiker: null, url: null, geheim: null, endpoint: null },
  ...{ certificaat: null, sleutel: null, leegIsGoed: false },
};
const verslag = ({ bevindingen }: BerichtBeeld) => ({
  aantalBevindingen: bevindingen.length,
  perRegel: perRegel(bevindingen),
  aantalAntwoorden: 0,
});

/**
 * The use cases as they are, over a store in memory that writes down what it was asked: one fake for each part of the store's
 * contract. What judges is a fake itself (`intake`, the trial of a decision).
 */
export class NepGateway implements Gateway {
  readonly berichten = new Map<string, BerichtBeeld>();
  readonly bytes = new Map<string, Uint8Array>();
  readonly geboekt: string[] = [];
  readonly audit: AuditRow[] = [];
  readonly gevraagd: unknown[] = [];
  readonly sleutels: { sleutel: Sleutel; hash: string }[] = [];
  readonly ontvangen: Parameters<Intake['receive']>[] = [];
  readonly wachtte: number[] = [];
  toewijzing: ToewijzingBeeld | undefined;
  signaal: SignaalBeeld | undefined;
  bundleReceipt: BundleReceipt = {
    kind: 'taken',
    berichten: [{ naam: 'a.xml', kind: 'stored', id: bericht().id, status: 'ontvangen' }],
  };
  receipt: Receipt = { kind: 'stored', id: bericht().id, status: 'ontvangen' };
  storing: Error | null = null;
  document = DOCUMENT;
  #opdracht: { partij: string; uitkomst: OpdrachtUitkomst } = { partij: '0370', uitkomst: { stand: 'wacht' } };

  readonly sleutelStore: SleutelStore = {
    keyByHash: async (hash) => {
      this.gevraagd.push('keyByHash');
      return this.sleutels.find((s) => s.hash === Buffer.from(hash).toString('hex'))?.sleutel;
    },
    addKey: async (gegevens, hash) => {
      const momenten = { gemaaktOp: '2026-01-01T00:00:00.000Z', laatstGebruiktOp: null, beeindigdOp: null };
      const sleutel = { ...gegevens, ...momenten, id: `s${this.sleutels.length}` };
      this.sleutels.push({ sleutel, hash: Buffer.from(hash).toString('hex') });
      return sleutel;
    },
    keys: async () => this.sleutels.map((s) => s.sleutel),
    changeKey: async (id, wijziging) => this.#zetSleutel(id, wijziging),
    endKey: async (id, op) => this.#zetSleutel(id, { beeindigdOp: op.toISOString() }) !== undefined,
    keyUsed: async (id, op) => {
      this.#zetSleutel(id, { laatstGebruiktOp: op.toISOString() });
    },
  };

  #zetSleutel(id: string, anders: Partial<Sleutel>): Sleutel | undefined {
    const een = this.sleutels.find(({ sleutel }) => sleutel.id === id && sleutel.beeindigdOp === null);
    if (een === undefined) return undefined;
    een.sleutel = { ...een.sleutel, ...anders };
    return een.sleutel;
  }

  readonly sessies = new Map<string, { sleutelHash: Uint8Array; gebruiktOp: Date }>();
  readonly #sessieStore: SessionStore = {
    addSession: async ({ hash, sleutelHash, op }) => {
      this.sessies.set(Buffer.from(hash).toString('hex'), { sleutelHash, gebruiktOp: op });
    },
    session: async (hash) => this.sessies.get(Buffer.from(hash).toString('hex')),
    sessionUsed: async (hash, op) => {
      const sessie = this.sessies.get(Buffer.from(hash).toString('hex'));
      if (sessie !== undefined) sessie.gebruiktOp = op;
    },
    endSession: async (hash) => this.sessies.delete(Buffer.from(hash).toString('hex')),
  };

  readonly #abonnementen = nepAbonnementen();
  readonly #zoekopdrachten = nepZoekopdrachten();
  readonly #changes: Changes = {
    ...this.#abonnementen,
    ...this.#zoekopdrachten,
    ...this.sleutelStore,
    ...this.#sessieStore,
    saveAgreements: async (document, door, _op, over = null) => {
      if (over !== null && over !== 1) return null;
      this.gevraagd.push({ document, door });
      return 2;
    },
    replay: async (id) => {
      this.gevraagd.push(`replay ${id}`);
      return { kind: 'waiting', laan: 'AA|42420001' };
    },
    setContactPoint: async () => undefined,
    deliverAgain: async () => true,
    changeChannel: async (partij, change) => ({ ...KANAAL, ...change, partij }),
    setSignalState: async () => true,
    startReplays: async (start) => {
      this.gevraagd.push({ ...boundsOf(start.filter.scope), proef: start.proef });
      return this.#herhaling(start);
    },
    setCauseState: async (groep, { stand, notitie }) => {
      this.gevraagd.push({ ...groep, stand, notitie });
    },
    saveCommand: async ({ partij, gegevens, idempotentie, soort }) => {
      this.gevraagd.push({ ...gegevens, partij, idempotentie });
      const uitkomst = soort === 'maatwerk' ? uitkomstBij(Number(gegevens.bedrag)) : WACHT;
      this.#opdracht = { partij, uitkomst };
      return { id: 'opdracht-1', nieuw: true, gelijk: true };
    },
  };

  readonly #auditStore: Pick<AuditStore, 'audit' | 'audited' | 'recorded'> = {
    audit: async (row) => {
      this.audit.push(row);
      this.geboekt.push(`${row.door} ${row.handeling} ${row.onderwerp}`);
    },
    audited: async ({ limit }) =>
      this.audit
        .map(({ op, reden = null, ...row }, nr) => ({ ...row, reden, op: op.toISOString(), id: String(nr + 1) }))
        .toReversed()
        .slice(0, limit),
    recorded: async (work) => {
      const { result, row } = await work(this.#changes);
      if (row !== null) await this.#auditStore.audit(row);
      return result;
    },
  };

  readonly #berichtStore: MessagesDeps['store'] = {
    message: async (id, scope) => {
      if (this.storing !== null) throw this.storing;
      const b = this.berichten.get(id);
      const parties = [b?.partij ?? '', ...(b?.afleveringen ?? []).map((a) => a.partij)];
      return b !== undefined && sees(scope, { parties, regio: b.regio }) ? b : undefined;
    },
    messagesSeen: (asked) => Promise.all(asked.map(({ id, scope }) => this.#berichtStore.message(id, scope))),
    messageBytes: async (id) => this.bytes.get(id),
    clientOf: async (bsn) => `client-${bsn.slice(-3)}`,
    messages: async ({ scope, ...filter }) => {
      this.gevraagd.push({ ...boundsOf(scope), ...filter });
      const { partij } = filter;
      const met = (b: BerichtBeeld) => [b.partij, b.ontvanger, ...b.afleveringen.map((a) => a.partij)];
      const gevonden = [...this.berichten.values()].filter((b) => partij === undefined || met(b).includes(partij));
      return gevonden.slice(0, filter.limit).map((b) => ({ ...b, ...verslag(b) }));
    },
  };

  readonly oorzaken: OorzaakBeeld[] = [];
  readonly #oorzaakStore: CausesDeps['store'] = {
    causes: async ({ scope, ...filter }) => {
      this.gevraagd.push({ ...boundsOf(scope), ...filter });
      return this.oorzaken.filter(({ partij }) => sees(scope, { parties: [partij], regio: 'AA' }));
    },
  };

  readonly #afleveringStore: AfleveringStore = {
    outgoing: async ({ parties: partijen }, filter) => {
      this.gevraagd.push({ partijen, ...filter });
      return { berichten: this.uitgaand, volgende: null };
    },
    whichWait: async (asked) => asked,
    confirmMany: async (ids, { parties: partijen }) => {
      this.gevraagd.push({ ids, partijen });
      return ids.filter((id) => this.berichten.has(id));
    },
    markOffered: async () => 0,
    delivery: async (id) => (id === AFLEVERING.id ? AFLEVERING : undefined),
    deliverAgain: async () => true,
    confirm: async (id, { parties: partijen }) => {
      this.gevraagd.push({ id, partijen });
      return this.berichten.has(id);
    },
  };

  readonly rapportStore: ReportsDeps['store'] = {
    latestAgreements: async () => ({ versie: 1, document: this.document }),
    insightCounts: async () => [],
    insightCells: async () => [],
    counts: async (scope) => ({
      berichten: TELLINGEN.filter(({ regio }) => sees(scope, { parties: [], regio })),
      wachtend: [{ regio: 'ZAWA', aantal: 2 }].filter(({ regio }) => sees(scope, { parties: [], regio })),
    }),
  };

  readonly #cache = {
    fresh: async () => ({ versie: 1, document: this.document, afspraken: maakAfspraken(this.document, 1) }),
  };
  /** Moved on by tests. */
  nu = NU;
  readonly kast = new Sleutelkast(this.sleutelStore, null, () => NU);
  readonly sessiekast = new Sessiekast(this.#sessieStore, this.kast, () => this.nu);
  readonly #door = new Door({ store: this.#auditStore, agreements: this.#cache, now: () => NU });
  readonly #bel = { ring: () => undefined, queues: () => [] };
  readonly #toewijzingen = {
    toewijzing: async (gemeenten: readonly string[], nummer: number, scope: Parameters<typeof sees>[0]) => {
      const t = this.toewijzing;
      if (t === undefined || t.huidig.nummer !== nummer || !gemeenten.includes(t.huidig.gemeente)) return undefined;
      const { gemeente, aanbieder } = t.huidig;
      return sees(scope, { gemeente, parties: [gemeente, aanbieder] }) ? t : undefined;
    },
  };
  readonly #opdrachten: PutCommandDeps = {
    door: this.#door,
    doorbell: this.#bel,
    store: {
      command: async (id, scope) => {
        const gezien = sees(scope, { parties: [this.#opdracht.partij], regio: 'ZAWA' });
        return id === 'opdracht-1' && gezien ? this.#opdracht : undefined;
      },
    },
    watch: {
      until: async (_id, waitMs, read) => {
        this.wachtte.push(waitMs);
        return read();
      },
    },
  };

  readonly intake: Intake = {
    example: async (wie, wens) => makeExample(wens, this.#door.party(wie, 'message.try'), this.document, NU),
    receive: async (...gestuurd) => {
      this.#door.party(gestuurd[0], 'message.send');
      if (this.storing !== null) throw this.storing;
      this.ontvangen.push(gestuurd);
      return this.receipt;
    },
    receiveMany: () => Promise.reject(new Error('no way that brings several is here')),
    receiveBundle: async (...gestuurd) => {
      this.#door.party(gestuurd[0], 'message.send');
      this.ontvangen.push(gestuurd);
      return this.bundleReceipt;
    },
    verdictOf: async (_wie, id, waitMs) => {
      this.wachtte.push(waitMs);
      return this.berichten.get(id) ?? bericht({ id, status: 'ontvangen' });
    },
    dryRun: async () => {
      if (!('id' in this.receipt)) return this.receipt;
      const antwoorden = [{ type: 'JW316', ontvanger: '42420001', xml: '<a/>' } as const];
      const kop = { kind: 'judged', type: 'JW315', release: '3.2', status: 'goedgekeurd' } as const;
      return { ...kop, bevindingen: [], antwoorden, alsof: [], voorstellen: [] };
    },
    improve: async (wie, text) => ({
      ...{ kind: 'tried', text },
      proef: await this.intake.dryRun(wie, new TextEncoder().encode(text), { voorstellen: true }),
    }),
  };
  readonly werkbak: Werkbak = {
    list: async (wie, query) => {
      const { parties: gemeenten } = await this.#door.enterAsParty(wie, 'werkbak.read');
      this.gevraagd.push({ gemeenten, ...query });
      return { items: [], next: null };
    },
    item: async () => undefined,
    decided: async (wie, query) => {
      const scope = await this.#door.enterAsParty(wie, 'werkbak.read');
      const store = {
        commandsBy: async () => this.opdrachten.map((een, i) => ({ ...een, id: String(i), laan: 'AA|42420001' })),
      };
      return decidedBy(store, scope, query, ownOf(wie, await this.#door.agreements()));
    },
    request: async () => undefined,
    requests: async (_wie, items) => items.map(() => null),
    decide: async (wie, besluit, waitMs) => {
      const opdracht = { action: 'decision.make', subject: besluit.item, laan: 'l' } as const;
      const { idempotentie } = besluit;
      const [partij = ''] = this.#door.party(wie, 'decision.make').parties;
      const command = decisionCommand(besluit);
      await putCommand(wie, { ...opdracht, command, partij, idempotentie }, waitMs, this.#opdrachten);
      return { kind: 'pending', opdracht: 'opdracht-1' };
    },
    tryDecision: async (_wie, besluit) => {
      this.gevraagd.push({ proef: besluit });
      return { kind: 'unknown' };
    },
    command: async (wie, id) => {
      const scope = await this.#door.enter(wie, 'command.read');
      return (await this.#opdrachten.store.command(id, scope))?.uitkomst;
    },
  };
  readonly messages = messages({ door: this.#door, store: this.#berichtStore, doorbell: this.#bel });
  readonly enveloppen = new NepEnvelopes();
  readonly envelopes = envelopes({ door: this.#door, store: this.enveloppen.store });
  herhaling: HerhalingBeeld | undefined;
  #herhaling({ id, door, op, proef }: HerhalingStart): HerhalingBeeld {
    const telling = { gevraagd: 3, aangeboden: 2, geweigerd: { 'wacht-al': 1 }, klaar: true };
    return { id, door, proef, op: op.toISOString(), ...telling };
  }
  readonly replays = replays({
    door: this.#door,
    newId: () => '0196f000-0000-7000-8000-000000000004',
    store: {
      startReplays: async (start) => this.#herhaling(start),
      replays: async () => this.herhaling,
    },
  });
  readonly persons = persons({
    door: this.#door,
    store: {
      showPerson: async ({ bsn, by, reden, now }) => {
        this.audit.push({ ...by, handeling: 'client-uitgevoerd', onderwerp: 'afdruk', reden, op: now });
        return { bsn, gemaaktOp: now.toISOString(), toelichting: 'x', tabellen: { verzoek: [{ referentie: 'R1' }] } };
      },
      erasePerson: async ({ by, reden, now }) => {
        this.audit.push({ ...by, handeling: 'client-verwijderd', onderwerp: 'afdruk', reden, op: now });
        const stays = [{ wat: '2 berichten', tot: '2031-03-02', waarom: 'x' }];
        return { tables: [{ table: 'bericht', rows: 3, oldest: '2020-01-01' }], redacted: 1, stays };
      },
    },
  });
  readonly audits = audit({ door: this.#door, store: this.#auditStore });
  readonly causes = causes({ door: this.#door, store: this.#oorzaakStore });
  readonly outgoing = outgoing({
    ...{ door: this.#door, store: this.#afleveringStore },
    outgoingWatch: {
      until: async (_asked, waitMs) => {
        this.wachtte.push(waitMs);
        this.berichtenKlaar();
      },
    },
  });
  /** What happens while somebody waits for its list. */
  berichtenKlaar: () => void = () => undefined;
  uitgaand: Awaited<ReturnType<AfleveringStore['outgoing']>>['berichten'] = [];
  /** What a stream tells before it ends. */
  gebeurtenissen: readonly EventPage[] = [{ events: [], position: '1-0' }];
  readonly live: Live = {
    follow: async (wie, { position }) => {
      this.#door.check(wie, 'event.follow');
      this.gevraagd.push({ position });
      if (position !== null && !/^\d+-\d+$/.test(position)) return undefined;
      const paginas = this.gebeurtenissen;
      return (async function* () {
        yield* paginas;
      })();
    },
  };
  readonly dossiers = dossiers({
    door: this.#door,
    store: { ...this.#toewijzingen, ...this.#berichtStore, contactPoint: async () => undefined },
  });
  readonly #budgets = budgets({
    ...this.#opdrachten,
    // Of the trial, which is a fake below.
    ...{ agreements: undefined as never, judges: undefined as never, loadKennis: undefined as never },
    ...{ newId: () => '0196f000-0000-7000-8000-000000000009', now: () => NU },
    store: {
      ...this.#opdrachten.store,
      ...this.#toewijzingen,
      budgets: async () => [],
      budgetShares: async () => [],
    },
  });
  readonly budgets: Budgets = {
    ...this.#budgets,
    tryGrant: async (wie, _adres, bedrag) => {
      this.#door.party(wie, 'budget.grant');
      const was = this.toewijzing?.huidig;
      if (was === undefined) return { kind: 'unknown' };
      const wordt: Toewijzing = { ...was, volume: bedrag / 150, signaalbudget: { soort: 'maatwerk', bedrag } };
      const gebruikt = this.toewijzing?.gebruikt ?? 0;
      return { kind: 'granted', was, wordt, gebruikt, antwoorden: [] };
    },
  };
  readonly signals = signals({
    door: this.#door,
    store: {
      ...this.#toewijzingen,
      signal: async () => this.signaal,
      signals: async ({ scope, ...filter }) => {
        this.gevraagd.push({ ...boundsOf(scope), ...filter });
        return [];
      },
    },
  });
  readonly terms = terms({
    door: this.#door,
    store: {
      terms: async ({ scope, ...filter }) => {
        this.gevraagd.push({ ...boundsOf(scope), ...filter });
        return [];
      },
    },
  });
  readonly agreements: Agreements = agreements({
    door: this.#door,
    agreements: this.#cache,
    store: {
      latestAgreements: async () => ({ versie: 1, document: this.document }),
      agreementsAt: async (versie) => (versie === 1 ? this.document : undefined),
      agreementsVersions: async () => [],
      toewijzingKinds: async () => [],
    },
  });
  readonly overview = overview({
    door: this.#door,
    store: {
      ...this.#toewijzingen,
      arrivals: async () => [],
      attention: async () => NIETS_TE_DOEN,
      budgetCurve: async () => [],
    },
  });
  /** Of every message. */
  gebeurd: Awaited<ReturnType<GebeurtenisStore['events']>> = [];
  verzoeken: Awaited<ReturnType<WerkbakStore['requestsIn']>> = [];
  opdrachten: Awaited<ReturnType<OpdrachtStore['commandsDone']>> = [];
  readonly stories = stories({
    door: this.#door,
    store: {
      ...this.#berichtStore,
      ...this.#toewijzingen,
      events: async () => this.gebeurd,
      requestsIn: async () => this.verzoeken,
      commandsDone: async () => this.opdrachten,
    },
  });
  readonly sessions = sessions({ door: this.#door, sessies: this.sessiekast });
  readonly keys = keys({ door: this.#door, kast: this.kast });
  readonly channels = channels({
    door: this.#door,
    store: { channelStates: async () => [], partyWays: async () => [] },
    settings: new ChannelSettings({ channelsVersion: async () => 0, channelSettings: async () => [] }),
    targets: { privateAllowed: true },
  });
  readonly subscriptions = subscriptions({
    door: this.#door,
    store: { ...this.#abonnementen, presentPosition: async () => '1-0' },
    targets: { privateAllowed: true },
    mail: true,
  });
  readonly savedSearches = savedSearches({ door: this.#door, store: this.#zoekopdrachten });
  readonly reports = reports({ door: this.#door, store: this.rapportStore });
  readonly queues = queues({
    door: this.#door,
    doorbell: this.#bel,
    store: this.rapportStore,
    queueLook: async () => ({ werkers: new Map([['AA', 2]]), gepauzeerd: new Map([['AA', true]]), onbekend: [] }),
  });
  readonly health: Health = {
    ready: async () => {
      const store = this.storing === null;
      const redenen = store ? [] : ['De database is niet te bereiken.'];
      return { ok: store, store, queue: true, schemas: true, redenen, waarschuwingen: [] };
    },
  };
}

export const NIETS_TE_DOEN: Aandacht = {
  ...{ vastgelopen: 0, mislukt: 0, opTeHalen: 0, oudsteOpTeHalen: null, overTijd: 0, bijna: 0 },
  ...{ budgetsignalen: 0, werkbak: 0, declaraties: [], wachtend: [] },
};

const WACHT: OpdrachtUitkomst = { stand: 'wacht' };

function uitkomstBij(bedrag: number): OpdrachtUitkomst {
  if (bedrag === 1) return { stand: 'geweigerd', reden: 'Dit kan alleen met Frequentie 6.' };
  return bedrag === 2 ? WACHT : { stand: 'gedaan', resultaat: {} };
}

const TELLINGEN = [
  { regio: 'AA', type: 'JW315', status: 'goedgekeurd', aantal: 3 },
  { regio: 'ZAWA', type: 'JW323', status: 'afgekeurd', aantal: 4 },
  { regio: null, type: null, status: 'geweigerd', aantal: 5 },
] as const;
