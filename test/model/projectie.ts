import type { DeclaratieRecord } from '../../src/dossier/declaratie.ts';
import type { PrestatieRecord } from '../../src/dossier/prestatie.ts';
import type { RegieRecord } from '../../src/dossier/regie.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { metAntwoordIds } from '../../src/verdict/antwoord-id.ts';
import type { Mutatie, Verdict } from '../../src/verdict/verdict.ts';
import type { Groep } from '../../src/xml/tree.ts';

/** Between whom something was exchanged. */
interface Partijen {
  readonly gemeente: string;
  readonly aanbieder: string;
}
type Bij<T> = T & { readonly tussen: Partijen };

export interface Bewaard extends Partijen {
  readonly id: string;
  readonly type: string;
  readonly release: string;
  readonly partij: string;
  readonly identificatie: string;
  readonly status: string;
  /** It went on to whom it was for. */
  readonly bezorgd: boolean;
  readonly bytes: Uint8Array;
  readonly inAntwoordOp: string | null;
}

/** What the store makes of verdicts, in memory: messages and claims kept, mutations carried out in its order. */
export class Projectie {
  readonly claims = new Map<string, string>();
  readonly berichten: Bewaard[] = [];
  readonly #versies: { readonly sleutel: string; toewijzing: Toewijzing; verworpen: boolean }[] = [];
  readonly toewijzingen = new Map<string, Toewijzing>();
  /** Removed ones too. */
  readonly alleRegie: { readonly record: Bij<RegieRecord>; verwijderdDoor: string | null }[] = [];
  readonly verzoeken = new Map<string, Bij<VerzoekRecord> & { readonly beslistDoor: string | null }>();
  declaraties: Bij<DeclaratieRecord>[] = [];
  readonly prestaties = new Map<string, Bij<PrestatieRecord>>();
  readonly gegevens = new Map<string, Groep>();

  get regie(): Bij<RegieRecord>[] {
    return this.alleRegie.filter((r) => r.verwijderdDoor === null).map((r) => r.record);
  }

  /** Throws on a claim that another message holds: in the store that would be a conflict that no rule foresaw. */
  schrijf(bericht: Bewaard, zonderIds: Verdict, antwoorden: readonly Uint8Array[]): void {
    const ids = zonderIds.antwoorden.map((_, i) => `${bericht.id}/${i}`);
    const verdict = metAntwoordIds(zonderIds, ids);
    for (const { sleutel, eigenaar } of verdict.claims) {
      const houder = this.claims.get(sleutel) ?? eigenaar;
      if (houder !== eigenaar) throw new Error(`${bericht.id} claims ${sleutel} of ${houder}`);
      this.claims.set(sleutel, eigenaar);
    }
    this.berichten.push(bericht);
    verdict.antwoorden.forEach((a, i) => {
      const kop = {
        id: ids[i] ?? '',
        partij: a.zender,
        status: 'goedgekeurd',
        bezorgd: true,
        bytes: antwoorden[i] ?? new Uint8Array(),
      };
      this.berichten.push({ ...a, ...kop, inAntwoordOp: bericht.id });
    });
    const laatst: readonly Mutatie['soort'][] = ['verzoek-stand', 'definitief', 'claim-vrij', 'nummer-vrij'];
    const rang = (m: Mutatie) => laatst.indexOf(m.soort);
    for (const m of verdict.mutaties.toSorted((a, b) => rang(a) - rang(b))) this.#voerUit(m, bericht);
  }

  #voerUit(m: Mutatie, { id, gemeente, aanbieder }: Bewaard): void {
    const tussen = { gemeente, aanbieder };
    if (m.soort === 'toewijzing') {
      this.#versies.push({ sleutel: m.toewijzing.sleutel, toewijzing: m.toewijzing, verworpen: false });
      this.#neemNieuwste(m.toewijzing.sleutel);
    } else if (m.soort === 'client') this.gegevens.set(`${aanbieder} ${m.gemeente} ${m.client}`, m.gegevens);
    else if (m.soort === 'regie') this.alleRegie.push({ record: { ...m.record, tussen }, verwijderdDoor: null });
    else if (m.soort === 'regie-verwijderd') {
      for (const r of this.alleRegie) if (isZelfde(r.record, m.record)) r.verwijderdDoor ??= id;
    } else if (m.soort === 'verzoek') {
      this.verzoeken.set(`${aanbieder} ${m.verzoek.referentie}`, { ...m.verzoek, tussen, beslistDoor: null });
    } else if (m.soort === 'declaratie') this.declaraties.push({ ...m.declaratie, tussen });
    else if (m.soort === 'prestatie') this.#boek({ ...m.prestatie, tussen }, id);
    else if (m.soort === 'verzoek-stand') {
      const sleutel = `${aanbieder} ${m.referentie}`;
      const verzoek = this.verzoeken.get(sleutel);
      const { stand, antwoorden } = m;
      if (verzoek !== undefined) this.verzoeken.set(sleutel, { ...verzoek, stand, antwoorden, beslistDoor: id });
    } else if (m.soort === 'definitief') {
      if (m.aanvaard) this.#aanvaard(m.beantwoordId);
      else this.#verwerp(m.beantwoordId);
    } else if (m.soort === 'claim-vrij') {
      if (this.claims.get(m.claim.sleutel) === m.claim.eigenaar) this.claims.delete(m.claim.sleutel);
    } else if (m.soort === 'nummer-vrij') {
      const heeft = [...this.toewijzingen.values()].some((t) => t.gemeente === m.gemeente && t.nummer === m.nummer);
      if (!heeft) this.claims.delete(m.sleutel);
    }
  }

  /** An answer gives a known line another stand and amount; of two refused lines with one number the last is kept. */
  #boek(p: Bij<PrestatieRecord>, door: string): void {
    const sleutel = `${p.berichtId} ${p.referentie}`;
    const oud = this.prestaties.get(sleutel);
    const isAntwoord = oud !== undefined && p.berichtId !== door;
    this.prestaties.set(sleutel, isAntwoord ? { ...oud, stand: p.stand, bedrag: p.bedrag } : p);
  }

  #neemNieuwste(sleutel: string): void {
    const moment = (t: Toewijzing) => `${t.toewijzingsdatum} ${t.toewijzingstijd}`;
    const geldig = this.#versies.filter((v) => v.sleutel === sleutel && !v.verworpen).map((v) => v.toewijzing);
    const [eerste, ...rest] = geldig;
    if (eerste === undefined) this.toewijzingen.delete(sleutel);
    else
      this.toewijzingen.set(
        sleutel,
        rest.reduce((a, b) => (moment(b) >= moment(a) ? b : a), eerste),
      );
  }

  #zetStand(id: string, stand: PrestatieRecord['stand']): void {
    for (const [sleutel, p] of this.prestaties) {
      if (p.berichtId === id && p.stand === 'voorlopig') this.prestaties.set(sleutel, { ...p, stand });
    }
  }

  #aanvaard(id: string): void {
    for (const v of this.#versies) {
      if (v.toewijzing.berichtId !== id) continue;
      v.toewijzing = { ...v.toewijzing, voorlopig: false };
      this.#neemNieuwste(v.sleutel);
    }
    this.#zetStand(id, 'toegekend');
  }

  #verwerp(id: string): void {
    for (const v of this.#versies) {
      if (v.toewijzing.berichtId !== id) continue;
      v.verworpen = true;
      this.#neemNieuwste(v.sleutel);
    }
    this.#zetStand(id, 'afgewezen');
    for (const r of this.alleRegie) {
      if (r.record.berichtId === id) r.verwijderdDoor = id;
      else if (r.verwijderdDoor === id) r.verwijderdDoor = null;
    }
    for (const [sleutel, v] of this.verzoeken) {
      if (v.berichtId === id && (v.stand === 'open' || v.stand === 'onderzoek')) this.verzoeken.delete(sleutel);
    }
    this.declaraties = this.declaraties.filter((d) => d.berichtId !== id);
  }
}

function isZelfde(r: RegieRecord, weg: RegieRecord): boolean {
  return (
    r.soort === weg.soort && r.client === weg.client && r.berichtId === weg.berichtId && r.volgorde === weg.volgorde
  );
}
