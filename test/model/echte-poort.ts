import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { JudgeDesk } from '../../src/pipeline/judge-desk.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { ModelBericht, Uitkomst } from './bericht.ts';
import { leesAntwoord } from './lees.ts';
import { clientSleutel, Projectie } from './projectie.ts';
import { schrijf } from './schrijf/schrijf.ts';
import { AFSPRAKEN, CLIENTEN, GEMEENTEN, ONTVANGEN_OP } from './wereld.ts';

const AFSPRAKEN_1 = maakAfspraken(AFSPRAKEN, 1);
const EERSTE_NUMMER = 900_000_000;

/** The gateway that is tested: bytes in, bytes out, by the desk that the judging threads use. */
export class EchtePoort {
  readonly #desk = new JudgeDesk();
  readonly #projectie = new Projectie();
  #teller = 0;
  #identificaties = 1;
  #nummers = EERSTE_NUMMER;
  #laatste = '';

  ontvang(bericht: ModelBericht): Uitkomst {
    const { verdict, antwoorden, nummers } = this.#oordeel(bericht, `bericht-${this.#teller + 1}`);
    this.#teller++;
    this.#identificaties += nummers.identificaties;
    this.#nummers += nummers.toewijzingen;
    this.#projectie.schrijf(verdict, bericht);
    this.#laatste = verslag(verdict, antwoorden);
    return {
      status: verdict.status,
      antwoorden: verdict.antwoorden.map(({ type }, i) => leesAntwoord(type, antwoorden[i] ?? new Uint8Array())),
    };
  }

  /** Judges as `ontvang` would at this moment, under another id; nothing comes of it. */
  proef(bericht: ModelBericht): string {
    const { verdict, antwoorden } = this.#oordeel(bericht, 'proef');
    return verslag(verdict, antwoorden);
  }

  /** Report and answers of the message received last, to the byte. */
  get laatste(): string {
    return this.#laatste;
  }

  #oordeel(bericht: ModelBericht, id: string) {
    const wat = { token: id, berichtId: id, bytes: schrijf(bericht), ontvangenOp: new Date(ONTVANGEN_OP) };
    const open = this.#desk.open(wat, AFSPRAKEN_1);
    if (open.kind === 'refused') throw new Error(open.verdict.bevindingen.map((b) => b.melding).join(' | '));
    const blok = {
      identificatie: this.#identificaties,
      toewijzing: Object.fromEntries(GEMEENTEN.map((g) => [g, this.#nummers])),
      // Of this message alone: a seed that an earlier one had would give its keys out again.
      zaad: (this.#teller + 1).toString(16).padStart(8, '0').padEnd(32, '0'),
    };
    const kennis = this.#projectie.kennis(open.vraag);
    const { verdict, antwoorden } = this.#desk.judge(
      { token: id, kennis, nummers: blok, beantwoord: null },
      AFSPRAKEN_1,
    );
    this.#desk.answer({ soort: 'drop', tokens: [id] });
    return { verdict, antwoorden, nummers: open.nummers };
  }

  /** The state in the words of the model. */
  beeld(): string[] {
    const bsnVan = (client: string) => CLIENTEN.find((bsn) => clientSleutel(bsn) === client) ?? client;
    const { toewijzingen, regie, verzoeken, prestaties } = this.#projectie;
    const bedragOp = (sleutel: string) =>
      prestaties
        .filter((p) => p.toewijzing === sleutel && p.stand !== 'afgewezen')
        .reduce((som, p) => som + (p.debetCredit === 'D' ? p.bedrag : -p.bedrag), 0);
    return [
      ...[...toewijzingen.values()].map((t) =>
        [
          'toewijzing',
          t.gemeente,
          t.nummer,
          t.aanbieder,
          bsnVan(t.client),
          t.categorie,
          t.code,
          t.toewijzingsdatum,
          t.toewijzingstijd,
          t.ingangsdatum,
          t.einddatum,
          t.redenWijziging,
          t.volume ?? '-',
          t.eenheid ?? '-',
          t.frequentie ?? '-',
          t.budget,
          t.referentieAanbieder,
          t.signaalbudget === null ? 'geen' : `${t.signaalbudget.soort} ${t.signaalbudget.bedrag}`,
          bedragOp(t.sleutel),
        ].join(' '),
      ),
      ...regie.map((r) =>
        [
          r.soort,
          r.tussen.gemeente,
          r.tussen.aanbieder,
          bsnVan(r.client),
          r.toewijzingNummer,
          r.code,
          r.begindatum,
          r.einddatum ?? '-',
          r.redenBeeindiging ?? '-',
        ].join(' '),
      ),
      ...[...verzoeken.values()].map((v) =>
        [
          'verzoek',
          v.soort,
          v.tussen.gemeente,
          v.tussen.aanbieder,
          bsnVan(v.client),
          v.referentie,
          v.stand,
          v.antwoorden,
        ].join(' '),
      ),
      ...prestaties.map((p) =>
        [
          'prestatie',
          p.tussen.gemeente,
          p.tussen.aanbieder,
          bsnVan(p.client),
          p.referentie,
          p.vorigeReferentie,
          p.toewijzing !== null,
          p.stand,
          p.debetCredit,
          p.bedrag,
        ].join(' '),
      ),
    ].sort();
  }
}

function verslag({ status, bevindingen, antwoorden }: Verdict, bytes: readonly Uint8Array[]): string {
  const xml = bytes.map((antwoord) => new TextDecoder().decode(antwoord));
  return JSON.stringify([status, bevindingen, antwoorden.map(({ type, ontvanger }) => [type, ontvanger]), xml]);
}
