import { digestAfter } from '../gateway/people/digest-moment.ts';
import type { NoticePace } from '../gateway/people/subscriptions.ts';

/** After something was told nothing more is for so long: what happens meanwhile is told together (ms). */
const QUIET_MS = 15 * 60_000;
/** How soon what was tried in vain is tried again: doubling, up to the longest (ms). */
const FIRST_MS = 30_000;
const LONGEST_MS = 15 * 60_000;

/** When a subscription is looked at again, after something was told or there was nothing; `lookMs` after nothing. */
export function nextLook(ritme: NoticePace, now: Date, told: boolean, lookMs: number): Date {
  if (ritme === 'dag') return digestAfter(now);
  return new Date(now.getTime() + (told ? QUIET_MS : lookMs));
}

/** After so many attempts in vain before this one. */
export function nextTry(now: Date, pogingen: number): Date {
  return new Date(now.getTime() + Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(pogingen, 10)));
}
