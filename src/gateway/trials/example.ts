import { randomInt } from 'node:crypto';
import type { PartyPrincipal } from '../../access/principal.ts';
import type { AfsprakenDocument } from '../../agreements/document.ts';
import { fictiefBsn } from '../../samples/bsn.ts';
import { EERSTE_DAG } from '../../samples/decor.ts';
import { kies } from '../../samples/keuze.ts';
import { setsVoor } from '../../samples/rules/set-files.ts';
import { voorbeeldBericht } from '../../samples/vul.ts';
import { eersteVanMaand, inAmsterdam, plusDagen } from '../../standard/datum.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import { MESSAGES } from '../../standard/messages/index.ts';
import { writeChecked } from '../../xml/write/write.ts';

export type Example =
  | {
      readonly kind: 'made';
      readonly xml: string;
      /** Of one that breaks a rule: what must go before it, so that it breaks that rule alone. */
      readonly voorafgaand: number;
    }
  /** Nothing holds between this party and another one on these days. */
  | { readonly kind: 'no-contract' }
  | { readonly kind: 'unknown-rule' };

/** One of this type as it should be, or one that breaks this rule. */
export type ExampleWish = { readonly type: BerichtType } | { readonly regel: string };

/** A message to try with, as this party may send it. */
export function makeExample(wish: ExampleWish, party: PartyPrincipal, document: AfsprakenDocument, now: Date): Example {
  return 'type' in wish
    ? exampleOf(wish.type, party, document, now)
    : breakingExample(wish.regel, party, document, now);
}

/** A message of a fictive child as this party may send it, by a contract of its own; nothing is kept of it. */
function exampleOf(type: BerichtType, party: PartyPrincipal, document: AfsprakenDocument, now: Date): Example {
  const vandaag = inAmsterdam(now).datum;
  const [code] = party.parties;
  const wens = {
    gemeente: party.role === 'gemeente' ? code : undefined,
    aanbieder: party.role === 'aanbieder' ? code : undefined,
    product: undefined,
  };
  // When delivery began, and when what is asked for will.
  const vorigeMaand = eersteVanMaand(plusDagen(eersteVanMaand(vandaag), -1));
  const keuze = kies(document, wens, [vorigeMaand, plusDagen(vandaag, 14)]);
  if (keuze === undefined) return { kind: 'no-contract' };
  const { gemeente, aanbieder, product } = keuze;
  // Below 900000000: there the gateway's own ToewijzingNummers begin.
  const volgnummer = randomInt(100_000_000, 900_000_000);
  const bsn = fictiefBsn(randomInt(1_000_000) / 1_000_000);
  const release = MESSAGES[type].releases.at(-1) ?? '3.2';
  const bericht = voorbeeldBericht(type, release, { vandaag, bsn, volgnummer, gemeente, aanbieder, product });
  return { kind: 'made', xml: new TextDecoder().decode(writeChecked(bericht)), voorafgaand: 0 };
}

/** A message that breaks this rule, between this party and one of the other kind. */
function breakingExample(regel: string, party: PartyPrincipal, document: AfsprakenDocument, now: Date): Example {
  const vandaag = inAmsterdam(now).datum;
  const [code = ''] = party.parties;
  const ander = party.role === 'gemeente' ? document.aanbieders[0]?.agb : document.gemeenten[0]?.code;
  if (ander === undefined) return { kind: 'no-contract' };
  const [gemeente, aanbieder] = party.role === 'gemeente' ? [code, ander] : [ander, code];
  const sets = setsVoor(regel, { vandaag: vandaag < EERSTE_DAG ? EERSTE_DAG : vandaag, gemeente, aanbieder });
  const [set] = sets.toSorted((a, b) => Number(b.losstaand) - Number(a.losstaand));
  if (set === undefined) return { kind: 'unknown-rule' };
  const stukken = set.bestanden.filter(({ pad }) => pad.startsWith('fout/'));
  return { kind: 'made', xml: new TextDecoder().decode(set.fout), voorafgaand: stukken.length - 1 };
}
