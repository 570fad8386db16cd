import { leesOpties } from '../opties.ts';
import { rapportFout } from './rapport/rapport.ts';

export const GEBRUIK = `Gebruik: ijw-gateway check [--json] [--quiet] [--report BESTAND] PAD…
  PAD is een bestand, een map (alle .xml erin en eronder), of - voor de standaardinvoer.
  --json            één JSON-object per regel, met alle bevindingen
  --quiet           toon alleen wat is afgekeurd
  --report BESTAND  schrijf ook een verslag: .json, .xml (JUnit) of .html
`;

export interface CheckOpdracht {
  readonly json: boolean;
  readonly stil: boolean;
  readonly rapport: string | null;
  readonly paden: readonly string[];
}

/** What is asked, or a Dutch sentence for each thing that is wrong with the call. */
export function checkOpdracht(args: readonly string[]): CheckOpdracht | { readonly fouten: readonly string[] } {
  const gelezen = leesOpties(args, { json: 'vlag', quiet: 'vlag', report: 'tekst' });
  if (gelezen.kind === 'onjuist') return gelezen;
  const { opties, rest: paden } = gelezen;
  const rapport = opties.report ?? null;
  const vorm = rapport === null ? null : rapportFout(rapport);
  const fouten = [
    ...(vorm === null ? [] : [vorm]),
    ...(paden.length === 0 ? ['Noem ten minste één bestand of map, of - voor de standaardinvoer.'] : []),
    ...(paden.filter((pad) => pad === '-').length > 1
      ? ['De standaardinvoer (-) kan maar één keer worden gelezen.']
      : []),
  ];
  return fouten.length > 0 ? { fouten } : { json: opties.json, stil: opties.quiet, rapport, paden };
}
