/** Retourcodes of the rules on lines (docs/regels.md). */
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
/** Where iJW 2.3 has others (the retourcodes of its schema). */
const OUDE_CODES: Readonly<Record<string, string>> = {
  ...CODES,
  CS064: '8848',
  CS329: 'S329',
  IV032: '8847',
  IV053: '8853',
  'OP278 declaratie': '8856',
  'OP278 factuur': '8855',
  TR303: '0551',
  TR305: '1112',
  TR306: '1142',
  TR309: '9309',
  TR318: '8214',
  TR324: '0030',
  TR390: '8854',
};

const inVolgorde = (codes: Readonly<Record<string, string>>) => (regels: readonly string[]) =>
  [...regels].sort().map((regel) => codes[regel] ?? regel);

/** In order of the rules. */
export const codesVan = inVolgorde(CODES);
export const oudeCodesVan = inVolgorde(OUDE_CODES);
