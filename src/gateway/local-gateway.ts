import type { Queue } from 'bullmq';
import { type Envelope, envelope } from '../access/envelope.ts';
import type { Afspraken } from '../agreements/afspraken.ts';
import { maakAfspraken } from '../agreements/maak-afspraken.ts';
import { valideerAfspraken } from '../agreements/valideer.ts';
import { verschil } from '../agreements/verschil.ts';
import type { AgreementsCache } from '../judging/agreements-cache.ts';
import { despiteInterruption } from '../judging/despite-interruption.ts';
import type { Beslissing } from '../lanes/commands/beslissing.ts';
import type { BesluitGegevens } from '../lanes/commands/besluit-gegevens.ts';
import { regioVanLaan } from '../lanes/lane.ts';
import type { VerdictWatch } from '../lanes/verdict-watch.ts';
import type { Doorbell } from '../queue/doorbell.ts';
import type { Gereed, Readiness } from '../services/readiness.ts';
import type { Sleutel } from '../store/keys/contract.ts';
import type { OpdrachtUitkomst } from '../store/lanes/command-contract.ts';
import type { BerichtBeeld } from '../store/messages/contract.ts';
import type { WerkbakBeeld, WerkbakItemBeeld } from '../store/requests/contract.ts';
import type { Store } from '../store/store.ts';
import type { Weging } from '../verdict/werkbak/weeg.ts';
import { type DryRunDeps, dryRun } from './dry-run.ts';
import type {
  AfsprakenProef,
  AfsprakenUitkomst,
  BeslissingProef,
  BeslissingUitkomst,
  DryRun,
  Gateway,
  GrantOutcome,
  GrantRequest,
  Receipt,
  ReplayUitkomst,
} from './gateway.ts';
import { receive } from './receive.ts';
import { tryAgreements } from './try-agreements.ts';
import { tryDecision } from './try-decision.ts';
import { weighRequests } from './weigh-requests.ts';

export interface LocalGatewayDeps extends DryRunDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly doorbell: Doorbell;
  readonly watch: VerdictWatch;
  readonly readiness: Readiness;
}

/** The pipeline of this process, as the ways in see it. */
export class LocalGateway implements Gateway {
  readonly store: Store;
  readonly #deps: LocalGatewayDeps;

  constructor(deps: LocalGatewayDeps) {
    this.store = deps.store;
    this.#deps = deps;
  }

  async afspraken(): Promise<Afspraken> {
    return (await this.#deps.agreements.fresh()).afspraken;
  }

  receive(bytes: Uint8Array, sleutel: Sleutel, hoe: Envelope = envelope('http')): Promise<Receipt> {
    return receive(bytes, sleutel, hoe, this.#deps);
  }

  async verdictOf(id: string, waitMs: number): Promise<BerichtBeeld> {
    const beeld = await this.#deps.watch.message(id, waitMs);
    if (beeld === undefined) throw new Error('a stored message cannot be found');
    return beeld;
  }

  dryRun(bytes: Uint8Array, sleutel: Sleutel): Promise<DryRun> {
    return dryRun(bytes, sleutel, this.#deps);
  }

  async putAgreements(document: unknown, door: string): Promise<AfsprakenUitkomst> {
    const gekeurd = valideerAfspraken(document);
    if (gekeurd.kind === 'invalid') {
      return { kind: 'invalid', fouten: gekeurd.fouten };
    }
    const eerder = (await this.#deps.agreements.fresh()).document;
    const nummer = await this.store.saveAgreements(gekeurd.document, door, this.#deps.now());
    await this.#deps.agreements.fresh();
    return {
      kind: 'ok',
      versie: gekeurd.document.versie,
      nummer,
      wijzigingen: verschil(eerder, gekeurd.document),
      waarschuwingen: gekeurd.waarschuwingen,
    };
  }

  async tryAgreements(document: unknown): Promise<AfsprakenProef> {
    return tryAgreements(document, await this.#deps.agreements.fresh(), this.store);
  }

  async afsprakenVan(versie: number): Promise<Afspraken | undefined> {
    const inForce = await this.#deps.agreements.fresh();
    if (versie === inForce.versie) return inForce.afspraken;
    const document = await this.store.agreementsAt(versie);
    return document === undefined ? undefined : maakAfspraken(document, versie);
  }

  async grant(toekenning: GrantRequest, waitMs: number): Promise<GrantOutcome> {
    const { afspraken } = await this.#deps.agreements.fresh();
    const gemeenten = afspraken.familie(toekenning.gemeente);
    const beeld = await this.store.toewijzing(gemeenten, toekenning.nummer);
    if (beeld === undefined) return { kind: 'unknown' };
    const { bedrag, reden, plan, nummer, gemeente } = toekenning;
    const gedaan = await this.#command(
      'maatwerk',
      beeld.laan,
      { gemeente, nummer, bedrag, reden, plan },
      toekenning,
      waitMs,
    );
    if (gedaan === null) return { kind: 'key-reused' };
    const { opdracht, uitkomst } = gedaan;
    if (uitkomst.stand === 'wacht') return { kind: 'pending', opdracht };
    if (uitkomst.stand === 'geweigerd') return { kind: 'refused', reden: uitkomst.reden };
    const na = await this.store.toewijzing(gemeenten, toekenning.nummer);
    return na === undefined ? { kind: 'unknown' } : { kind: 'done', toewijzing: na };
  }

  async decide(beslissing: Beslissing, waitMs: number): Promise<BeslissingUitkomst> {
    const item = await this.#item(beslissing);
    if (item === undefined) return { kind: 'unknown' };
    const gedaan = await this.#command('besluit', item.laan, { ...gegevensVan(beslissing) }, beslissing, waitMs);
    if (gedaan === null) return { kind: 'key-reused' };
    const { opdracht, uitkomst } = gedaan;
    return uitkomst.stand === 'wacht' ? { kind: 'pending', opdracht } : { kind: 'decided', opdracht, uitkomst };
  }

  async tryDecision(beslissing: Beslissing): Promise<BeslissingProef> {
    const item = await this.#item(beslissing);
    if (item === undefined) return { kind: 'unknown' };
    const inForce = await this.#deps.agreements.fresh();
    return despiteInterruption(() => tryDecision(item, gegevensVan(beslissing), inForce, this.#deps));
  }

  async weighRequests(items: readonly WerkbakBeeld[]): Promise<readonly (Weging | null)[]> {
    const inForce = await this.#deps.agreements.fresh();
    return despiteInterruption(() => weighRequests(items, inForce, this.#deps));
  }

  async replay(id: string, door: string): Promise<ReplayUitkomst> {
    const uitkomst = await this.store.replay(id);
    if (uitkomst.kind !== 'waiting') return uitkomst;
    await this.store.audit(door, 'replay', id, this.#deps.now());
    this.#deps.doorbell.ring(uitkomst.laan, regioVanLaan(uitkomst.laan));
    return { kind: 'waiting' };
  }

  ready(): Promise<Gereed> {
    return this.#deps.readiness.ready();
  }

  queues(): readonly Queue[] {
    return this.#deps.doorbell.queues();
  }

  /** The item, if the party of this decision may decide on it. */
  async #item({ item: id, partij }: Beslissing): Promise<WerkbakItemBeeld | undefined> {
    const item = await this.store.werkbakItem(id);
    const { afspraken } = await this.#deps.agreements.fresh();
    return item !== undefined && afspraken.familie(partij).includes(item.gemeente) ? item : undefined;
  }

  /** Puts a command in a lane and waits for its outcome; null when its idempotency key was used for another one. */
  async #command(
    soort: string,
    laan: string,
    gegevens: Readonly<Record<string, unknown>>,
    van: { readonly partij: string; readonly idempotentie: string | null },
    waitMs: number,
  ): Promise<{ opdracht: string; uitkomst: OpdrachtUitkomst } | null> {
    const { partij, idempotentie } = van;
    const regio = regioVanLaan(laan);
    const op = this.#deps.now();
    const { id, gelijk } = await this.store.saveCommand({ laan, regio, soort, partij, gegevens, idempotentie, op });
    if (!gelijk) return null;
    this.#deps.doorbell.ring(laan, regio);
    const gelezen = await this.#deps.watch.until(
      id,
      waitMs,
      () => this.store.command(id),
      (opdracht) => opdracht?.uitkomst.stand !== 'wacht',
    );
    return { opdracht: id, uitkomst: gelezen?.uitkomst ?? { stand: 'wacht' } };
  }
}

/** The part of a decision that is stored with its command. */
function gegevensVan(beslissing: Beslissing): BesluitGegevens {
  const { item, besluit, reden, woonplaats, toelichting, toewijzing, relatie } = beslissing;
  return { item, besluit, reden, woonplaats, toelichting, toewijzing, ...(relatie === null ? {} : { relatie }) };
}
