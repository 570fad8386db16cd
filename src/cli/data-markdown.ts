import { KEEPING } from '../store/tables/keeping.ts';
import type { ColumnPersonal, PurgeWay, Table, TableSubject } from '../store/tables/table.ts';
import { tabel } from './markdown.ts';

/** A part of a message in which something of a person stands. */
export interface PersonalField {
  readonly path: string;
  /** Dutch. */
  readonly what: string;
}

const ABOUT: Readonly<Record<TableSubject, string>> = { client: 'een kind', party: 'een partij', none: 'niemand' };

const KINDS: Readonly<Record<ColumnPersonal, readonly [name: string, meaning: string]>> = {
  body: ['bericht', 'Een bericht of een deel ervan: BSN, namen, geboortedatum, adres, hulp.'],
  'free-text': ['vrije tekst', 'Woorden die iemand typte, of die uit een bericht kunnen komen.'],
  pseudonym: ['pseudoniem', 'De versleutelde afdruk van een BSN; zonder `DATA_SLEUTEL` niet te herleiden.'],
  secret: ['geheim', 'Wat toegang geeft tot een systeem van een partij; van geen persoon, en toch verzegeld bewaard.'],
  reference: ['kenmerk', 'Een nummer of kenmerk dat bij de partij zelf naar een persoon leidt.'],
  actor: ['wie', 'De sleutel waarmee iemand iets deed, en de naam daarvan.'],
};

/** `docs/gegevens.md`: what is kept of whom, where, for how long, and how it goes. */
export function dataAsMarkdown(tables: readonly Table[], fields: readonly PersonalField[] = []): string {
  return [
    '# Gegevens',
    '',
    'Gemaakt met `ijw-gateway data`; een test houdt dit bestand gelijk aan de tabellen, en de tabellen aan de database.',
    '',
    'Een regel over een kind is een persoonsgegeven, ook waar geen naam staat: het pseudoniem blijft voor een kind hetzelfde.',
    'De gateway verwijdert nu niets omdat het oud is. Weg gaan alleen sleutels die een beheerder verwijdert, en wat een',
    'bericht bracht dat de ontvanger weigert: de toewijzing zoals zij gold, verzoeken, declaraties en nummers daaruit.',
    '',
    '## Tabellen',
    '',
    ...tabel(
      ['Tabel', 'Wat erin staat', 'Over', 'Persoonsgegevens in', 'Bewaren als', 'Gaat weg'],
      tables.map(({ name, policy }) => [
        `\`${name}\``,
        policy.holds,
        ABOUT[policy.subject],
        personalOf(policy.personal),
        policy.keep,
        purgeText(policy.purge),
      ]),
    ),
    '',
    '## Soorten persoonsgegevens',
    '',
    ...tabel(
      ['Soort', 'Betekenis'],
      Object.values(KINDS).map((kind) => [...kind]),
    ),
    '',
    '## Hoe lang',
    '',
    ...tabel(
      ['Bewaren als', 'Waarom', 'Hoe lang', 'Tabellen'],
      Object.entries(KEEPING).map(([kind, { why, period }]) => [
        kind,
        why,
        period,
        tables.flatMap(({ name, policy }) => (policy.keep === kind ? [`\`${name}\``] : [])).join(', '),
      ]),
    ),
    '',
    ...(fields.length === 0
      ? []
      : [
          '## In de berichten zelf',
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

function purgeText(purge: PurgeWay<string>): string {
  if ('never' in purge) return `niet vanzelf: ${purge.never}`;
  if ('after' in purge) return `op zijn tijd, gerekend vanaf \`${purge.after}\``;
  const root = { bericht: 'het bericht', opdracht: 'de opdracht', toewijzing: 'de toewijzing', signaal: 'het signaal' };
  const whose = purge.with === 'client' ? 'alles van het kind bij deze partijen' : root[purge.with];
  return `met ${whose} (\`${purge.by}\`)`;
}
