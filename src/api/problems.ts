import { RELEASE_NAMEN } from '../standard/message-types.ts';
import { zonderBsn } from '../xml/bsn-in-tekst.ts';
import type { ApiReply } from './reply.ts';

/**
 * Every error that the API gives, in one table (RFC 9457): status, title, and what to do about it. Codes are stable;
 * texts may get better.
 */
const PROBLEMEN = {
  'ongeldig-verzoek': [400, 'Ongeldig verzoek', 'Het verzoek is niet te lezen.'],
  'ongeldig-adres': [400, 'Ongeldig adres', 'Het adres van het verzoek is niet te lezen.'],
  'onbewaarbare-tekens': [
    400,
    'Onbewaarbare tekens',
    'Het verzoek bevat een NUL-teken of een half teken (een los surrogaat); dat is nergens te bewaren. Verwijder het.',
  ],
  'ongeldige-json': [400, 'Geen geldige JSON', 'De inhoud is geen geldige JSON.'],
  'ongeldige-parameter': [400, 'Ongeldige parameter', 'Een parameter in het adres is onjuist.'],
  'ongeldige-kopregel': [400, 'Ongeldige kopregel', 'Een kopregel van het verzoek is onjuist.'],
  'sleutel-ontbreekt': [401, 'Sleutel ontbreekt', 'Stuur uw sleutel mee: Authorization: Bearer <sleutel>.'],
  'sleutel-onbekend': [
    401,
    'Sleutel onbekend',
    'Deze sleutel is niet (meer) geldig. Vraag de beheerder om een nieuwe.',
  ],
  'certificaat-geweigerd': [
    401,
    'Certificaat geweigerd',
    'Uw certificaat telt hier niet: het is niet uitgegeven door een uitgever die deze gateway kent, het is verlopen, of de naam (CN) is geen code van een partij. Gebruik een geldig certificaat of stuur een sleutel mee.',
  ],
  'rol-ongeschikt': [403, 'Niet voor deze rol', 'Met de rol van uw sleutel mag dit niet.'],
  'alleen-lezen': [
    403,
    'Alleen lezen',
    'Met deze sleutel kunt u kijken, maar niets versturen, besluiten, bevestigen of wijzigen.',
  ],
  'andere-partij': [
    403,
    'Bericht van een andere partij',
    'De partij die dit bericht verstuurt is een andere dan die van uw sleutel. Het bericht is niet bewaard.',
  ],
  'andere-oorsprong': [403, 'Andere oorsprong', 'Dit verzoek komt van een andere website en is geweigerd.'],
  'niet-gevonden': [404, 'Niet gevonden', 'Dit bestaat niet, of u mag het niet zien.'],
  'te-traag': [408, 'Te traag', 'Het verzoek kwam niet binnen de tijd aan. Stuur het opnieuw.'],
  'niet-mogelijk': [409, 'Niet mogelijk', 'Dit kan in de huidige stand niet.'],
  verouderd: [
    412,
    'Verouderd',
    'Iemand anders heeft intussen nieuwe afspraken ingevoerd. Haal ze op (GET /api/v1/afspraken), breng uw wijziging daarin aan en stuur ze met hun ETag in If-Match.',
  ],
  'te-groot': [
    413,
    'Te groot',
    'De inhoud is te groot: een bericht is ten hoogste 25 MiB, het afsprakendocument 16 MiB en andere JSON 64 KiB.',
  ],
  'adres-te-lang': [414, 'Adres te lang', 'Een deel van het adres is te lang.'],
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
  IB901: [422, 'Geen geldig ZIP-bestand aangeleverd.', 'Maak het zip-bestand opnieuw en stuur het dan.'],
  IB902: [
    422,
    'ZIP-bestand bevat meer bestanden dan toegestaan.',
    'Een zip-bestand bevat ten hoogste 30 berichten. Verdeel ze over meer zip-bestanden.',
  ],
  IB903: [422, 'ZIP-bestand bevat wachtwoordbeveiliging.', 'Maak het zip-bestand zonder wachtwoord.'],
  IB904: [
    413,
    'Bestand in ZIP-bestand is groter dan toegestaan (max. 25MB).',
    'Het zip-bestand en elk bericht erin zijn ten hoogste 25 MiB, alle berichten samen 100 MiB.',
  ],
  IB905: [
    422,
    'ZIP-bestand bevat minder bestanden dan toegestaan.',
    'Het zip-bestand is leeg. Doe er 1 tot en met 30 berichten in.',
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
  'te-veel-tegelijk': [
    429,
    'Te veel tegelijk',
    'Er lopen al zoveel van deze verzoeken als tegelijk kunnen. Wacht het aantal seconden van Retry-After en stuur het opnieuw.',
  ],
  'te-veel-pogingen': [
    429,
    'Te veel mislukte pogingen',
    'Er kwamen te veel onjuiste sleutels, van dit adres of in het geheel. Probeer het opnieuw na de tijd in Retry-After.',
  ],
  'kop-te-groot': [431, 'Kop te groot', 'Het adres en de kopregels samen zijn te lang: ten hoogste 16 KiB.'],
  fout: [500, 'Interne fout', 'Er ging iets mis in de gateway. Er is niets bevestigd; probeer het later opnieuw.'],
  storing: [
    503,
    'Tijdelijke storing',
    'De gateway kan nu niet bij de opslag. Er is niets bevestigd; probeer het zo opnieuw.',
  ],
  bevroren: [
    503,
    'Berichtenverkeer bevroren',
    'Volgens de afspraken worden nu geen berichten aangenomen. Dit bericht is niet bewaard; stuur het na de bevriezing opnieuw.',
  ],
  'duurt-te-lang': [
    504,
    'Duurt te lang',
    'Dit overzicht kostte meer tijd dan een overzicht mag nemen. Vraag er minder in een keer: een kortere periode, één gemeente of minder kolommen.',
  ],
} as const satisfies Readonly<Record<string, readonly [number, string, string]>>;

export type ProbleemCode = keyof typeof PROBLEMEN;

/** So many mistakes an answer tells; of more it tells how many more. */
const MEESTE_FOUTEN = 100;

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
export function probleem(code: ProbleemCode, extra: ProbleemExtra = {}): ApiReply {
  const [status, title, detail] = PROBLEMEN[code];
  return {
    status,
    headers: { 'content-type': 'application/problem+json', ...extra.headers },
    body: {
      type: `urn:ijw-gateway:probleem:${code}`,
      code,
      title,
      status,
      detail: zonderBsn(extra.detail ?? detail),
      ...metFouten(extra.fouten),
      ...extra.leden,
    },
  };
}

function metFouten(fouten: readonly unknown[] | undefined) {
  if (fouten === undefined) return {};
  const meer = fouten.length - MEESTE_FOUTEN;
  const getoond = fouten.slice(0, MEESTE_FOUTEN).map(diepZonderBsn);
  return meer > 0 ? { fouten: getoond, meerFouten: meer } : { fouten: getoond };
}

/** Mistakes name what was sent: an unknown member of a body, a code in the agreements. */
function diepZonderBsn(waarde: unknown): unknown {
  if (typeof waarde === 'string') return zonderBsn(waarde);
  if (Array.isArray(waarde)) return waarde.map(diepZonderBsn);
  if (typeof waarde !== 'object' || waarde === null) return waarde;
  return Object.fromEntries(Object.entries(waarde).map(([naam, lid]) => [naam, diepZonderBsn(lid)]));
}

export function probleemCodes(): readonly ProbleemCode[] {
  return Object.keys(PROBLEMEN) as ProbleemCode[];
}
