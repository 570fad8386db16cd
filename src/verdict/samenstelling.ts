import type { Afspraken } from '../agreements/afspraken.ts';
import type { Bevinding } from '../findings/bevinding.ts';
import { judge, judgeContent } from '../rules/judge.ts';
import type { Kennis } from '../rules/kennis-lookups.ts';
import { inAmsterdam } from '../standard/datum.ts';
import { type AjvFout, validateInhoud } from '../standard/validate.ts';
import type { Bericht } from '../xml/tree.ts';

/** A composed message that our own rules would refuse: a bug, so the message that caused it is quarantined. */
export class SamenstellingFout extends Error {
  override readonly name = 'SamenstellingFout';
  /** Rule codes, and `XSD` with the place; no personal data. */
  readonly regels: readonly string[];
  /** The answer and these rules, for people: `JW325: TR342`. */
  readonly kort: string;

  constructor(bericht: Bericht, bezwaren: readonly Bevinding[]) {
    const regels = bezwaren.map(({ regel, pad }) => (regel === 'XSD' ? `XSD ${pad}` : regel));
    super(`a composed ${bericht.type} is refused by ${regels.join(', ')}`);
    this.regels = regels;
    this.kort = `${bericht.type}: ${[...new Set(regels)].join(', ')}`;
  }
}

/** What the schema and our own rules have against a message that we composed, in this context; empty when it may go out. */
export function bezwarenTegen(bericht: Bericht, kennis: Kennis, afspraken: Afspraken): Bevinding[] {
  const schema = validateInhoud(bericht.release, bericht.type, bericht.inhoud);
  if (schema.length > 0) return schema.map(buitenSchema);
  const { bevindingen } = judge(bericht, kennis, afspraken);
  return bevindingen.filter((bevinding) => bevinding.ernst === 'fout');
}

/** The message, once nothing is against it; throws otherwise. */
export function gekeurd(bericht: Bericht, kennis: Kennis, afspraken: Afspraken): Bericht {
  const bezwaren = bezwarenTegen(bericht, kennis, afspraken);
  if (bezwaren.length > 0) throw new SamenstellingFout(bericht, bezwaren);
  return bericht;
}

/**
 * Throws when schema or content is against an answer that repeats the Header of what it refuses; a rule that was broken
 * there is broken by the repetition, which is no fault of the answer.
 */
export function gekeurdOpInhoud(bericht: Bericht, { ontvangenOp }: Kennis, herhaald: readonly Bevinding[]): void {
  const eerder = new Set(herhaald.map(({ regel }) => regel));
  const schema = validateInhoud(bericht.release, bericht.type, bericht.inhoud).map(buitenSchema);
  const bezwaren = schema.length > 0 ? schema : judgeContent(bericht, inAmsterdam(ontvangenOp).datum).bevindingen;
  const nieuw = bezwaren.filter(({ regel }) => !eerder.has(regel));
  if (nieuw.length > 0) throw new SamenstellingFout(bericht, nieuw);
}

/** A pointer of the validator as a path of ours: its indices count from 0, those of a path from 1. */
function buitenSchema({ pad, sleutelwoord }: AjvFout): Bevinding {
  const plaats = pad.replace(/\/(\d+)(?=\/|$)/g, (_alles, nr: string) => `[${Number(nr) + 1}]`);
  const melding =
    sleutelwoord === 'required'
      ? 'Dit element ontbreekt. Vul het in.'
      : 'Deze waarde kan niet volgens het berichtschema (XSD). Verbeter de waarde.';
  return {
    ...{ niveau: 1, regel: 'XSD', retourcode: null, ernst: 'fout' },
    ...{ pad: `/Bericht${plaats}`, lijn: null, kolom: null, melding },
  };
}
