import { RELEASE_NAMEN } from '../../standard/message-types.ts';

/** What may be wrong with a file before its content counts (level 0). */
export type PoortCode = keyof typeof POORT_MELDINGEN;

export const GRENZEN = {
  /** 25 MiB: OP179, what transport takes. */
  bytes: 25 * 2 ** 20,
  diepte: 64,
  /** Bytes of one start tag, attributes and all. */
  startTag: 64 * 2 ** 10,
  /** Bytes of text between two tags. */
  tekst: 10 * 2 ** 20,
  /** More elements than 25 MiB of any valid message holds. */
  elementen: 2_000_000,
  /** Comments and processing instructions: how many, and how many bytes they take together. */
  terzijdes: 1_000,
  terzijdeBytes: 64 * 2 ** 10,
  /** The Header ends within so many bytes: all the comments that a file may have, and as much again. */
  header: 128 * 2 ** 10,
} as const;

/** Per code: what is wrong, what to do. `{…}` is filled in with what was found. */
export const POORT_MELDINGEN = {
  'POORT-LEEG': 'Het bestand bevat geen XML-bericht. Stuur het volledige bericht.',
  'POORT-GROOTTE':
    'Het bestand is groter dan 25 MiB (26.214.400 bytes), meer dan is toegestaan (OP179). Verdeel de inhoud over meer berichten.',
  'POORT-BOM':
    'Het bestand begint met een byte order mark (BOM), die niet is toegestaan (OP192). Sla het op als UTF-8 zonder BOM.',
  'POORT-CODERING': 'Het bestand is geen UTF-8 maar {codering} (OP192). Sla het op als UTF-8 zonder BOM.',
  'POORT-TEKENS':
    'Het bestand bevat een stuurteken ({teken}; {aantal} keer een stuurteken in totaal), dat in XML niet mag voorkomen. Verwijder de stuurtekens.',
  'POORT-DOCTYPE': 'Het bestand bevat een DOCTYPE; die hoort niet in een iJW-bericht. Verwijder de DOCTYPE.',
  'POORT-DIEPTE':
    'De elementen zijn meer dan 64 niveaus diep genest; een iJW-bericht heeft er hooguit tien. Herstel de structuur van het bericht.',
  'POORT-ATTRIBUTEN':
    'Een begintag met zijn attributen is langer dan 64 KiB. Een iJW-bericht heeft geen attributen nodig; verwijder ze.',
  'POORT-TEKST': 'Een element bevat meer dan 10 MiB tekst. Kort de tekst in.',
  'POORT-ELEMENTEN': 'Het bestand bevat meer dan 2.000.000 elementen. Herstel of verdeel het bericht.',
  'POORT-COMMENTAAR':
    'Het bestand bevat meer dan 1.000 commentaren (<!-- … -->) en verwerkingsinstructies (<? … ?>), of meer dan 64 KiB daaraan. Ze horen niet bij het bericht; verwijder ze.',
  'POORT-HEADER':
    'De Header eindigt niet binnen de eerste 128 KiB van het bestand, of was bij ontvangst niet te lezen. Zet de Header vooraan, zonder commentaar of lege ruimte, en stuur het bericht opnieuw.',
  'POORT-PARTIJ':
    'De Header noemt een andere partij dan die waarvoor dit bericht is toegelaten. Verstuur een bericht met de sleutel van de partij die het verstuurt, en schrijf de Header zoals in de standaard.',
  'POORT-XML': 'Het bestand is geen welgevormde XML: {fout}. Herstel het bestand of het programma dat het maakt.',
  'POORT-INGEPAKT':
    'Het bestand is ingepakt ({formaat}). Pak het uit en stuur het XML-bericht dat erin zit, zonder Content-Encoding.',
  'POORT-EI':
    'Het bestand is geen XML maar een EI-bestand met regels van vaste breedte (berichtcode {berichtcode}), de vorm van vóór iJW 2.1 die nergens meer wordt gelezen. Stuur het bericht als XML.',
  'POORT-FORMAAT': 'Het bestand is geen XML maar {wat}. {doe}',
  'POORT-ENVELOP':
    'Het bestand is {wat}, niet het iJW-bericht zelf. Haal het bericht eruit (bij StUF-GGk de base64-inhoud van xmlBestand of tekstBestand) en stuur dat.',
  'POORT-NAAMRUIMTE': `Het bestand is geen iJW-bericht: {wat}. Ondersteund worden ${RELEASE_NAMEN}.`,
  'POORT-RELEASE': '{uitleg}',
} as const;
