/**
 * The messages that the gateway knows, in one table.
 *
 * Source: the headers of the published XSDs and IV028 (a retourbericht keeps Afzender and Ontvanger of what it answers,
 * so who sends can only be told from the BerichtCode), and the header of JW303/JW304 in iJW 2.3.
 */
export const RELEASES = ['2.3', '3.2'] as const;
export type Release = (typeof RELEASES)[number];
/** As people read them. */
export const RELEASE_NAMEN: string = RELEASES.map((release) => `iJW ${release}`).join(' en ');

export const BERICHT_TYPES = [
  'JW301',
  'JW302',
  'JW303',
  'JW304',
  'JW305',
  'JW306',
  'JW307',
  'JW308',
  'JW315',
  'JW316',
  'JW317',
  'JW318',
  'JW319',
  'JW320',
  'JW323',
  'JW325',
] as const;
export type BerichtType = (typeof BERICHT_TYPES)[number];

export type PartijRol = 'aanbieder' | 'gemeente';

/** What a message is in its exchange: the first word, the retour on it, or the answer that a declaratie gets. */
export type Aard = 'heen' | 'retour' | 'declaratie-antwoord';

export interface BerichtSoort {
  readonly type: BerichtType;
  readonly aard: Aard;
  /** The role of the party that really sends it. */
  readonly zender: PartijRol;
  /** Header element that holds the gemeentecode, and the one that holds the AGB code. */
  readonly gemeenteIn: 'Afzender' | 'Ontvanger' | 'Gemeente';
  readonly aanbiederIn: 'Afzender' | 'Ontvanger' | 'Aanbieder';
  /** The type that answers it; null when nothing does. */
  readonly antwoord: BerichtType | null;
  /** BerichtCode values; the first is what the gateway writes. */
  readonly codes: readonly string[];
  readonly releases: readonly Release[];
}

const BEIDE: readonly Release[] = ['2.3', '3.2'];
const ALLEEN_32: readonly Release[] = ['3.2'];
const ALLEEN_23: readonly Release[] = ['2.3'];

function soort(
  type: BerichtType,
  aard: Aard,
  zender: PartijRol,
  gemeenteIn: BerichtSoort['gemeenteIn'],
  aanbiederIn: BerichtSoort['aanbiederIn'],
  antwoord: BerichtType | null,
  codes: readonly string[],
  releases: readonly Release[],
): BerichtSoort {
  return Object.freeze({ type, aard, zender, gemeenteIn, aanbiederIn, antwoord, codes, releases });
}

export const BERICHT_SOORTEN: Readonly<Record<BerichtType, BerichtSoort>> = {
  JW301: soort('JW301', 'heen', 'gemeente', 'Afzender', 'Ontvanger', 'JW302', ['436'], BEIDE),
  JW302: soort('JW302', 'retour', 'aanbieder', 'Afzender', 'Ontvanger', null, ['437'], BEIDE),
  JW303: soort('JW303', 'heen', 'aanbieder', 'Gemeente', 'Aanbieder', 'JW304', ['432', '450'], ALLEEN_23),
  JW304: soort('JW304', 'declaratie-antwoord', 'gemeente', 'Gemeente', 'Aanbieder', null, ['433', '451'], ALLEEN_23),
  JW305: soort('JW305', 'heen', 'aanbieder', 'Ontvanger', 'Afzender', 'JW306', ['438'], BEIDE),
  JW306: soort('JW306', 'retour', 'gemeente', 'Ontvanger', 'Afzender', null, ['439'], BEIDE),
  JW307: soort('JW307', 'heen', 'aanbieder', 'Ontvanger', 'Afzender', 'JW308', ['440'], BEIDE),
  JW308: soort('JW308', 'retour', 'gemeente', 'Ontvanger', 'Afzender', null, ['441'], BEIDE),
  JW315: soort('JW315', 'heen', 'aanbieder', 'Ontvanger', 'Afzender', 'JW316', ['446'], BEIDE),
  JW316: soort('JW316', 'retour', 'gemeente', 'Ontvanger', 'Afzender', null, ['447'], BEIDE),
  JW317: soort('JW317', 'heen', 'aanbieder', 'Ontvanger', 'Afzender', 'JW318', ['486'], ALLEEN_32),
  JW318: soort('JW318', 'retour', 'gemeente', 'Ontvanger', 'Afzender', null, ['487'], ALLEEN_32),
  JW319: soort('JW319', 'heen', 'gemeente', 'Afzender', 'Ontvanger', 'JW320', ['488'], ALLEEN_32),
  JW320: soort('JW320', 'retour', 'aanbieder', 'Afzender', 'Ontvanger', null, ['489'], ALLEEN_32),
  JW323: soort('JW323', 'heen', 'aanbieder', 'Ontvanger', 'Afzender', 'JW325', ['490'], ALLEEN_32),
  JW325: soort('JW325', 'declaratie-antwoord', 'gemeente', 'Afzender', 'Ontvanger', null, ['491'], ALLEEN_32),
};

/** The namespace of a message; the base schema's where type is null. */
export function namespaceOf(release: Release, type: BerichtType | null): string {
  const part = type === null ? 'basisschema' : type.toLowerCase();
  return `http://www.istandaarden.nl/ijw/${release.replace('.', '_')}/${part}/schema`;
}

/** The message that a root namespace names, or null when no supported release has it. */
export function messageOfNamespace(namespace: string): { type: BerichtType; release: Release } | null {
  const match = /^http:\/\/www\.istandaarden\.nl\/ijw\/(\d)_(\d)\/(jw\d{3})\/schema$/.exec(namespace);
  if (match === null) return null;
  const release = `${match[1]}.${match[2]}`;
  const type = (match[3] ?? '').toUpperCase();
  const soort = (BERICHT_SOORTEN as Record<string, BerichtSoort | undefined>)[type];
  const known = soort?.releases.find((r) => r === release);
  return soort === undefined || known === undefined ? null : { type: soort.type, release: known };
}
