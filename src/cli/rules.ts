import { parseArgs } from 'node:util';
import { overzicht, type RegelOverzicht } from '../rules/overzicht.ts';
import type { Uitvoer } from './check.ts';
import { alsMarkdown } from './rules-markdown.ts';

const GEBRUIK = 'Gebruik: ijw-gateway rules [--json | --markdown]\n';

/** `ijw-gateway rules [--json | --markdown]`: the catalogue. Gives 0, or 2 for wrong use. */
export async function rules(args: readonly string[]): Promise<number> {
  return runRules(args, {
    regel: (tekst) => void process.stdout.write(tekst),
    fout: (tekst) => process.stderr.write(tekst),
  });
}

export async function runRules(args: readonly string[], uit: Uitvoer): Promise<number> {
  const vorm = leesVorm(args);
  if (vorm === null) {
    uit.fout(GEBRUIK);
    return 2;
  }
  const alles = overzicht();
  if (vorm === 'json') await uit.regel(`${JSON.stringify(alles, null, 2)}\n`);
  else if (vorm === 'markdown') await uit.regel(alsMarkdown(alles));
  else await uit.regel(alsTabel(alles.regels));
  return 0;
}

function leesVorm(args: readonly string[]): 'json' | 'markdown' | 'tabel' | null {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { json: { type: 'boolean', default: false }, markdown: { type: 'boolean', default: false } },
    });
    if (values.json && values.markdown) return null;
    if (values.json) return 'json';
    return values.markdown ? 'markdown' : 'tabel';
  } catch {
    return null;
  }
}

/** One line a rule, in columns. */
function alsTabel(regels: readonly RegelOverzicht[]): string {
  const breedte = Math.max(...regels.map((regel) => regel.code.length));
  const rij = (code: string, niveau: string, retour: string, berichten: string, tekst: string) =>
    `${code.padEnd(breedte)}  ${niveau.padEnd(6)}  ${retour.padEnd(6)}  ${berichten}\n${' '.repeat(breedte)}  ${tekst}\n`;
  const kop = rij('regel', 'niveau', 'code', 'berichten', 'melding');
  return (
    kop + regels.map((r) => rij(r.code, String(r.niveau), r.retourcode ?? '-', r.berichten.join(' '), r.tekst)).join('')
  );
}
