import { overzicht, type RegelOverzicht } from '../rules/overzicht.ts';
import type { Uitvoer } from './check.ts';
import { leesOpties, onjuistTekst } from './opties.ts';
import { geldigheid } from './rule-period.ts';
import { zoekRegels } from './rules-lookup.ts';
import { alsMarkdown } from './rules-markdown.ts';

export const GEBRUIK = `Gebruik: ijw-gateway rules [--json | --markdown]
         ijw-gateway rules [--json] CODE…
  CODE is een regel (TR322, POORT-RELEASE) of een retourcode (8187). Zonder CODE komt de hele lijst.
`;

/** `ijw-gateway rules`: the catalogue, or what is known of a code. Gives 0, or 2 for wrong use or a code nobody knows. */
export async function rules(args: readonly string[]): Promise<number> {
  return runRules(args, {
    regel: (tekst) => void process.stdout.write(tekst),
    fout: (tekst) => process.stderr.write(tekst),
  });
}

export async function runRules(args: readonly string[], uit: Uitvoer): Promise<number> {
  const gelezen = leesOpties(args, { json: 'vlag', markdown: 'vlag' });
  const fouten = gelezen.kind === 'onjuist' ? gelezen.fouten : [];
  const { opties, rest } = gelezen.kind === 'ok' ? gelezen : { opties: { json: false, markdown: false }, rest: [] };
  const samen = opties.markdown && (opties.json || rest.length > 0);
  if (fouten.length > 0 || samen) {
    const zin = `--markdown geeft de hele lijst en gaat niet samen met ${opties.json ? '--json' : 'een code'}.`;
    uit.fout(onjuistTekst([...fouten, ...(samen ? [zin] : [])], GEBRUIK));
    return 2;
  }
  if (rest.length > 0) return zoek(rest, opties.json, uit);
  const alles = overzicht();
  if (opties.json) await uit.regel(`${JSON.stringify(alles, null, 2)}\n`);
  else if (opties.markdown) await uit.regel(alsMarkdown(alles));
  else await uit.regel(`Regelset ${alles.versie}, oordeelt vanaf ${alles.vanaf}.\n${alsTabel(alles.regels)}`);
  return 0;
}

async function zoek(codes: readonly string[], json: boolean, uit: Uitvoer): Promise<number> {
  const gevonden = codes.map((code) => zoekRegels(code));
  const onbekend = codes.filter((_, i) => gevonden[i] === null);
  for (const code of onbekend) uit.fout(`${code} is geen regel en geen retourcode die de gateway kent.\n`);
  const bekend = gevonden.filter((g) => g !== null);
  if (json && bekend.length > 0)
    await uit.regel(
      `${JSON.stringify(
        bekend.map(({ uitkomst }) => uitkomst),
        null,
        2,
      )}\n`,
    );
  if (!json) for (const { tekst } of bekend) await uit.regel(tekst);
  return onbekend.length > 0 ? 2 : 0;
}

/** One line a rule, in columns. */
function alsTabel(regels: readonly RegelOverzicht[]): string {
  const breedte = Math.max(...regels.map((regel) => regel.code.length));
  const rij = (code: string, niveau: string, retour: string, berichten: string, tekst: string) =>
    `${code.padEnd(breedte)}  ${niveau.padEnd(6)}  ${retour.padEnd(6)}  ${berichten}\n${' '.repeat(breedte)}  ${tekst}\n`;
  const kop = rij('regel', 'niveau', 'code', 'berichten', 'melding');
  return (
    kop +
    regels
      .map((r) =>
        rij(
          r.code,
          String(r.niveau),
          r.retourcode ?? '-',
          [...r.berichten, geldigheid(r) ?? ''].join(' ').trim(),
          r.tekst,
        ),
      )
      .join('')
  );
}
