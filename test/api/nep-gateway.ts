import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { Gateway, GrantRequest, Receipt } from '../../src/gateway/gateway.ts';
import type { Beslissing } from '../../src/lanes/commands/beslissing.ts';
import type { Sleutel } from '../../src/store/keys/contract.ts';
import type { BerichtBeeld, BerichtFilter } from '../../src/store/messages/contract.ts';
import type { ToewijzingBeeld } from '../../src/store/reports/views-contract.ts';
import type { Store } from '../../src/store/store.ts';

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
    afleveringen: [{ partij: '0362', status: 'wacht', op: '2026-01-02T10:00:01.000Z' }],
    inAntwoordOp: null,
    via: 'http',
    transportId: null,
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

/** A gateway in memory that writes down what it was asked. */
export class NepGateway implements Gateway {
  readonly berichten = new Map<string, BerichtBeeld>();
  readonly bytes = new Map<string, Uint8Array>();
  readonly geboekt: string[] = [];
  readonly gevraagd: unknown[] = [];
  readonly sleutels: { sleutel: Sleutel; hash: string }[] = [];
  readonly ontvangen: { bytes: Uint8Array; sleutel: Sleutel }[] = [];
  readonly wachtte: number[] = [];
  toewijzing: ToewijzingBeeld | undefined;
  receipt: Receipt = { kind: 'stored', id: bericht().id, status: 'ontvangen' };
  storing: Error | null = null;
  document = DOCUMENT;

  readonly store = {
    keyByHash: async (hash: Uint8Array) => {
      this.gevraagd.push('keyByHash');
      return this.sleutels.find((s) => s.hash === Buffer.from(hash).toString('hex'))?.sleutel;
    },
    addKey: async (gegevens: Omit<Sleutel, 'id' | 'gemaaktOp'>, hash: Uint8Array) => {
      const sleutel = { ...gegevens, id: `s${this.sleutels.length}`, gemaaktOp: '2026-01-01T00:00:00.000Z' };
      this.sleutels.push({ sleutel, hash: Buffer.from(hash).toString('hex') });
      return sleutel;
    },
    keys: async () => this.sleutels.map((s) => s.sleutel),
    deleteKey: async (id: string) => {
      const i = this.sleutels.findIndex((s) => s.sleutel.id === id);
      if (i >= 0) this.sleutels.splice(i, 1);
      return i >= 0;
    },
    message: async (id: string) => {
      if (this.storing !== null) throw this.storing;
      return this.berichten.get(id);
    },
    messageBytes: async (id: string) => this.bytes.get(id),
    messages: async (filter: BerichtFilter) => {
      this.gevraagd.push(filter);
      const telling = { aantalBevindingen: 0, perRegel: {}, aantalAntwoorden: 0 };
      return [...this.berichten.values()].slice(0, filter.limit).map((b) => ({ ...b, ...telling }));
    },
    outgoing: async (partijen: readonly string[], filter: object) => {
      this.gevraagd.push({ partijen, ...filter });
      return { berichten: [], volgende: null };
    },
    confirm: async (id: string, partijen: readonly string[]) => {
      this.gevraagd.push({ id, partijen });
      return this.berichten.has(id);
    },
    latestAgreements: async () => ({ versie: 1, document: this.document }),
    toewijzing: async (gemeenten: readonly string[], nummer: number) => {
      const t = this.toewijzing;
      return t !== undefined && t.huidig.nummer === nummer && gemeenten.includes(t.huidig.gemeente) ? t : undefined;
    },
    signals: async (filter: object) => {
      this.gevraagd.push(filter);
      return [];
    },
    werkbak: async (gemeenten: readonly string[], filter: object) => {
      this.gevraagd.push({ gemeenten, ...filter });
      return { items: [], volgende: null };
    },
    agreementsVersions: async () => [],
    signal: async () => undefined,
    budgets: async () => [],
    budgetShares: async () => [],
    insightCounts: async () => [],
    insightCells: async () => [],
    contactPoint: async () => undefined,
    setContactPoint: async () => undefined,
    counts: async () => ({
      berichten: [
        { regio: 'AA', type: 'JW315', status: 'goedgekeurd' as const, aantal: 3 },
        { regio: 'ZAWA', type: 'JW323', status: 'afgekeurd' as const, aantal: 4 },
        { regio: null, type: null, status: 'geweigerd' as const, aantal: 5 },
      ],
      wachtend: [{ regio: 'ZAWA', aantal: 2 }],
    }),
    audit: async (door: string, handeling: string, onderwerp: string) => {
      this.geboekt.push(`${door} ${handeling} ${onderwerp}`);
    },
    command: async (id: string) =>
      id === 'opdracht-1' ? { partij: '0370', uitkomst: { stand: 'wacht' as const } } : undefined,
  } as unknown as Store;

  async afspraken() {
    return maakAfspraken(this.document, 1);
  }

  async receive(bytes: Uint8Array, sleutel: Sleutel) {
    if (this.storing !== null) throw this.storing;
    this.ontvangen.push({ bytes, sleutel });
    return this.receipt;
  }

  async verdictOf(id: string, waitMs: number) {
    this.wachtte.push(waitMs);
    return this.berichten.get(id) ?? bericht({ id, status: 'ontvangen' });
  }

  async dryRun() {
    if (this.receipt.kind === 'forbidden' || this.receipt.kind === 'unidentifiable') return this.receipt;
    const antwoorden = [{ type: 'JW316' as const, ontvanger: '42420001', xml: '<a/>' }];
    return {
      kind: 'judged' as const,
      type: 'JW315' as const,
      release: '3.2' as const,
      status: 'goedgekeurd' as const,
      bevindingen: [],
      antwoorden,
    };
  }

  async putAgreements(document: unknown, door: string) {
    this.gevraagd.push({ document, door });
    if (document === undefined) {
      return { kind: 'invalid' as const, fouten: [{ pointer: '/versie', code: 'schema' as const, melding: 'fout' }] };
    }
    return { kind: 'ok' as const, versie: 'x', nummer: 2, wijzigingen: [], waarschuwingen: [] };
  }

  async tryAgreements(document: unknown) {
    this.gevraagd.push({ proef: document });
    return { kind: 'ok' as const, versie: 'x', wijzigingen: [], waarschuwingen: [], geraakt: [] };
  }

  async afsprakenVan(versie: number) {
    return versie === 1 ? maakAfspraken(this.document, 1) : undefined;
  }

  async grant(toekenning: GrantRequest, waitMs: number) {
    this.gevraagd.push(toekenning);
    this.wachtte.push(waitMs);
    if (toekenning.bedrag === 1) return { kind: 'refused' as const, reden: 'Dit kan alleen met Frequentie 6.' };
    if (toekenning.bedrag === 2 || this.toewijzing === undefined)
      return { kind: 'pending' as const, opdracht: 'opdracht-1' };
    return { kind: 'done' as const, toewijzing: this.toewijzing };
  }

  async decide(beslissing: Beslissing) {
    this.gevraagd.push(beslissing);
    return { kind: 'pending' as const, opdracht: 'opdracht-1' };
  }

  async tryDecision(beslissing: Beslissing) {
    this.gevraagd.push({ proef: beslissing });
    return { kind: 'unknown' as const };
  }

  async weighRequests(items: readonly unknown[]) {
    return items.map(() => null);
  }

  async replay(_id: string, door: string) {
    this.gevraagd.push(`replay door ${door}`);
    return { kind: 'waiting' as const };
  }

  async ready() {
    const store = this.storing === null;
    return { ok: store, store, queue: true, schemas: true, redenen: store ? [] : ['De database is niet te bereiken.'] };
  }

  queues() {
    return [];
  }
}
