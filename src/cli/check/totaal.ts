import type { Toets } from './toets.ts';

/** What was found of one rule in all files together. */
export interface RegelTotaal {
  readonly regel: string;
  readonly retourcode: string | null;
  aantal: number;
  bestanden: number;
  /** The first three places, as `file:line:column`. */
  readonly plaatsen: string[];
}

/** The counts of a whole call; its size is that of the catalogue of rules, not that of what was read. */
export class Totaal {
  geldig = 0;
  afgekeurd = 0;
  onleesbaar = 0;
  readonly #regels = new Map<string, RegelTotaal>();

  tel({ file, geldig, bevindingen }: Toets): void {
    if (geldig) this.geldig++;
    else this.afgekeurd++;
    const hier = new Set<RegelTotaal>();
    for (const { regel, retourcode, lijn, kolom } of bevindingen) {
      const sleutel = `${regel} ${retourcode}`;
      const totaal = this.#regels.get(sleutel) ?? { regel, retourcode, aantal: 0, bestanden: 0, plaatsen: [] };
      this.#regels.set(sleutel, totaal);
      totaal.aantal++;
      if (totaal.plaatsen.length < 3) totaal.plaatsen.push([file, lijn, kolom].filter((d) => d !== null).join(':'));
      hier.add(totaal);
    }
    for (const totaal of hier) totaal.bestanden++;
  }

  get getoetst(): number {
    return this.geldig + this.afgekeurd;
  }

  /** Most findings first. */
  regels(): readonly RegelTotaal[] {
    return [...this.#regels.values()].sort((a, b) => b.aantal - a.aantal || (a.regel < b.regel ? -1 : 1));
  }
}
