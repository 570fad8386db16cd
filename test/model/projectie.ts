import type {
  DeclaratieRecord,
  KennisData,
  PrestatieRecord,
  RegieRecord,
  Toewijzing,
  VerzoekRecord,
} from '../../src/rules/kennis.ts';
import type { KennisVraag } from '../../src/verdict/kennis-vraag.ts';
import type { Mutatie, Verdict } from '../../src/verdict/verdict.ts';
import type { Groep } from '../../src/xml/tree.ts';

/** Between whom something was exchanged. */
interface Partijen {
  readonly gemeente: string;
  readonly aanbieder: string;
}
type Bij<T> = T & { readonly tussen: Partijen };

export const clientSleutel = (bsn: string) => `client-${bsn}`;

/** What the store makes of verdicts, in memory: the mutations carried out, and the sets that a message asks for. */
export class Projectie {
  readonly #claims = new Map<string, string>();
  readonly toewijzingen = new Map<string, Toewijzing>();
  regie: Bij<RegieRecord>[] = [];
  readonly verzoeken = new Map<string, Bij<VerzoekRecord>>();
  readonly #declaraties: Bij<DeclaratieRecord>[] = [];
  readonly prestaties: Bij<PrestatieRecord>[] = [];
  readonly #gegevens = new Map<string, Groep>();

  /** Throws on a claim that another message holds: in the store that would be a conflict that no rule foresaw. */
  schrijf({ berichtId, claims, mutaties }: Verdict, tussen: Partijen): void {
    for (const { sleutel, eigenaar } of claims) {
      const houder = this.#claims.get(sleutel);
      if (houder !== undefined && houder !== eigenaar) throw new Error(`${berichtId} claims ${sleutel} of ${houder}`);
      this.#claims.set(sleutel, eigenaar);
    }
    for (const mutatie of mutaties) this.#voerUit(mutatie, tussen);
  }

  #voerUit(m: Mutatie, tussen: Partijen): void {
    if (m.soort === 'toewijzing') this.#nieuweVersie(m.toewijzing);
    else if (m.soort === 'client') this.#gegevens.set(`${tussen.aanbieder} ${m.gemeente} ${m.client}`, m.gegevens);
    else if (m.soort === 'regie') this.regie.push({ ...m.record, tussen });
    else if (m.soort === 'regie-verwijderd') this.regie = this.regie.filter((r) => !isZelfde(r, m.record, tussen));
    else if (m.soort === 'verzoek')
      this.verzoeken.set(`${tussen.aanbieder} ${m.verzoek.referentie}`, { ...m.verzoek, tussen });
    else if (m.soort === 'declaratie') this.#declaraties.push({ ...m.declaratie, tussen });
    else if (m.soort === 'prestatie') this.prestaties.push({ ...m.prestatie, tussen });
    else if (m.soort === 'verzoek-stand') {
      const sleutel = `${tussen.aanbieder} ${m.referentie}`;
      const verzoek = this.verzoeken.get(sleutel);
      if (verzoek !== undefined) this.verzoeken.set(sleutel, { ...verzoek, stand: m.stand, antwoorden: m.antwoorden });
    }
  }

  #nieuweVersie(toewijzing: Toewijzing): void {
    const moment = (t: Toewijzing) => `${t.toewijzingsdatum} ${t.toewijzingstijd}`;
    const nu = this.toewijzingen.get(toewijzing.sleutel);
    if (nu === undefined || moment(toewijzing) >= moment(nu)) this.toewijzingen.set(toewijzing.sleutel, toewijzing);
  }

  kennis(vraag: KennisVraag): KennisData {
    const clienten = Object.fromEntries(vraag.bsns.map((bsn) => [bsn, clientSleutel(bsn)]));
    const namen = new Set(Object.values(clienten));
    const hier = <T extends { readonly tussen: Partijen }>(items: Iterable<T>) =>
      [...items].filter(({ tussen: t }) => vraag.gemeenten.includes(t.gemeente) && t.aanbieder === vraag.aanbieder);
    const toewijzingen = [...this.toewijzingen.values()].filter(
      (t) =>
        vraag.gemeenten.includes(t.gemeente) &&
        t.aanbieder === vraag.aanbieder &&
        (namen.has(t.client) || vraag.toewijzingNummers.includes(t.nummer ?? -1)),
    );
    toewijzingen.sort((a, b) => volgens(a.ingangsdatum, b.ingangsdatum) || volgens(a.sleutel, b.sleutel));
    const sleutels = new Set<string | null>(toewijzingen.map((t) => t.sleutel));
    const genoemd = new Set<string | null>(vraag.prestatieReferenties);
    return {
      berichtId: vraag.berichtId,
      ontvangenOp: vraag.ontvangenOp.toISOString(),
      gemeenten: vraag.gemeenten,
      clienten,
      toewijzingen,
      regie: hier(this.regie).filter((r) => namen.has(r.client)),
      verzoeken: hier(this.verzoeken.values()).filter(
        (v) => namen.has(v.client) || vraag.referentiesAanbieder.includes(v.referentie),
      ),
      declaraties: vraag.declaraties ? hier(this.#declaraties) : [],
      prestaties: hier(vraag.declaraties ? this.prestaties : []).filter(
        (p) => sleutels.has(p.toewijzing) || genoemd.has(p.referentie) || genoemd.has(p.vorigeReferentie),
      ),
      claims: Object.fromEntries([...this.#claims].filter(([sleutel]) => vraag.claims.includes(sleutel))),
      clientGegevens: Object.fromEntries(
        [...namen].flatMap((client) => {
          const gegevens = this.#gegevens.get(`${vraag.aanbieder} ${vraag.gemeenten[0]} ${client}`);
          return gegevens === undefined ? [] : [[client, gegevens]];
        }),
      ),
      beantwoord: null,
    };
  }
}

const volgens = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function isZelfde(r: Bij<RegieRecord>, weg: RegieRecord, tussen: Partijen): boolean {
  return (
    r.tussen.gemeente === tussen.gemeente &&
    r.soort === weg.soort &&
    r.client === weg.client &&
    r.berichtId === weg.berichtId &&
    r.volgorde === weg.volgorde
  );
}
