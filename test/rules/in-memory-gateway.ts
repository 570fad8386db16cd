import type { Afspraken } from '../../src/agreements/afspraken.ts';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { BeantwoordBericht } from '../../src/dossier/beantwoord.ts';
import type { PrestatieRecord } from '../../src/dossier/prestatie.ts';
import type { RegieRecord } from '../../src/dossier/regie.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import type { ElementPath } from '../../src/standard/path.ts';
import { beoordeel } from '../../src/verdict/beoordeel.ts';
import { type KennisVraag, kennisVraagVan } from '../../src/verdict/kennis-vraag.ts';
import { nummersUit } from '../../src/verdict/nummers.ts';
import type { Mutatie, Verdict } from '../../src/verdict/verdict.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { partijenVan } from '../../src/xml/partijen.ts';
import { metPositie } from '../../src/xml/read/position-index.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import type { Bericht, Groep } from '../../src/xml/tree.ts';
import { waardeVan } from '../../src/xml/tree.ts';

/** Under which gemeentecode and by which message something became known. */
type Bij<T> = T & { readonly onder: string };
type Van<S extends Mutatie['soort'], K extends string> =
  Extract<Mutatie, { soort: S }> extends Record<K, infer R> ? R : never;

/** The message as it was received, with what was made of it. */
export interface Ontvangen {
  readonly bericht: Bericht;
  readonly verdict: Verdict;
  /** What was known when it was judged. */
  readonly kennis: KennisData;
}

/** A whole gateway for one aanbieder, without store or clock: the pure functions and the little they need to remember. */
export class InMemoryGateway {
  readonly afspraken: Afspraken;
  readonly #ontvangenOp: string;
  readonly #ontvangen: (Ontvangen & { readonly id: string; readonly beantwoordt: string | null })[] = [];
  readonly #claims = new Map<string, string>();
  readonly #toewijzingen = new Map<string, Toewijzing>();
  readonly #clienten = new Map<string, Groep>();
  readonly #prestaties = new Map<string, Bij<PrestatieRecord>>();
  readonly #verzoeken = new Map<string, Bij<Van<'verzoek', 'verzoek'>>>();
  #regie: Bij<Van<'regie', 'record'>>[] = [];
  readonly #declaraties: Bij<Van<'declaratie', 'declaratie'>>[] = [];

  constructor(document: AfsprakenDocument, vandaag: string) {
    this.afspraken = maakAfspraken(document, 1);
    this.#ontvangenOp = `${vandaag}T11:00:00.000Z`;
  }

  /** Takes in a message as it would arrive; throws when the gate refuses it. */
  ontvang(bytes: Uint8Array): Ontvangen {
    const poort = gate(bytes);
    if (poort.kind === 'refused') throw new Error(`gate: ${poort.bevindingen.map((b) => b.melding).join(' | ')}`);
    const bericht = readBericht(bytes, poort.type, poort.release);
    const id = `bericht-${this.#ontvangen.length + 1}`;
    const ontvangenOp = new Date(this.#ontvangenOp);
    const kennis = this.#kennis(kennisVraagVan(bericht, { berichtId: id, ontvangenOp, afspraken: this.afspraken }));
    const nummers = nummersUit({ identificatie: 1, toewijzing: {} });
    const kaal = beoordeel({ bericht, kennis, afspraken: this.afspraken, nummers, regelsVersie: '1.0.0' });
    const verdict = { ...kaal, bevindingen: metPositie(kaal.bevindingen, bytes) };
    this.#neem(bericht, verdict);
    this.#ontvangen.push({ bericht, verdict, kennis, id, beantwoordt: kennis.beantwoord?.id ?? null });
    return { bericht, verdict, kennis };
  }

  #neem(bericht: Bericht, { claims, mutaties }: Verdict): void {
    const onder = partijenVan(bericht).gemeente;
    for (const { sleutel, eigenaar } of claims) if (!this.#claims.has(sleutel)) this.#claims.set(sleutel, eigenaar);
    for (const mutatie of mutaties) this.#voer(mutatie, onder);
  }

  #voer(m: Mutatie, onder: string): void {
    if (m.soort === 'toewijzing') this.#nieuweVersie(m.toewijzing);
    else if (m.soort === 'client') this.#clienten.set(m.client, m.gegevens);
    else if (m.soort === 'regie') this.#regie.push({ ...m.record, onder });
    else if (m.soort === 'regie-verwijderd') this.#regie = this.#regie.filter((r) => !isZelfdeRecord(r, m.record));
    else if (m.soort === 'verzoek') this.#verzoeken.set(m.verzoek.referentie, { ...m.verzoek, onder });
    else if (m.soort === 'declaratie') this.#declaraties.push({ ...m.declaratie, onder });
    // A refused line may have the reference of one that was granted in another message.
    else if (m.soort === 'prestatie')
      this.#prestaties.set(`${m.prestatie.berichtId}|${m.prestatie.referentie}`, { ...m.prestatie, onder });
    else if (m.soort === 'verzoek-stand') {
      const verzoek = this.#verzoeken.get(m.referentie);
      if (verzoek !== undefined)
        this.#verzoeken.set(m.referentie, { ...verzoek, stand: m.stand, antwoorden: m.antwoorden });
    }
  }

  #nieuweVersie(toewijzing: Toewijzing): void {
    const moment = ({ toewijzingsdatum, toewijzingstijd }: Toewijzing) => `${toewijzingsdatum} ${toewijzingstijd}`;
    const nu = this.#toewijzingen.get(toewijzing.sleutel);
    if (nu === undefined || moment(toewijzing) >= moment(nu)) this.#toewijzingen.set(toewijzing.sleutel, toewijzing);
  }

  #kennis(vraag: KennisVraag): KennisData {
    const clienten = Object.fromEntries(vraag.bsns.map((bsn) => [bsn, `client-${bsn}`]));
    const namen = new Set(Object.values(clienten));
    const hier = <T extends { readonly onder: string }>(items: Iterable<T>) =>
      [...items].filter((item) => vraag.gemeenten.includes(item.onder));
    const toewijzingen = [...this.#toewijzingen.values()].filter(
      (t) =>
        vraag.gemeenten.includes(t.gemeente) &&
        ((vraag.alleToewijzingen && namen.has(t.client)) || vraag.toewijzingNummers.includes(t.nummer ?? -1)),
    );
    const sleutels = new Set<string | null>(toewijzingen.map((t) => t.sleutel));
    const genoemd = new Set<string | null>(vraag.prestatieReferenties);
    return {
      berichtId: vraag.berichtId,
      ontvangenOp: this.#ontvangenOp,
      gemeenten: vraag.gemeenten,
      clienten,
      toewijzingen,
      regie: hier(this.#regie).filter((r) => namen.has(r.client)),
      verzoeken: hier(vraag.verzoeken ? this.#verzoeken.values() : []).filter(
        (v) => namen.has(v.client) || vraag.referentiesAanbieder.includes(v.referentie),
      ),
      declaraties: vraag.declaraties ? hier(this.#declaraties) : [],
      prestaties: hier(vraag.declaraties ? this.#prestaties.values() : []).filter(
        (p) => sleutels.has(p.toewijzing) || genoemd.has(p.referentie) || genoemd.has(p.vorigeReferentie),
      ),
      claims: Object.fromEntries([...this.#claims].filter(([sleutel]) => vraag.claims.includes(sleutel))),
      clientGegevens: Object.fromEntries(
        [...this.#clienten].filter(([client]) => vraag.clientGegevens && namen.has(client)),
      ),
      beantwoord: this.#beantwoord(vraag.beantwoordt),
    };
  }

  #beantwoord(gezocht: KennisVraag['beantwoordt']): BeantwoordBericht | null {
    if (gezocht === null) return null;
    const heen = this.#ontvangen.findLast(
      ({ bericht, verdict }) =>
        bericht.type === gezocht.type &&
        partijenVan(bericht).zender === gezocht.zender &&
        ['goedgekeurd', 'deels-goedgekeurd'].includes(verdict.status) &&
        NAMEN.some((pad) => waardeVan(bericht.inhoud, pad) === gezocht.identificatie),
    );
    if (heen === undefined) return null;
    const { type, release, inhoud } = heen.bericht;
    const alBeantwoord = this.#ontvangen.some(
      (o) =>
        o.beantwoordt === heen.id && o.bericht.type === MESSAGES[type].antwoord && o.verdict.status === 'goedgekeurd',
    );
    return { id: heen.id, type, release, alBeantwoord, inhoud };
  }
}

/** Volgorde counts per client: another child may have a record with the same one. */
function isZelfdeRecord(a: RegieRecord, b: RegieRecord): boolean {
  return a.client === b.client && a.berichtId === b.berichtId && a.volgorde === b.volgorde;
}

/** By what an answer names a message. */
const NAMEN: readonly ElementPath[] = [
  'Header/BerichtIdentificatie/Identificatie',
  'Declaratie/DeclaratieNummer',
  'Header/DeclaratieFactuurIdentificatie/DeclarantFactuurNummer',
];
