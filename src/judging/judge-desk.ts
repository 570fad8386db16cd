import type { Afspraken } from '../agreements/afspraken.ts';
import { maakAfspraken } from '../agreements/maak-afspraken.ts';
import { type Voorwerk, voorwerk } from '../rules/judge.ts';
import type { KennisData } from '../rules/kennis.ts';
import { REGELS_VERSIE } from '../rules/version.ts';
import { begrensd } from '../rules/verslag.ts';
import { BERICHT_TYPES } from '../standard/message-types.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import { prepareValidation } from '../standard/validate.ts';
import { beoordeel, beoordeelGeweigerd } from '../verdict/beoordeel.ts';
import { besluitVraagVan, kennisVraagVan } from '../verdict/kennis-vraag.ts';
import { verleenMaatwerk } from '../verdict/maatwerk.ts';
import { besluitNummerVraag, nummerVraagVan } from '../verdict/nummer-vraag.ts';
import { nummersUit } from '../verdict/nummers.ts';
import { raaktVan } from '../verdict/raakt.ts';
import type { Verdict } from '../verdict/verdict.ts';
import { beslisVerzoek } from '../verdict/werkbak/beslis.ts';
import { type Weging, weeg } from '../verdict/werkbak/weeg.ts';
import { zonderRegio } from '../verdict/without-region.ts';
import { openBericht } from '../xml/gate/gate.ts';
import { schemaVan } from '../xml/gate/schemas.ts';
import { partijenVan } from '../xml/partijen.ts';
import { metPositie } from '../xml/read/position-index.ts';
import type { Bericht } from '../xml/tree.ts';
import { writeChecked } from '../xml/write/write.ts';
import { otherThanAdmitted } from './admitted.ts';
import type {
  AgreementsVersion,
  Beoordeeld,
  BesluitAntwoord,
  Geopend,
  Grant,
  GrantAntwoord,
  JudgeCall,
  TeBeoordelen,
  TeBesluiten,
  TeOpenen,
  TeWegen,
} from './judge-protocol.ts';

interface Open {
  readonly bericht: Bericht;
  readonly bytes: Uint8Array;
  readonly ontvangenOp: Date;
  al?: Voorwerk;
}

/** The pure work of judging, as the thread does it; also used in-process by tests. */
export class JudgeDesk {
  readonly #afspraken = new Map<number, Afspraken>();
  readonly #open = new Map<string, Open>();

  answer(vraag: JudgeCall): unknown {
    switch (vraag.soort) {
      case 'afspraken':
        return this.#learn(vraag.afspraken, vraag.vergeet);
      case 'schemas':
        return compileAll();
      case 'answers':
        return prepareAnswers();
      case 'open': {
        const afspraken = this.#version(vraag.afspraken);
        return vraag.berichten.map((b) => this.open(b, afspraken));
      }
      case 'ahead':
        return this.lookAhead(vraag.tokens);
      case 'judge': {
        const afspraken = this.#version(vraag.afspraken);
        return vraag.berichten.map((b) => this.judge(b, afspraken));
      }
      case 'maatwerk':
        return this.grant(vraag.grant, this.#version(vraag.afspraken));
      case 'besluit':
        return this.decide(vraag.besluit, this.#version(vraag.afspraken));
      case 'weeg': {
        const afspraken = this.#version(vraag.afspraken);
        return vraag.verzoeken.map((v) => this.weigh(v, afspraken));
      }
      case 'drop':
        for (const token of vraag.tokens) this.#open.delete(token);
        return null;
    }
  }

  #learn({ versie, document }: AgreementsVersion, vergeet: readonly number[]): null {
    for (const oud of vergeet) this.#afspraken.delete(oud);
    this.#afspraken.set(versie, maakAfspraken(document, versie));
    return null;
  }

  /** Levels 0 and 1, and what must be known for the rest. */
  open({ token, berichtId, bytes, ontvangenOp, admitted, voor }: TeOpenen, afspraken: Afspraken): Geopend {
    const gated = openBericht(bytes);
    if (gated.kind === 'refused') {
      return { kind: 'refused', token, verdict: geweigerd(berichtId, gated.bevindingen, afspraken) };
    }
    const { bericht, peek } = gated;
    const ander = otherThanAdmitted(bericht, peek, admitted);
    const bezwaar = ander ?? zonderRegio(bericht, afspraken);
    if (bezwaar !== null) {
      const verdict = geweigerd(berichtId, metPositie([bezwaar], bytes), afspraken);
      return { kind: 'refused', token, verdict, ...(ander === null ? {} : { parties: partijenVan(bericht) }) };
    }
    this.#open.set(token, { bericht, bytes, ontvangenOp });
    const vraagVan = voor === 'besluit' ? besluitVraagVan : kennisVraagVan;
    const vraag = vraagVan(bericht, { berichtId, ontvangenOp, afspraken });
    return {
      kind: 'accepted',
      token,
      type: bericht.type,
      release: bericht.release,
      gemeente: partijenVan(bericht).gemeente,
      vraag,
      nummers: voor === 'besluit' ? besluitNummerVraag(bericht) : nummerVraagVan(bericht),
      raakt: raaktVan(vraag, bericht),
    };
  }

  /** Level 2: it needs no context. */
  lookAhead(tokens: readonly string[]): null {
    for (const token of tokens) {
      const open = this.#open.get(token);
      if (open !== undefined) open.al ??= voorwerk(open.bericht, open.ontvangenOp);
    }
    return null;
  }

  /** Levels 2 to 4 and everything that follows from them. */
  judge({ token, kennis, nummers, beantwoord }: TeBeoordelen, afspraken: Afspraken): Beoordeeld {
    const open = this.#opened(token);
    const verdict = beoordeel({
      bericht: open.bericht,
      kennis: metBeantwoord(kennis, beantwoord),
      afspraken,
      nummers: nummersUit(nummers),
      regelsVersie: REGELS_VERSIE,
      al: open.al,
    });
    return this.#serialise(token, { ...verdict, bevindingen: metPositie(begrensd(verdict.bevindingen), open.bytes) });
  }

  grant(grant: Grant, afspraken: Afspraken): GrantAntwoord {
    const uitkomst = verleenMaatwerk({
      opdrachtId: grant.opdrachtId,
      toewijzing: grant.toewijzing,
      bedrag: grant.bedrag,
      kennis: grant.kennis,
      afspraken,
      nummers: nummersUit(grant.nummers),
      regelsVersie: REGELS_VERSIE,
    });
    if (uitkomst.kind === 'refused') return uitkomst;
    return { kind: 'granted', beoordeeld: this.#serialise(grant.opdrachtId, uitkomst.verdict) };
  }

  /** A decision of the gemeente on a request that was opened. */
  decide(te: TeBesluiten, afspraken: Afspraken): BesluitAntwoord {
    const { nummers, ...rest } = te;
    const verzoek = this.#opened(te.token).bericht;
    const regelsVersie = REGELS_VERSIE;
    const uitkomst = beslisVerzoek({ ...rest, verzoek, afspraken, nummers: nummersUit(nummers), regelsVersie });
    if (uitkomst.kind === 'refused') return uitkomst;
    return { kind: 'decided', beoordeeld: this.#serialise(te.opdrachtId, uitkomst.verdict) };
  }

  /** What the gemeente sees with a request in its werkbak. */
  weigh(te: TeWegen, afspraken: Afspraken): Weging {
    const { nummers, ...rest } = te;
    const verzoek = this.#opened(te.token).bericht;
    return weeg({ ...rest, verzoek, afspraken, nummers: nummersUit(nummers), regelsVersie: REGELS_VERSIE });
  }

  #opened(token: string): Open {
    const open = this.#open.get(token);
    if (open === undefined) throw new Error('the message was not opened on this thread');
    return open;
  }

  /** Answers become bytes that passed the gate; their trees need not cross the thread border. */
  #serialise(token: string, verdict: Verdict): Beoordeeld {
    const antwoorden = verdict.antwoorden.map(({ type, release, inhoud }) => writeChecked({ type, release, inhoud }));
    return {
      token,
      verdict: { ...verdict, antwoorden: verdict.antwoorden.map((antwoord) => ({ ...antwoord, inhoud: {} })) },
      antwoorden,
    };
  }

  #version(versie: number): Afspraken {
    const afspraken = this.#afspraken.get(versie);
    if (afspraken === undefined) throw new Error('this version of the agreements is not known to the thread');
    return afspraken;
  }
}

function compileAll(): null {
  for (const type of BERICHT_TYPES) for (const release of MESSAGES[type].releases) schemaVan(type, release);
  return null;
}

function prepareAnswers(): null {
  for (const { declaratie, antwoord, releases } of Object.values(MESSAGES)) {
    if (declaratie === null || antwoord === null) continue;
    for (const release of releases) prepareValidation(release, antwoord);
  }
  return null;
}

function geweigerd(berichtId: string, bevindingen: Verdict['bevindingen'], afspraken: Afspraken): Verdict {
  return beoordeelGeweigerd({ berichtId, bevindingen, afsprakenVersie: afspraken.versie, regelsVersie: REGELS_VERSIE });
}

/** The answered message crosses as bytes; here its content joins the context. It passed the gate when it came in. */
function metBeantwoord(kennis: KennisData, bytes: Uint8Array | null): KennisData {
  if (bytes === null || kennis.beantwoord === null) return kennis;
  const { type, release } = kennis.beantwoord;
  const gated = openBericht(bytes);
  if (gated.kind === 'refused' || gated.type !== type || gated.release !== release) return kennis;
  return {
    ...kennis,
    beantwoord: { ...kennis.beantwoord, inhoud: gated.bericht.inhoud },
  };
}
