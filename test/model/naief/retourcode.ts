/** Retourcodes of the rules on lines of a JW323 (STANDARD section 7). */
const CODES: Readonly<Record<string, string>> = {
  TR307: '9307',
  TR308: '9308',
  TR314: '8021',
  TR319: '9319',
  TR321: '9321',
  TR322: '9322',
  TR323: '8017',
  TR338: '9338',
  TR339: '9339',
  TR340: '9340',
  TR341: '9341',
  TR346: '9346',
  TR369: '9369',
  TR381: 'S329',
  TR384: '9384',
  TR387: '9387',
  TR388: '9388',
  TR389: '9389',
  TR390: '9390',
  TR418: '0611',
};

/** In order of the rules. */
export const codesVan = (regels: readonly string[]) => [...regels].sort().map((regel) => CODES[regel] ?? regel);
