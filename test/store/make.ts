import { createHash } from 'node:crypto';
import type { Claim } from '../../src/dossier/claim.ts';
import type { PrestatieRecord } from '../../src/dossier/prestatie.ts';
import type { RegieRecord } from '../../src/dossier/regie.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { newId } from '../../src/store/engine/uuid.ts';
import type { LaanWerk, TeSchrijven } from '../../src/store/lanes/contract.ts';
import type { Ontvangst } from '../../src/store/messages/contract.ts';
import type { Store } from '../../src/store/store.ts';
import type { KennisVraag } from '../../src/verdict/kennis-vraag.ts';
import type { Antwoord, Verdict } from '../../src/verdict/verdict.ts';

let teller = 0;
export const uniek = () => ++teller;

/** An aanbieder of its own for each test, so that tests share a store and nothing else. */
export function partijen(): { aanbieder: string; gemeente: string; laan: string } {
  const n = uniek();
  const aanbieder = String(42_000_000 + n);
  return { aanbieder, gemeente: String(1000 + n).slice(-4), laan: `AA-${aanbieder}` };
}

export function ontvangst(
  wie: { aanbieder: string; gemeente: string; laan: string },
  extra: Partial<Ontvangst> = {},
): Ontvangst {
  const bytes = extra.bytes ?? Buffer.from(`<Bericht nr="${uniek()}"/>`);
  return {
    bytes,
    sha256: createHash('sha256').update(bytes).digest(),
    partij: wie.aanbieder,
    type: 'JW315',
    release: '3.2',
    afzender: wie.aanbieder,
    ontvanger: wie.gemeente,
    identificatie: `I${teller}`,
    gemeente: wie.gemeente,
    aanbieder: wie.aanbieder,
    regio: 'AA',
    laan: wie.laan,
    ontvangenOp: new Date('2026-03-02T09:30:00.000Z'),
    via: 'http',
    transportId: null,
    door: 'sleutel-1',
    ...extra,
  };
}

export function verdict(werk: Pick<LaanWerk, 'kind' | 'id' | 'volgnummer'>, extra: Partial<Verdict> = {}): TeSchrijven {
  const heel: Verdict = {
    berichtId: werk.id,
    status: 'goedgekeurd',
    bevindingen: [],
    claims: [],
    mutaties: [],
    antwoorden: [],
    doorgeleverdAan: [],
    signalen: [],
    afsprakenVersie: 1,
    regelsVersie: 'r1',
    ...extra,
  };
  return {
    werk: { kind: werk.kind, id: werk.id, volgnummer: werk.volgnummer },
    verdict: heel,
    antwoorden: heel.antwoorden.map(() => ({ id: newId(), bytes: Buffer.from(`<Antwoord nr="${uniek()}"/>`) })),
  };
}

export function antwoord(wie: { aanbieder: string; gemeente: string }, extra: Partial<Antwoord> = {}): Antwoord {
  return {
    type: 'JW316',
    release: '3.2',
    inhoud: {},
    zender: wie.gemeente,
    ontvanger: wie.aanbieder,
    identificatie: `IG${uniek()}`,
    gemeente: wie.gemeente,
    aanbieder: wie.aanbieder,
    leverAan: [wie.aanbieder],
    ...extra,
  };
}

/** Stores a message and gives it back as the lane's work. */
export async function bewaar(
  store: Store,
  wie: { aanbieder: string; gemeente: string; laan: string },
  extra: Partial<Ontvangst> = {},
): Promise<{ kind: 'bericht'; id: string; volgnummer: number }> {
  const bewaard = await store.saveMessage(ontvangst(wie, extra));
  if (bewaard.kind === 'duplicate') throw new Error('a message of a test came in twice');
  return { kind: 'bericht', id: bewaard.id, volgnummer: bewaard.volgnummer };
}

/** Stores a message and writes this verdict on it; gives the id of the message. */
export async function beoordeel(
  store: Store,
  wie: { aanbieder: string; gemeente: string; laan: string },
  extra: Partial<Verdict> | ((id: string) => Partial<Verdict>),
  ontvangen: Partial<Ontvangst> = {},
): Promise<string> {
  const werk = await bewaar(store, wie, ontvangen);
  const inhoud = typeof extra === 'function' ? extra(werk.id) : extra;
  const uitslag = await store.writeVerdicts(wie.laan, werk.volgnummer - 1, [verdict(werk, inhoud)]);
  if (uitslag.kind !== 'written') throw new Error(`a verdict of a test was ${uitslag.kind}`);
  return werk.id;
}

export function vraag(wie: { aanbieder: string; gemeente: string }, extra: Partial<KennisVraag> = {}): KennisVraag {
  return {
    berichtId: newId(),
    ontvangenOp: new Date('2026-03-02T09:30:00.000Z'),
    gemeenten: [wie.gemeente],
    aanbieder: wie.aanbieder,
    bsns: [],
    toewijzingNummers: [],
    alleToewijzingen: true,
    referentiesAanbieder: [],
    prestatieReferenties: [],
    declaraties: false,
    verzoeken: true,
    clientGegevens: true,
    claims: [],
    declaratieNummers: [],
    beantwoordt: null,
    ...extra,
  };
}

export function toewijzing(wie: { aanbieder: string; gemeente: string }, extra: Partial<Toewijzing> = {}): Toewijzing {
  return {
    sleutel: newId(),
    gemeente: wie.gemeente,
    aanbieder: wie.aanbieder,
    client: 'client-a',
    nummer: uniek(),
    categorie: '45',
    code: '45A01',
    ingangsdatum: '2026-01-01',
    einddatum: '2026-12-31',
    toewijzingsdatum: '2026-01-01',
    toewijzingstijd: '10:00:00',
    redenWijziging: null,
    volume: 120,
    eenheid: '01',
    frequentie: '6',
    budget: null,
    referentieAanbieder: null,
    berichtId: newId(),
    voorlopig: false,
    signaalbudget: null,
    ...extra,
  };
}

export function regie(extra: Partial<RegieRecord> = {}): RegieRecord {
  return {
    soort: 'start',
    client: 'client-a',
    toewijzingNummer: 1,
    categorie: '45',
    code: '45A01',
    begindatum: '2026-01-05',
    einddatum: null,
    redenBeeindiging: null,
    toewijzingIngangsdatum: '2026-01-01',
    berichtId: newId(),
    volgorde: 1,
    ...extra,
  };
}

export function verzoek(extra: Partial<VerzoekRecord> = {}): VerzoekRecord {
  return {
    referentie: `R${uniek()}`,
    soort: 'VOT',
    client: 'client-a',
    stand: 'open',
    antwoorden: 0,
    berichtId: newId(),
    release: '3.2',
    dagtekening: '2026-02-01',
    ingangsdatum: '2026-02-01',
    ...extra,
  };
}

export function prestatie(extra: Partial<PrestatieRecord> = {}): PrestatieRecord {
  return {
    referentie: `P${uniek()}`,
    vorigeReferentie: null,
    toewijzing: null,
    toewijzingNummer: 1,
    client: 'client-a',
    categorie: '45',
    code: '45A01',
    begin: '2026-01-01',
    einde: '2026-01-31',
    volume: 60,
    eenheid: '01',
    tarief: 150,
    bedrag: 9000,
    debetCredit: 'D',
    stand: 'toegekend',
    berichtId: newId(),
    ...extra,
  };
}

export function claim(sleutel: string, eigenaar: string): Claim {
  return { sleutel, eigenaar };
}
