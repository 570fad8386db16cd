const NAMEN: Readonly<Record<string, string>> = {
  '01': 'minuten',
  '04': 'uren',
  '14': 'etmalen',
  '16': 'dagdelen',
  '21': 'weken',
  '82': 'stuks',
  '83': 'eurocent',
  '84': 'stuks',
};

/** An Eenheid as people say it; the code itself where it has no name. */
export function eenheidNaam(code: string): string {
  return NAMEN[code] ?? code;
}
