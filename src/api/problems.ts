import { RELEASE_NAMEN } from '../standard/message-types.ts';
import type { Antwoord } from './vraag.ts';

/**
 * Every error that the API gives, in one table (RFC 9457): status, title, and what to do about it. Codes are stable;
 * texts may get better.
 */
const PROBLEMEN = {
  'ongeldig-verzoek': [400, 'Ongeldig verzoek', 'Het verzoek is niet te lezen.'],
  'ongeldige-json': [400, 'Geen geldige JSON', 'De inhoud is geen geldige JSON.'],
  'ongeldige-parameter': [400, 'Ongeldige parameter', 'Een parameter in het adres is onjuist.'],
  'ongeldige-kopregel': [400, 'Ongeldige kopregel', 'Een kopregel van het verzoek is onjuist.'],
  'sleutel-ontbreekt': [401, 'Sleutel ontbreekt', 'Stuur uw sleutel mee: Authorization: Bearer <sleutel>.'],
  'sleutel-onbekend': [
    401,
    'Sleutel onbekend',
    'Deze sleutel is niet (meer) geldig. Vraag de beheerder om een nieuwe.',
  ],
  'rol-ongeschikt': [403, 'Niet voor deze rol', 'Met de rol van uw sleutel mag dit niet.'],
  'andere-partij': [
    403,
    'Bericht van een andere partij',
    'De partij die dit bericht verstuurt is een andere dan die van uw sleutel. Het bericht is niet bewaard.',
  ],
  'andere-oorsprong': [403, 'Andere oorsprong', 'Dit verzoek komt van een andere website en is geweigerd.'],
  'niet-gevonden': [404, 'Niet gevonden', 'Dit bestaat niet, of u mag het niet zien.'],
  'te-traag': [408, 'Te traag', 'Het verzoek kwam niet binnen de tijd aan. Stuur het opnieuw.'],
  'niet-mogelijk': [409, 'Niet mogelijk', 'Dit kan in de huidige stand niet.'],
  'te-groot': [413, 'Te groot', 'De inhoud is te groot: een bericht is ten hoogste 25 MiB.'],
  'verkeerd-mediatype': [
    415,
    'Verkeerd mediatype',
    'Stuur XML als application/xml of text/xml, niet ingepakt, en JSON als application/json.',
  ],
  'geen-ijw': [
    422,
    'Geen iJW-bericht van een ondersteunde release',
    `Dit bestand heeft geen leesbare iJW-namespace en is niet bewaard. Ondersteund: ${RELEASE_NAMEN}.`,
  ],
  'onjuiste-invoer': [422, 'Onjuiste invoer', 'De inhoud voldoet niet; zie fouten.'],
  'besluit-in-strijd': [
    422,
    'Besluit in strijd met de standaard',
    'Dit besluit zou een regel van de standaard breken; zie fouten. Er is niets verstuurd.',
  ],
  'sleutel-hergebruikt': [
    422,
    'Idempotency-Key hergebruikt',
    'Deze Idempotency-Key is eerder voor iets anders gebruikt. Neem voor elk nieuw verzoek een nieuwe.',
  ],
  'onjuiste-afspraken': [422, 'Onjuiste afspraken', 'Het afsprakendocument is niet overgenomen; zie fouten.'],
  fout: [500, 'Interne fout', 'Er ging iets mis in de gateway. Er is niets bevestigd; probeer het later opnieuw.'],
  storing: [
    503,
    'Tijdelijke storing',
    'De gateway kan nu niet bij de opslag. Er is niets bevestigd; probeer het zo opnieuw.',
  ],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type ProbleemCode = keyof typeof PROBLEMEN;

export interface ProbleemExtra {
  /** In place of the general sentence. */
  readonly detail?: string;
  /** Each mistake with its JSON pointer. */
  readonly fouten?: readonly unknown[];
  /** Members of its own (RFC 9457, 3.2). */
  readonly leden?: Readonly<Record<string, unknown>>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** An error as it goes out: `application/problem+json` with a stable `type` and `code`, and a Dutch `detail`. */
export function probleem(code: ProbleemCode, extra: ProbleemExtra = {}): Antwoord {
  const [status, title, detail] = PROBLEMEN[code];
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...extra.headers },
    body: {
      type: `urn:ijw-gateway:probleem:${code}`,
      code,
      title,
      status,
      detail: extra.detail ?? detail,
      ...(extra.fouten === undefined ? {} : { fouten: extra.fouten }),
      ...extra.leden,
    },
  };
}

export function probleemCodes(): readonly ProbleemCode[] {
  return Object.keys(PROBLEMEN) as ProbleemCode[];
}
