import type { Clienten, Prestatie } from '../../bericht.ts';
import { isEigen } from '../../wereld.ts';
import type { Geboekt, Versie } from '../gegevens.ts';
import type { Stand } from '../stand.ts';

export interface Regel extends Prestatie {
  readonly bsn: string;
}

/** What is judged, and how its release judges a line: the names of the rules that it breaks. */
export interface Zaak {
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly clienten: Clienten;
  readonly stand: Stand;
  readonly versie: (p: Regel) => Versie | undefined;
  readonly credit: (p: Regel, voor: readonly Geboekt[]) => string[];
  readonly debet: (p: Regel, voor: readonly Geboekt[]) => string[];
}

/** Lines one by one, credits before debets; each sees what was taken up before it. */
export class Keuring {
  readonly goed: Geboekt[] = [];
  readonly fouten = new Map<Prestatie, string[]>();
  readonly #geweigerd: ReadonlySet<string>;
  readonly #zaak: Zaak;

  constructor(zaak: Zaak) {
    const { gemeente, aanbieder, clienten, stand, versie, credit, debet } = zaak;
    this.#zaak = zaak;
    this.#geweigerd = vreemden(clienten, stand.van(gemeente, aanbieder));
    const regels = clienten.flatMap(({ bsn, prestaties }) => prestaties.map((bron) => ({ bron, p: { ...bron, bsn } })));
    const eerder = stand.geboekt.filter((g) => g.aanbieder === aanbieder);
    const hier = eerder.filter((g) => g.gemeente === gemeente);
    for (const { bron, p } of [...regels.filter(({ p }) => p.dc === 'C'), ...regels.filter(({ p }) => p.dc === 'D')]) {
      if (this.#geweigerd.has(p.bsn)) continue;
      const voor = [...hier, ...this.goed];
      const fout = p.dc === 'C' ? credit(p, hier) : debet(p, voor);
      const vaker = regels.filter((r) => r.p.referentie === p.referentie).length > 1;
      if (vaker || eerder.some((g) => g.referentie === p.referentie)) fout.push('TR314');
      if (fout.length > 0) this.fouten.set(bron, fout);
      else {
        // A refused debet leaves its number free, so that a credit may have the number that this one takes back.
        const debet = hier.findLast((d) => d.dc === 'D' && d.referentie === p.vorige);
        const op = p.dc === 'C' ? (debet?.op ?? null) : (versie(p)?.sleutel ?? null);
        this.goed.push({
          ...p,
          gemeente,
          aanbieder,
          bericht: stand.nu,
          op,
          stand: isEigen(gemeente) ? 'voorlopig' : 'toegekend',
        });
      }
    }
  }

  get status(): string {
    if (this.#genoemd.length === 0) return 'goedgekeurd';
    return this.goed.length === 0 ? 'afgekeurd' : 'deels-goedgekeurd';
  }

  get toegekend(): number {
    return this.goed.reduce((som, p) => som + metTeken(p), 0);
  }

  /** The lines that are refused, in order. */
  get #genoemd(): readonly (Prestatie & { readonly client: boolean })[] {
    return this.#zaak.clienten.flatMap(({ bsn, prestaties }) => {
      const client = this.#geweigerd.has(bsn);
      return prestaties.filter((p) => client || this.fouten.has(p)).map((p) => ({ ...p, client }));
    });
  }

  get referenties(): string[] {
    return this.#genoemd.map((p) => p.referentie);
  }

  /**
   * Kept by iJW 2.3 alone, which tells the credit of a refused line from that of an unknown one; of two with one number
   * the last.
   */
  geweigerdeDebets(versie: Zaak['versie']): Geboekt[] {
    const { gemeente, aanbieder, stand } = this.#zaak;
    const wie = { gemeente, aanbieder, bericht: stand.nu, stand: 'afgewezen' } as const;
    const debets = this.#zaak.clienten.flatMap(({ bsn, prestaties }) =>
      prestaties
        .filter((p) => p.dc === 'D' && (this.#geweigerd.has(bsn) || this.fouten.has(p)))
        .filter((p) => this.fouten.get(p)?.includes('TR314') !== true)
        .map((p) => ({ ...p, ...wie, bsn, op: versie({ ...p, bsn })?.sleutel ?? null })),
    );
    return debets.filter((p, i) => !debets.some((q, j) => j > i && q.referentie === p.referentie));
  }

  /** Clients with something refused, and the refused lines, with their codes. */
  codes(codesVan: (regels: readonly string[]) => string[]): string[] {
    return this.#zaak.clienten.flatMap(({ bsn, prestaties }) => {
      const client = this.#geweigerd.has(bsn);
      const regels = prestaties.flatMap((p) => {
        const fout = this.fouten.get(p);
        return client ? ['Prestatie 0233'] : fout === undefined ? [] : [`Prestatie ${codesVan(fout).join(' ')}`];
      });
      return regels.length === 0 ? [] : [`Client ${client ? '8187' : '0200'}`, ...regels];
    });
  }
}

export const metTeken = ({ bedrag, dc }: Prestatie) => (dc === 'D' ? bedrag : -bedrag);

/** TR304: nobody whom this aanbieder has something for, or with a line on what is somebody else's. */
function vreemden(clienten: Clienten, eigen: readonly Versie[]): Set<string> {
  const vreemd = clienten.filter(
    ({ bsn, prestaties }) =>
      !eigen.some((v) => v.bsn === bsn) ||
      prestaties.some((p) => eigen.some((v) => p.nummer !== null && v.nummer === p.nummer && v.bsn !== bsn)),
  );
  return new Set(vreemd.map((c) => c.bsn));
}
