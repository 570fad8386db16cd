/**
 * Version of the rule set, on every verdict and as XsltVersie in answers that level 2 rejected (IV033). Raise it whenever
 * a rule starts to judge differently.
 */
export const REGELS_VERSIE = '1.0.0';
