import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { admittedFrom } from '../../src/judging/admitted.ts';
import { JudgeDesk } from '../../src/judging/judge-desk.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import type { Verdict } from '../../src/verdict/verdict.ts';
import type { ModelBericht, Uitkomst } from './bericht.ts';
import { leesAntwoord } from './lees.ts';
import { Projectie } from './projectie.ts';
import { beeldVan } from './projectie-beeld.ts';
import { laadKennis } from './projectie-kennis.ts';
import { schrijf } from './schrijf/schrijf.ts';
import { AFSPRAKEN, GEMEENTEN, ONTVANGEN_OP } from './wereld.ts';

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
  #gegeven: readonly string[] = [];

  ontvang(bericht: ModelBericht): Uitkomst {
    const id = `bericht-${this.#teller + 1}`;
    const { verdict, antwoorden, nummers, bytes, beantwoord } = this.#oordeel(bericht, id);
    this.#teller++;
    this.#identificaties += nummers.identificaties;
    this.#nummers += nummers.toewijzingen;
    const { type, release, gemeente, aanbieder } = bericht;
    const { zender, aard } = MESSAGES[type];
    const partij = zender === 'gemeente' ? gemeente : aanbieder;
    const identificatie = 'identificatie' in bericht ? bericht.identificatie : '';
    const inAntwoordOp = verdict.status === 'goedgekeurd' ? (beantwoord?.id ?? null) : null;
    const kop = { id, type, release, gemeente, aanbieder, partij, identificatie, status: verdict.status };
    this.#projectie.schrijf(
      { ...kop, bytes, inAntwoordOp, bezorgd: verdict.doorgeleverdAan.length > 0 },
      verdict,
      antwoorden,
    );
    this.#laatste = verslag(verdict, antwoorden);
    this.#gegeven = verdict.antwoorden.map((a) => a.identificatie);
    return {
      status: verdict.status,
      antwoorden: verdict.antwoorden.map((a, i) => leesAntwoord(a.type, antwoorden[i] ?? new Uint8Array())),
      ...(aard === 'heen' ? {} : { bezwaren: bezwaren(verdict) }),
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

  /** Identificaties of its answers. */
  get gegeven(): readonly string[] {
    return this.#gegeven;
  }

  #oordeel(bericht: ModelBericht, id: string) {
    const bytes = schrijf(bericht);
    const { type, gemeente, aanbieder } = bericht;
    const partij = MESSAGES[type].zender === 'gemeente' ? gemeente : aanbieder;
    const admitted = admittedFrom({ partij, type, gemeente, aanbieder });
    const wat = { token: id, berichtId: id, bytes, ontvangenOp: new Date(ONTVANGEN_OP), admitted };
    const open = this.#desk.open(wat, AFSPRAKEN_1);
    if (open.kind === 'refused') throw new Error(open.verdict.bevindingen.map((b) => b.pad + b.melding).join(' | '));
    const blok = {
      identificatie: this.#identificaties,
      toewijzing: Object.fromEntries(GEMEENTEN.map((g) => [g, this.#nummers])),
    };
    const { kennis, beantwoord } = laadKennis(this.#projectie, open.vraag);
    const { verdict, antwoorden } = this.#desk.judge(
      { token: id, kennis, nummers: blok, beantwoord: beantwoord?.bytes ?? null },
      AFSPRAKEN_1,
    );
    this.#desk.answer({ soort: 'drop', tokens: [id] });
    return { verdict, antwoorden, nummers: open.nummers, bytes, beantwoord };
  }

  /** The state in the words of the model. */
  beeld(): string[] {
    return beeldVan(this.#projectie);
  }
}

function bezwaren({ bevindingen }: Verdict): string[] {
  return [...new Set(bevindingen.filter((b) => b.ernst === 'fout').map((b) => b.regel))].sort();
}

function verslag({ status, bevindingen, antwoorden }: Verdict, bytes: readonly Uint8Array[]): string {
  const xml = bytes.map((antwoord) => new TextDecoder().decode(antwoord));
  return JSON.stringify([status, bevindingen, antwoorden.map(({ type, ontvanger }) => [type, ontvanger]), xml]);
}
