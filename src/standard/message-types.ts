/** Names of the messages and releases that the gateway knows; `messages/` says what each message is. */
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
