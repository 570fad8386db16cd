import type { AfsprakenDocument } from './document.ts';

/** A list of the agreements document: what can be added to, taken from or changed. */
export type Onderdeel = Exclude<keyof AfsprakenDocument, 'versie'>;

/** An item of that list. */
export type OnderdeelItem<O extends Onderdeel> = NonNullable<AfsprakenDocument[O]>[number];
