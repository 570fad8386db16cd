import { KEEPING, type KeepKind, keepPeriod } from '../store/tables/keeping.ts';
import type { ColumnPersonal, PurgeWay, Table, TableSubject } from '../store/tables/table.ts';
import { tabel } from './markdown.ts';

/** A part of a message in which something of a person stands. */
export interface PersonalField {
  readonly path: string;
  /** Dutch. */
  readonly what: string;
}

const ABOUT: Readonly<Record<TableSubject, string>> = { client: 'een kind', party: 'een partij', none: 'niemand' };

const KINDS: Readonly<Record<ColumnPersonal, readonly [name: string, meaning: string, encrypted: string]>> = {
  body: ['bericht', 'Een bericht of een deel ervan: BSN, namen, geboortedatum, adres, hulp.', 'ja'],
  'free-text': ['vrije tekst', 'Woorden die iemand typte, of die uit een bericht kunnen komen.', 'ja'],
  pseudonym: [
    'pseudoniem',
    'Een afdruk van het BSN die met `DATA_SLEUTEL` is gemaakt; zonder die sleutel niet te herleiden.',
    'nee: hiermee wordt gezocht',
  ],
  secret: ['geheim', 'Wat toegang geeft tot een systeem van een partij; van geen persoon, en toch versleuteld.', 'ja'],
  reference: [
    'kenmerk',
    'Een nummer of kenmerk dat bij de partij zelf naar een persoon leidt.',
    'nee: hiermee wordt gezocht',
  ],
  actor: ['wie', 'De sleutel waarmee iemand iets deed, en de naam daarvan.', 'nee'],
};

const KINDS_KEPT = Object.keys(KEEPING) as KeepKind[];

const SEALED: ReadonlySet<ColumnPersonal> = new Set(['body', 'free-text', 'secret']);

/** `docs/gegevens.md`: what is kept of whom, where, for how long, and how it goes. */
export function dataAsMarkdown(tables: readonly Table[], fields: readonly PersonalField[] = []): string {
  return [
    '# Gegevens',
    '',
    'Gemaakt met `ijw-gateway data`; een test houdt dit bestand gelijk aan de tabellen, en de tabellen aan de database.',
    '',
    'Een regel over een kind is een persoonsgegeven, ook waar geen naam staat: het pseudoniem blijft voor een kind hetzelfde.',
    'Versleuteld is met AES-256-GCM, elke waarde gebonden aan haar kolom en haar regel. Wie alleen de database of een kopie',
    'ervan heeft, leest die kolommen niet: de sleutels staan er zelf versleuteld met `DATA_SLEUTEL` in (`data_sleutel`).',
    '',
    'Wat oud genoeg is en niet meer nodig, verwijdert de gateway elke dag zelf; `ijw-gateway purge --dry-run` toont vooraf wat',
    'dat is. Wat nog nodig is blijft, hoe oud ook: een toewijzing zonder einde, een verzoek of werkbakitem zonder besluit, een',
    'bericht dat nog wacht op oordeel of aflevering. Een bericht gaat samen met wat erop antwoordde, en niet voordat alles wat',
    'ervan in een dossier staat weg mag. Eerder gaat wat een bericht bracht dat de ontvanger weigert: de toewijzing zoals zij',
    'gold, verzoeken, declaraties en nummers daaruit.',
    '',
    '## Tabellen',
    '',
    ...tabel(
      ['Tabel', 'Wat erin staat', 'Over', 'Persoonsgegevens in', 'Versleuteld', 'Bewaren als', 'Gaat weg'],
      tables.map(({ name, policy }) => [
        `\`${name}\``,
        policy.holds,
        ABOUT[policy.subject],
        personalOf(policy.personal),
        encryptedOf(policy.personal),
        policy.keep,
        purgeText(policy.purge),
      ]),
    ),
    '',
    '## Soorten persoonsgegevens',
    '',
    ...tabel(
      ['Soort', 'Betekenis', 'Versleuteld'],
      Object.values(KINDS).map((kind) => [...kind]),
    ),
    '',
    '## Hoe lang',
    '',
    'De termijnen hieronder zijn die zonder instelling. `BEWAARTERMIJNEN` noemt een JSON-bestand met andere, in hele jaren:',
    '`{"berichten": 10}`. Korter dan de ondergrens wordt bij de start geweigerd. De standaard zelf noemt geen bewaartermijn; de',
    'ondergrenzen volgen uit regels die terugkijken. Wat een gemeente of aanbieder zelf moet bewaren (Archiefwet, Jeugdwet)',
    'bewaart zij in haar eigen systeem.',
    '',
    ...tabel(
      ['Bewaren als', 'Waarom', 'Hoe lang', 'Tabellen'],
      KINDS_KEPT.map((kind) => [
        kind,
        KEEPING[kind].why,
        keepPeriod(kind),
        tables.flatMap(({ name, policy }) => (policy.keep === kind ? [`\`${name}\``] : [])).join(', '),
      ]),
    ),
    '',
    ...(fields.length === 0
      ? []
      : [
          '## In de berichten zelf',
          '',
          'Alleen in `inhoud.bytes` en, van de cliënt van een toewijzing, in `client_gegevens.gegevens`; beide zijn versleuteld.',
          'Buiten de database liggen berichten leesbaar waar een weg ze brengt: in de mappen van partijen (`KANAAL_MAP`; `verwerkt/` en',
          '`geweigerd/` ruimt de gateway niet op) en in wachtrijen van een broker, tot de partij ze haalt.',
          '',
          ...tabel(
            ['Element', 'Wat'],
            fields.map(({ path, what }) => [`\`${path}\``, what]),
          ),
          '',
        ]),
  ].join('\n');
}

function personalOf(personal: Readonly<Partial<Record<string, ColumnPersonal>>>): string {
  const columns = Object.entries(personal).flatMap(([column, kind]) =>
    kind === undefined ? [] : [`\`${column}\` (${KINDS[kind][0]})`],
  );
  return columns.length === 0 ? '–' : columns.join(', ');
}

/** Which of those columns are sealed; a test holds the kinds that are to the columns. */
function encryptedOf(personal: Readonly<Partial<Record<string, ColumnPersonal>>>): string {
  const kinds = Object.entries(personal);
  if (kinds.length === 0) return '–';
  const sealed = kinds.flatMap(([column, kind]) => (kind !== undefined && SEALED.has(kind) ? [`\`${column}\``] : []));
  if (sealed.length === 0) return 'nee';
  return sealed.length === kinds.length ? 'ja' : `ja: ${sealed.join(', ')}`;
}

function purgeText(purge: PurgeWay<string>): string {
  if ('never' in purge) return `niet vanzelf: ${purge.never}`;
  if ('after' in purge) return `op zijn tijd, gerekend vanaf \`${purge.after}\``;
  const root = { bericht: 'het bericht of de opdracht', signaal: 'het signaal', herhaling: 'de herhaling' };
  const whose = purge.with === 'client' ? 'alles van het kind bij deze partijen' : root[purge.with];
  const alone = purge.with === 'bericht' && purge.else !== undefined ? `, zonder bericht vanaf \`${purge.else}\`` : '';
  return `met ${whose} (\`${purge.by}\`)${alone}`;
}
