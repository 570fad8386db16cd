/**
 * Releases of iJW that the gateway meets and does not take: what can be told of them, so that a sender is told what the
 * message is and not only that it is unknown.
 *
 * Where they would go: JW303 and JW304 of 2.4 and 3.0 are still exchanged for declarations over 2018 to 2020, but their
 * XSDs are not public. Whoever has them
 *   1. writes their JSON Schemas in `schemas/ijw-2.4/` and `schemas/ijw-3.0/`, beside those of 2.3, adds the releases to
 *      `RELEASES` of `scripts/generate-model.mjs` and runs `npm run generate`, which makes the XSDs: they must say what the
 *      published ones say;
 *   2. adds the release to `RELEASES` (message-types.ts); the compiler then asks `path.ts`, each descriptor in `messages/` and
 *      each set of `rules/releases.ts` about it. What it does not ask for: the names in `api/schemas/bevinding.ts`, and the
 *      release of what the gateway composes unasked (`replies/jw319.ts`, `verdict/maatwerk.ts`), which is 3.2 there;
 *   3. takes it out of the lists below.
 */
import { type BerichtType, RELEASE_NAMEN, RELEASES } from './message-types.ts';
import { MESSAGES } from './messages/index.ts';
import { namespaceOf } from './namespaces.ts';

/** Releases in XML that came before or between those that are taken. Older ones were fixed-width files (EI). */
const VROEGER = ['2.1', '2.2', '2.4', '3.0', '3.1'];
/** In which declarations were made with JW303 and JW304. */
const MET_JW303 = ['2.1', '2.2', '2.4', '3.0'];

const ONDERSTEUND = `Ondersteund worden ${RELEASE_NAMEN}.`;
const NIEUWSTE = RELEASES[RELEASES.length - 1] ?? '3.2';

/** What a message is whose release, or whose type in that release, is not taken; with what to do, in Dutch. */
export function andereRelease(release: string, type: string): string {
  if (RELEASES.some((r) => r === release)) return `${bestaatNiet(release, type)} ${ONDERSTEUND}`;
  const wat = `Dit is een ${type} van iJW ${release}`;
  if (MET_JW303.includes(release) && (type === 'JW303' || type === 'JW304')) {
    return `${wat}, de release waarin declaraties over de jaren 2018 tot en met 2020 nog lopen. De schema's daarvan zijn niet openbaar, zodat de gateway dit bericht niet kan toetsen; het is niet verwerkt. Stuur het als ${type} van iJW 2.3, of spreek met de andere partij een andere weg voor deze periode af. ${ONDERSTEUND}`;
  }
  const waarom = VROEGER.includes(release)
    ? 'een release die niet meer in gebruik is en die de gateway niet leest'
    : 'een release die de gateway niet kent';
  return `${wat}, ${waarom}. ${opnieuw(type)} ${ONDERSTEUND}`;
}

/** What takes the place of a declaration message in the newest release. */
const OPVOLGER: Readonly<Record<string, BerichtType>> = { JW303: 'JW323', JW304: 'JW325' };

function opnieuw(type: string): string {
  const nu = OPVOLGER[type] ?? bekendType(type);
  if (nu === undefined || !MESSAGES[nu].releases.some((r) => r === NIEUWSTE))
    return 'Gebruik een bericht van een ondersteunde release.';
  const [versie, subversie] = NIEUWSTE.split('.');
  return `Maak het opnieuw als ${nu} van iJW ${NIEUWSTE}: naamruimte ${namespaceOf(NIEUWSTE, nu)}, BerichtVersie ${versie} en BerichtSubversie ${subversie}.`;
}

/** A release that is taken, and a message that it does not have. */
function bestaatNiet(release: string, type: string): string {
  const bekend = bekendType(type);
  if (bekend === undefined)
    return `De naamruimte noemt ${type} van iJW ${release}; dat is geen bericht van iJW. Gebruik een bericht dat in de release voorkomt.`;
  const wel = MESSAGES[bekend].releases.map((r) => `iJW ${r}`).join(' en ');
  const opvolger = OPVOLGER[type];
  const anders = opvolger === undefined ? '' : ` of, over perioden vanaf 2021, ${opvolger}`;
  return `${type} bestaat niet in iJW ${release}. Gebruik ${type} van ${wel}${anders}.`;
}

function bekendType(type: string): BerichtType | undefined {
  return Object.hasOwn(MESSAGES, type) ? (type as BerichtType) : undefined;
}
