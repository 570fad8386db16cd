import type { NumberSource } from '../judging/number-source.ts';
import type { LaanStore, LaanWerk, TeSchrijven } from '../store/lanes/contract.ts';

/** `conflict`: somebody else owns a claim, judge again. `overtaken`: another worker moved the lane, drop the verdicts. */
export type Written = 'written' | 'conflict' | 'overtaken';

export interface CursorDeps {
  readonly store: Pick<LaanStore, 'writeVerdicts' | 'quarantine'>;
  readonly numbers: Pick<NumberSource, 'taken'>;
}

/** How far a turn has come in its lane. Each write is a compare-and-set on that position. */
export class LaneCursor {
  readonly laan: string;
  readonly #deps: CursorDeps;
  #position: number;

  constructor(laan: string, position: number, deps: CursorDeps) {
    this.laan = laan;
    this.#position = position;
    this.#deps = deps;
  }

  isPast({ volgnummer }: { readonly volgnummer: number }): boolean {
    return volgnummer <= this.#position;
  }

  async write(verdicts: readonly TeSchrijven[]): Promise<Written> {
    const outcome = await this.#deps.store.writeVerdicts(this.laan, this.#position, verdicts);
    if (outcome.kind === 'conflict') this.#deps.numbers.taken(outcome.claims);
    if (outcome.kind !== 'written') return outcome.kind;
    this.#position = verdicts.at(-1)?.werk.volgnummer ?? this.#position;
    return 'written';
  }

  /** The lane goes on without this one. */
  async quarantine(werk: LaanWerk, reason: string, strijdig: string | null): Promise<'written' | 'overtaken'> {
    const { kind } = await this.#deps.store.quarantine(this.laan, this.#position, werk, reason, strijdig);
    if (kind === 'overtaken') return kind;
    this.#position = werk.volgnummer;
    return 'written';
  }
}
