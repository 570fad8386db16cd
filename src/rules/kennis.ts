import type { BeantwoordBericht } from '../dossier/beantwoord.ts';
import type { ClientSleutel } from '../dossier/client-sleutel.ts';
import type { DeclaratieRecord } from '../dossier/declaratie.ts';
import type { PrestatieRecord } from '../dossier/prestatie.ts';
import type { RegieRecord } from '../dossier/regie.ts';
import type { Toewijzing } from '../dossier/toewijzing.ts';
import type { VerzoekRecord } from '../dossier/verzoek.ts';
import type { Groep } from '../xml/tree.ts';

/**
 * What is known when a message is judged: the state that rules may ask for, as plain data that the shell loads in a fixed
 * number of indexed queries and that can be handed to a thread. All of it concerns what this gemeente (with its
 * predecessors) and this aanbieder exchanged; only `claims` looks wider.
 */
export interface KennisData {
  /** Id of the message that is judged. */
  readonly berichtId: string;
  /** Moment of receipt, ISO 8601 with zone: the clock of the judgement (docs/decisions/dates-and-clock.md). */
  readonly ontvangenOp: string;
  /** The gemeentecode of the header and its predecessors. */
  readonly gemeenten: readonly string[];
  /** BSN → hash for each BSN in the message. */
  readonly clienten: Readonly<Record<string, ClientSleutel>>;
  /** T: those with a number that the message names and, unless its type asks for no others, of the clients named. */
  readonly toewijzingen: readonly Toewijzing[];
  /** R: of the clients named. */
  readonly regie: readonly RegieRecord[];
  /** V: of the clients named, and those with a reference that the message names. */
  readonly verzoeken: readonly VerzoekRecord[];
  /** D: the latest declaraties of this aanbieder at this gemeente, at most 12. */
  readonly declaraties: readonly DeclaratieRecord[];
  /** D: on the toewijzingen named, and those with a reference that the message names. */
  readonly prestaties: readonly PrestatieRecord[];
  /** H and the like: claims that exist, of those the message would make: sleutel → eigenaar. */
  readonly claims: Readonly<Record<string, string>>;
  /** Client of the latest accepted JW301 (children of Client, without products and Commentaar), by client. */
  readonly clientGegevens: Readonly<Record<ClientSleutel, Groep>>;
  /** For retourberichten, JW325 and JW304. */
  readonly beantwoord: BeantwoordBericht | null;
}
