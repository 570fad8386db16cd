import { klassenVan } from '../../rules/klasse.ts';
import type { Voorstel } from '../../rules/voorstellen.ts';
import { type Edits, editText } from '../../xml/edit/edit-text.ts';
import { kenmerkVeld } from '../../xml/kenmerk.ts';
import { readBericht } from '../../xml/read/read.ts';
import { waardeVan } from '../../xml/tree.ts';
import type { DryRun } from './dry-run.ts';

/** What its sender wants changed in a message, for all places of a cause at once (`causeOf`). */
export interface Improving {
  /** Causes of which what should stand there is filled in. */
  readonly follow: ReadonlySet<string>;
  /** One value for every place of a cause. */
  readonly set: ReadonlyMap<string, string>;
  /** Causes of which the lines are taken out of the declaratie. */
  readonly remove: ReadonlySet<string>;
  /** ReferentieNummers of lines that are taken out whatever is wrong with them. */
  readonly granted: ReadonlySet<string>;
}

export type Improved =
  | {
      readonly kind: 'tried';
      /** The message as it then is, and what would become of it. */
      readonly text: string;
      readonly proef: DryRun;
    }
  /** No line of the declaratie would be left: nothing was changed, and this is what can still be chosen. */
  | { readonly kind: 'nothing-left'; readonly voorstellen: readonly Voorstel[] };

/**
 * What is mended together: a rule at an element, and where nobody but the sender knows better also the value that stands there.
 * A period is one thing: half of it changed is none. Lines on a toewijzing that is full are one thing too, whatever their volume,
 * and so are lines that were granted before, whatever their number.
 */
export function causeOf({ regel, element, waarde, hoort, pad, vol, eerder }: Voorstel): string {
  if (eerder) return `${regel}|${element}|eerder`;
  if (vol !== null) return `${regel}|${element}|vol`;
  if (hoort !== null && pad.includes('/DeclaratiePeriode/')) return `${regel}|DeclaratiePeriode`;
  return hoort === null ? `${regel}|${element}|${waarde ?? ''}` : `${regel}|${element}`;
}

/** Arithmetic, which follows from what was chosen: the amount of a line, the totals. */
const FOLLOWS = ['TR346|Bedrag', 'TR317|Bedrag', 'TR358|TotaalBedrag', 'TR312|TotaalBedrag', 'TR313|TotaalBedrag'];

/** A tariff changes an amount, and that the total; each is only found wrong once what was before it is right. */
const ROUNDS = 6;

/** Changes what was asked (`today`: YYYY-MM-DD), judges, and goes on with what follows from it until nothing does. */
export async function improve(
  xml: string,
  wishes: Improving,
  today: string,
  tryOut: (text: string) => Promise<DryRun>,
): Promise<Improved> {
  let text = xml;
  let proef = await tryOut(text);
  let follow = wishes.follow;
  for (let round = 0; round < ROUNDS && proef.kind === 'judged' && proef.status !== 'geweigerd'; round++) {
    const { type, release, voorstellen } = proef;
    const edits = new Map(voorstellen.filter((een) => follow.has(causeOf(een))).flatMap(filled));
    const remove = new Set<string>();
    if (round === 0) {
      for (const een of voorstellen) {
        const value = wishes.set.get(causeOf(een));
        if (value === undefined || een.waarde === null || een.vol !== null) continue;
        edits.set(een.pad, value);
        // Under another number it is another message, of the day on which it is sent.
        if (een.element === 'Identificatie') for (const pad of DAGTEKENINGEN) edits.set(pad, today);
      }
      const lines = type === null || release === null ? [] : linesOf(text, { type, release });
      const gone = goneOf(voorstellen, wishes, lines);
      if (gone.size > 0 && gone.size === lines.length) return { kind: 'nothing-left', voorstellen };
      for (const pad of withClients(lines, gone)) remove.add(pad);
      // What was wrong before anything was changed is a cause of its own, to be chosen or left.
      const own = new Set(voorstellen.map(causeOf));
      follow = new Set([...wishes.follow, ...FOLLOWS.filter((cause) => !own.has(cause))]);
    }
    const better = changed(text, { set: edits, remove });
    if (better === text) break;
    text = better;
    proef = await tryOut(text);
  }
  return { kind: 'tried', text, proef };
}

const DAGTEKENINGEN = ['/Bericht/Header/BerichtIdentificatie/Dagtekening', '/Bericht/Declaratie/DeclaratieDagtekening'];

function changed(text: string, edits: Edits): string {
  return edits.set.size + edits.remove.size === 0 ? text : editText(text, edits);
}

function filled({ pad, hoort }: Voorstel): (readonly [string, string])[] {
  return hoort === null ? [] : [[pad, hoort]];
}

interface Line {
  readonly pad: string;
  readonly client: string;
  readonly referentie: string;
}

/** The lines of a declaratie; none of another message. */
function linesOf(text: string, { type, release }: Readable): readonly Line[] {
  if (type !== 'JW323' && type !== 'JW303') return [];
  const bericht = readBericht(new TextEncoder().encode(text), type, release);
  return klassenVan(bericht).flatMap(({ naam, pad, ouder, waarden }) => {
    if (naam !== 'Prestatie') return [];
    const referentie = kenmerkVeld(waardeVan(waarden, 'ProductReferentie/ReferentieNummer') ?? '');
    return [{ pad, client: ouder?.pad ?? '', referentie }];
  });
}

type Judged = Extract<DryRun, { kind: 'judged' }>;
interface Readable {
  readonly type: NonNullable<Judged['type']>;
  readonly release: NonNullable<Judged['release']>;
}

function goneOf(voorstellen: readonly Voorstel[], { remove, granted }: Improving, lines: readonly Line[]): Set<string> {
  const gone = new Set(lines.filter(({ referentie }) => granted.has(referentie)).map(({ pad }) => pad));
  for (const een of voorstellen) if (een.prestatie !== null && remove.has(causeOf(een))) gone.add(een.prestatie.pad);
  return gone;
}

/** A client of whom no line is left goes as well. */
function withClients(lines: readonly Line[], gone: ReadonlySet<string>): readonly string[] {
  const stays = new Set(lines.filter(({ pad }) => !gone.has(pad)).map(({ client }) => client));
  return [...gone, ...lines.filter(({ client }) => !stays.has(client)).map(({ client }) => client)];
}
