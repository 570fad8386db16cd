import type { BeantwoordBericht } from '../dossier/beantwoord.ts';
import type { ClientSleutel } from '../dossier/client-sleutel.ts';
import type { DeclaratieRecord } from '../dossier/declaratie.ts';
import type { PrestatieRecord } from '../dossier/prestatie.ts';
import type { RegieRecord } from '../dossier/regie.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { VerzoekRecord } from '../dossier/verzoek.ts';
import { groepeer } from '../standard/groepeer.ts';
import type { Groep } from '../xml/tree.ts';
import type { KennisData } from './kennis.ts';

/** The look-ups that rules see in place of queries. */
export interface Kennis {
  readonly data: KennisData;
  readonly berichtId: string;
  readonly ontvangenOp: Date;
  client(bsn: string): ClientSleutel;
  /** By ToewijzingNummer, under the header's gemeentecode first, then its predecessors. */
  toewijzing(nummer: number): Toewijzing | undefined;
  /**
   * By Ingangsdatum, then without a number before with one, then by number and product: a line of iJW 2.3 that fits two as
   * well goes to the first, so the order is told by what they say.
   */
  toewijzingenVan(client: ClientSleutel): readonly Toewijzing[];
  regieVan(client: ClientSleutel): readonly RegieRecord[];
  verzoek(referentie: string): VerzoekRecord | undefined;
  verzoekenVan(client: ClientSleutel): readonly VerzoekRecord[];
  prestatie(referentie: string): PrestatieRecord | undefined;
  /** On the toewijzing with this sleutel. */
  prestatiesOp(toewijzing: string): readonly PrestatieRecord[];
  /** Accepted or provisional credits of this ReferentieNummer. */
  creditsVan(referentie: string): readonly PrestatieRecord[];
  readonly declaraties: readonly DeclaratieRecord[];
  /** Owner of a claim, undefined when it is free. */
  claim(sleutel: string): string | undefined;
  clientGegevens(client: ClientSleutel): Groep | undefined;
  readonly beantwoord: BeantwoordBericht | null;
}

export function maakKennis(data: KennisData): Kennis {
  const opNummer = new Map<number, Toewijzing>();
  const rang = (t: Toewijzing) => data.gemeenten.indexOf(t.gemeente);
  for (const t of data.toewijzingen) {
    if (t.nummer === null) continue;
    const eerder = opNummer.get(t.nummer);
    if (eerder === undefined || rang(t) < rang(eerder)) opNummer.set(t.nummer, t);
  }
  const perClient = groepeer(data.toewijzingen, (t) => t.client);
  const regie = groepeer(data.regie, (r) => r.client);
  const verzoeken = new Map(data.verzoeken.map((v) => [v.referentie, v]));
  const verzoekenPerClient = groepeer(data.verzoeken, (v) => v.client);
  const prestaties = new Map(data.prestaties.filter((p) => p.stand !== 'afgewezen').map((p) => [p.referentie, p]));
  const opToewijzing = groepeer(data.prestaties, (p) => p.toewijzing);
  const geldigeCredits = data.prestaties.filter((p) => p.debetCredit === 'C' && p.stand !== 'afgewezen');
  // Looked up for every line of a declaratie, mostly in vain: a plain object is slow at telling that it has no such key.
  const claims = new Map(Object.entries(data.claims));
  const credits = groepeer(geldigeCredits, (p) => p.vorigeReferentie);
  return {
    data,
    berichtId: data.berichtId,
    ontvangenOp: new Date(data.ontvangenOp),
    client(bsn) {
      const sleutel = data.clienten[bsn];
      if (sleutel === undefined) throw new Error('a BSN was not hashed before judging');
      return sleutel;
    },
    toewijzing: (nummer) => opNummer.get(nummer),
    toewijzingenVan: (client) => perClient.get(client) ?? [],
    regieVan: (client) => regie.get(client) ?? [],
    verzoek: (referentie) => verzoeken.get(referentie),
    verzoekenVan: (client) => verzoekenPerClient.get(client) ?? [],
    prestatie: (referentie) => prestaties.get(referentie),
    prestatiesOp: (toewijzing) => opToewijzing.get(toewijzing) ?? [],
    creditsVan: (referentie) => credits.get(referentie) ?? [],
    declaraties: data.declaraties,
    claim: (sleutel) => claims.get(sleutel),
    clientGegevens: (client) => data.clientGegevens[client],
    beantwoord: data.beantwoord,
  };
}
