/** Text per rule code: what is wrong, what to do. Placeholders: see vul.ts. */
export const HISTORY_TEKSTEN: Readonly<Record<string, string>> = {};
