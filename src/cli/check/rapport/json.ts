import type { Vorm } from './vorm.ts';

/** One object: the counts, the totals per rule, and each file as `check --json` gives it. */
export const JSON_VORM: Vorm = {
  kop(totaal) {
    const { getoetst, geldig, afgekeurd, onleesbaar } = totaal;
    const tellingen = { getoetst, geldig, afgekeurd, onleesbaar, regels: totaal.regels() };
    return `${JSON.stringify(tellingen).slice(0, -1)},"bestanden":[\n`;
  },
  stuk: (ding, eerste) => `${eerste ? '' : ',\n'}${JSON.stringify(ding)}`,
  voet: () => '\n]}\n',
};
