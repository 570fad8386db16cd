import { parseArgs } from 'node:util';

/** An option of a command: with a text behind it, as often as one likes, or just on or off. */
export type OptieSoort = 'tekst' | 'teksten' | 'vlag';

type Waarden<O extends Readonly<Record<string, OptieSoort>>> = {
  readonly [N in keyof O]: O[N] extends 'vlag'
    ? boolean
    : O[N] extends 'tekst'
      ? string | undefined
      : readonly string[];
};

export type Gelezen<O extends Readonly<Record<string, OptieSoort>>> =
  | { readonly kind: 'ok'; readonly opties: Waarden<O>; readonly rest: readonly string[] }
  /** What was wrong with the call, a Dutch sentence for each mistake. */
  | { readonly kind: 'onjuist'; readonly fouten: readonly string[] };

/** Reads the arguments of a command, and says what is wrong with them. What follows `--` is never an option. */
export function leesOpties<const O extends Readonly<Record<string, OptieSoort>>>(
  args: readonly string[],
  bekend: O,
): Gelezen<O> {
  const options = Object.fromEntries(
    Object.entries(bekend).map(([naam, soort]) => [naam, { type: soort === 'vlag' ? 'boolean' : 'string' } as const]),
  );
  const { tokens } = parseArgs({ args: [...args], options, strict: false, allowPositionals: true, tokens: true });
  const gevonden = new Map<string, string[]>();
  const rest: string[] = [];
  const fouten: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') rest.push(token.value);
    if (token.kind !== 'option') continue;
    const fout = foutIn(token, Object.hasOwn(bekend, token.name) ? bekend[token.name] : undefined, bekend);
    if (fout === null) gevonden.set(token.name, [...(gevonden.get(token.name) ?? []), token.value ?? '']);
    else fouten.push(fout);
  }
  if (fouten.length > 0) return { kind: 'onjuist', fouten };
  const opties = Object.fromEntries(
    Object.entries(bekend).map(([naam, soort]) => {
      const waarden = gevonden.get(naam) ?? [];
      return [naam, soort === 'vlag' ? waarden.length > 0 : soort === 'tekst' ? waarden.at(-1) : waarden];
    }),
  );
  return { kind: 'ok', opties: opties as Waarden<O>, rest };
}

function foutIn(
  { rawName, value, inlineValue }: { rawName: string; value?: string | undefined; inlineValue?: boolean | undefined },
  soort: OptieSoort | undefined,
  bekend: Readonly<Record<string, OptieSoort>>,
): string | null {
  if (soort === undefined) {
    const namen = Object.keys(bekend).map((naam) => `--${naam}`);
    return `Onbekende optie ${rawName}. ${namen.length === 0 ? 'Deze opdracht heeft geen opties.' : `Bekend zijn ${namen.join(', ')}.`}`;
  }
  if (soort === 'vlag') return value === undefined ? null : `Optie ${rawName} neemt geen waarde.`;
  // `--uit --json`: the next option is not meant as a value; `--uit=--json` is.
  const leeg = value === undefined || (value.startsWith('-') && value !== '-' && inlineValue !== true);
  return leeg ? `Optie ${rawName} heeft een waarde nodig.` : null;
}

/** Says on standard error what was wrong and how the command is called; the exit code for it. */
export function meldOnjuist(fouten: readonly string[], gebruik: string): number {
  process.stderr.write(onjuistTekst(fouten, gebruik));
  return 2;
}

export function onjuistTekst(fouten: readonly string[], gebruik: string): string {
  return `${fouten.map((fout) => `${fout}\n`).join('')}${gebruik}`;
}
