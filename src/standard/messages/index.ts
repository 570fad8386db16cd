import { BERICHT_TYPES, type BerichtType } from '../message-types.ts';
import { JW301 } from './jw301.ts';
import { JW302 } from './jw302.ts';
import { JW303 } from './jw303.ts';
import { JW304 } from './jw304.ts';
import { JW305 } from './jw305.ts';
import { JW306 } from './jw306.ts';
import { JW307 } from './jw307.ts';
import { JW308 } from './jw308.ts';
import { JW315 } from './jw315.ts';
import { JW316 } from './jw316.ts';
import { JW317 } from './jw317.ts';
import { JW318 } from './jw318.ts';
import { JW319 } from './jw319.ts';
import { JW320 } from './jw320.ts';
import { JW323 } from './jw323.ts';
import { JW325 } from './jw325.ts';
import type { MessageDescriptor } from './message-descriptor.ts';

/** The messages that the gateway knows. */
export const MESSAGES: Readonly<Record<BerichtType, MessageDescriptor>> = {
  JW301,
  JW302,
  JW303,
  JW304,
  JW305,
  JW306,
  JW307,
  JW308,
  JW315,
  JW316,
  JW317,
  JW318,
  JW319,
  JW320,
  JW323,
  JW325,
};

/** The message that makes a request of this kind. */
export function requestOf(soort: 'VOT' | 'VOW'): BerichtType {
  const type = BERICHT_TYPES.find((one) => MESSAGES[one].verzoek === soort);
  if (type === undefined) throw new Error(`no message makes a ${soort}`);
  return type;
}

/** The type that this one answers; undefined when it answers none. */
export function answeredBy(antwoord: BerichtType): BerichtType | undefined {
  return BERICHT_TYPES.find((type) => MESSAGES[type].antwoord === antwoord);
}
