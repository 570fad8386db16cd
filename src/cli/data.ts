import { TABLES } from '../store/tables/tables.ts';
import type { Uitvoer } from './check.ts';
import { dataAsMarkdown } from './data-markdown.ts';
import { leesOpties, onjuistTekst } from './opties.ts';

export const GEBRUIK = `Gebruik: ijw-gateway data
  Toont per tabel wat de gateway bewaart: over wie, hoe lang, en hoe het weggaat. Zo is docs/gegevens.md gemaakt.
`;

/** `ijw-gateway data`: the map of the data, as Markdown. Gives 0, or 2 for wrong use. */
export async function data(args: readonly string[]): Promise<number> {
  return runData(args, {
    regel: (tekst) => void process.stdout.write(tekst),
    fout: (tekst) => process.stderr.write(tekst),
  });
}

export async function runData(args: readonly string[], uit: Uitvoer): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist' || gelezen.rest.length > 0) {
    uit.fout(onjuistTekst(gelezen.kind === 'onjuist' ? gelezen.fouten : ['data neemt geen argumenten.'], GEBRUIK));
    return 2;
  }
  await uit.regel(dataAsMarkdown(TABLES));
  return 0;
}
