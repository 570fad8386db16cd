import type { Queue } from 'bullmq';
import type { Afspraken } from '../agreements/afspraken.ts';
import { valideerAfspraken } from '../agreements/valideer.ts';
import { verschil } from '../agreements/verschil.ts';
import type { Logger } from '../log/logger.ts';
import type { BerichtBeeld, OpdrachtUitkomst, Sleutel, Store } from '../store/store.ts';
import type { AgreementsCache } from './agreements-cache.ts';
import type { Doorbell } from './doorbell.ts';
import { type DryRunDeps, dryRun } from './dry-run.ts';
import type {
  AfsprakenUitkomst,
  Beslissing,
  BeslissingUitkomst,
  DryRun,
  Gateway,
  Gereed,
  Receipt,
  ReplayUitkomst,
  Toekenning,
  ToekenningUitkomst,
} from './gateway.ts';
import { regioVanLaan } from './lane.ts';
import { receive } from './receive.ts';
import type { VerdictWatch } from './verdict-watch.ts';

export interface LocalGatewayDeps extends DryRunDeps {
  readonly store: Store;
  readonly agreements: AgreementsCache;
  readonly doorbell: Doorbell;
  readonly watch: VerdictWatch;
  readonly logger: Logger;
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

  receive(bytes: Uint8Array, sleutel: Sleutel): Promise<Receipt> {
    return receive(bytes, sleutel, this.#deps);
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

  async grant(toekenning: Toekenning, waitMs: number): Promise<ToekenningUitkomst> {
    const { afspraken } = await this.#deps.agreements.fresh();
    const gemeenten = afspraken.familie(toekenning.gemeente);
    const beeld = await this.store.toewijzing(gemeenten, toekenning.nummer);
    if (beeld === undefined) return { kind: 'unknown' };
    const { bedrag, reden, plan, nummer, gemeente } = toekenning;
    const { opdracht, uitkomst } = await this.#command(
      'maatwerk',
      beeld.laan,
      { gemeente, nummer, bedrag, reden, plan },
      toekenning,
      waitMs,
    );
    if (uitkomst.stand === 'wacht') return { kind: 'pending', opdracht };
    if (uitkomst.stand === 'geweigerd') return { kind: 'refused', reden: uitkomst.reden };
    const na = await this.store.toewijzing(gemeenten, toekenning.nummer);
    return na === undefined ? { kind: 'unknown' } : { kind: 'done', toewijzing: na };
  }

  async decide(beslissing: Beslissing, waitMs: number): Promise<BeslissingUitkomst> {
    const item = await this.store.werkbakItem(beslissing.item);
    const { afspraken } = await this.#deps.agreements.fresh();
    if (item === undefined || !afspraken.familie(beslissing.partij).includes(item.gemeente)) return { kind: 'unknown' };
    const { besluit, reden, toelichting, toewijzing } = beslissing;
    const gegevens = { item: item.id, besluit, reden, toelichting, toewijzing };
    const { opdracht, uitkomst } = await this.#command('besluit', item.laan, gegevens, beslissing, waitMs);
    return uitkomst.stand === 'wacht' ? { kind: 'pending', opdracht } : { kind: 'decided', opdracht, uitkomst };
  }

  async replay(id: string, door: string): Promise<ReplayUitkomst> {
    const uitkomst = await this.store.replay(id);
    if (uitkomst.kind !== 'waiting') return uitkomst;
    await this.store.audit(door, 'replay', id, this.#deps.now());
    this.#deps.doorbell.ring(uitkomst.laan, regioVanLaan(uitkomst.laan));
    return { kind: 'waiting' };
  }

  async ready(): Promise<Gereed> {
    const [store, queue, schemas] = await Promise.all([
      this.store.ping().then(
        () => true,
        () => false,
      ),
      this.#deps.doorbell.alive(),
      this.#deps.judges.ready(),
    ]);
    return { ok: store && queue && schemas, store, queue, schemas };
  }

  queues(): readonly Queue[] {
    return this.#deps.doorbell.queues();
  }

  /** Puts a command in a lane and waits for its outcome. */
  async #command(
    soort: string,
    laan: string,
    gegevens: Readonly<Record<string, unknown>>,
    van: { readonly partij: string; readonly idempotentie: string | null },
    waitMs: number,
  ): Promise<{ opdracht: string; uitkomst: OpdrachtUitkomst }> {
    const { partij, idempotentie } = van;
    const regio = regioVanLaan(laan);
    const op = this.#deps.now();
    const { id } = await this.store.saveCommand({ laan, regio, soort, partij, gegevens, idempotentie, op });
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
