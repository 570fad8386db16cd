import type { Sleutel } from '../access/keys/contract.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { ToewijzingBeeld } from '../gateway/dossiers.ts';
import type { BerichtBeeld, BerichtRegel } from '../gateway/messages.ts';
import type { Uitgaand } from '../gateway/outgoing.ts';
import type { SignaalBeeld } from '../gateway/signals.ts';
import type { TermijnBeeld } from '../gateway/terms.ts';
import type { WerkbakBeeld } from '../gateway/werkbak.ts';
import { percentageVan } from '../signaalbudget/ledger.ts';
import { kenmerkVeld, kenmerkVeldOfNull } from '../xml/kenmerk.ts';

/** A message as the API shows it (docs/api.md). */
export function toonBericht(b: BerichtBeeld) {
  return {
    id: b.id,
    type: b.type,
    release: b.release,
    afzender: partijCode(b.afzender),
    ontvanger: partijCode(b.ontvanger),
    identificatie: kenmerkVeldOfNull(b.identificatie),
    regio: b.regio,
    status: b.status,
    ontvangenOp: b.ontvangenOp,
    beoordeeldOp: b.beoordeeldOp,
    afsprakenVersie: b.afsprakenVersie,
    bevindingen: b.bevindingen,
    antwoorden: b.antwoorden.map(({ id, type, ontvanger }) => ({ id, type, ontvanger })),
    afleveringen: b.afleveringen.map(toonAflevering),
    inAntwoordOp: b.inAntwoordOp,
    via: b.via,
    transportId: kenmerkVeldOfNull(b.transportId),
  };
}

export function toonAflevering(a: BerichtBeeld['afleveringen'][number]) {
  const { id, partij, kanaal, status, op, pogingen, fout } = a;
  return { id, partij, kanaal, status, op, pogingen, fout };
}

/** A message in a list: the first of its findings, and how many there are of each rule. */
export function toonBerichtRegel(b: BerichtRegel) {
  const { aantalBevindingen, perRegel, aantalAntwoorden } = b;
  return { ...toonBericht(b), aantalBevindingen, perRegel, aantalAntwoorden };
}

export function toonUitgaand(u: Uitgaand) {
  const { id, type, afzender, ontvanger, inAntwoordOp, op } = u;
  return { id, type, afzender: partijCode(afzender), ontvanger: partijCode(ontvanger), inAntwoordOp, op };
}

/** A header that nobody judged may hold anything in the place of a code; null when it is none. */
function partijCode(code: string | null): string | null {
  return code !== null && /^\d{4}(?:\d{4})?$/.test(code) ? code : null;
}

/** Without the keys that only the gateway uses: the toewijzing's own and the hash that stands for the client. */
function toonVersie(t: Toewijzing) {
  const { sleutel: _sleutel, client: _client, signaalbudget: _budget, ...rest } = t;
  return { ...rest, referentieAanbieder: kenmerkVeldOfNull(t.referentieAanbieder) };
}

/** Current version, history, and how much of the signaalbudget was used: eurocents and whole tenths of a percent. */
export function toonToewijzing(t: ToewijzingBeeld) {
  const budget = t.huidig.signaalbudget;
  return {
    gemeente: t.huidig.gemeente,
    aanbieder: t.huidig.aanbieder,
    toewijzingNummer: t.huidig.nummer,
    huidig: toonVersie(t.huidig),
    historie: t.historie.map(toonVersie),
    signaalbudget:
      budget === null
        ? null
        : {
            soort: budget.soort,
            bedrag: budget.bedrag,
            gebruikt: t.gebruikt,
            percentage: percentageVan(t.gebruikt, budget.bedrag),
          },
  };
}

export function toonTermijn(t: TermijnBeeld) {
  return { ...t, referentie: kenmerkVeldOfNull(t.referentie) };
}

export function toonSignaal(s: SignaalBeeld) {
  const { id, soort, gemeente, aanbieder, toewijzingNummer, percentage: procent, melding, op, stand, standOp } = s;
  return { id, soort, gemeente, aanbieder, toewijzingNummer, percentage: procent, melding, op, stand, standOp };
}

export function toonWerkbakItem(w: WerkbakBeeld) {
  const { id, gemeente, aanbieder, referentie, soort, redenen, berichtId, op, termijn } = w;
  return { id, gemeente, aanbieder, referentie: kenmerkVeld(referentie), soort, redenen, berichtId, op, termijn };
}

export function toonSleutel(s: Sleutel) {
  const { id, naam, rol, partij, partijen, regios, alleenLezen, geldigTot, gemaaktOp } = s;
  const { laatstGebruiktOp, staart, beeindigdOp } = s;
  const wie = { id, naam, rol, partij, regios, gemaaktOp, partijen, alleenLezen, geldigTot };
  return { ...wie, laatstGebruiktOp, staart, beeindigdOp };
}
