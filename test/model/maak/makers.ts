import { jw319 } from './antwoord.ts';
import { jw303, jw323 } from './declaratie.ts';
import type { Maak } from './omstandigheid.ts';
import { jw304, jw325, retour } from './ontvangen.ts';
import { jw305, jw307 } from './regie.ts';
import { jw301 } from './toewijzing.ts';
import { jw315, jw317 } from './verzoek.ts';

/** How often each is sent, compared with the others. */
export const MAKERS: readonly (readonly [naam: string, gewicht: number, maak: Maak])[] = [
  ['JW301', 5, jw301],
  ['JW303', 4, jw303],
  ['JW305', 4, jw305],
  ['JW307', 4, jw307],
  ['JW315', 4, jw315],
  ['JW317', 2, jw317],
  ['JW319', 2, jw319],
  ['JW323', 6, jw323],
  ['retour', 5, retour],
  ['JW304', 2, jw304],
  ['JW325', 3, jw325],
];
