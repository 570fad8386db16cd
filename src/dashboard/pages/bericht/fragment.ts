export interface FragmentRegel {
  readonly nummer: number;
  readonly tekst: string;
  readonly gemarkeerd: boolean;
}

/** Lines shown on either side, and characters of a line: a message may be one line of megabytes. */
const ROND = 2;
const LANGSTE = 400;

/** The line (counted from 1) and those round it. */
export function fragment(regels: readonly string[], lijn: number): FragmentRegel[] {
  const van = Math.max(1, lijn - ROND);
  return regels.slice(van - 1, lijn + ROND).map((tekst, i) => ({
    nummer: van + i,
    tekst: tekst.length > LANGSTE ? `${tekst.slice(0, LANGSTE)} …` : tekst,
    gemarkeerd: van + i === lijn,
  }));
}
