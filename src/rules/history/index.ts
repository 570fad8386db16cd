import type { Regel } from '../regel.ts';

export const HISTORY_REGELS: readonly Regel[] = [];
