import type { Bevinding } from '../../findings/bevinding.ts';
import { zonderStuurtekens } from '../terminal.ts';
import { type BevindingGroep, groepen, plaatsVan } from './groepeer.ts';
import type { Toets } from './toets.ts';
import type { Totaal } from './totaal.ts';

const NIVEAUS = { 0: 'het bestand', 1: 'het schema (XSD)', 2: 'de inhoud' } as const;

/** What became of one file, in one line. */
export function kopVan({ file, type, release, niveau }: Toets): string {
  const soort = type === null ? 'onbekend bericht' : `${type} (iJW ${release})`;
  return `${file}: ${soort}, ${niveau === null ? 'geldig' : `afgekeurd op niveau ${niveau}, ${NIVEAUS[niveau]}`}`;
}

/** What `check` says of one file, for people: findings that say the same are one line. */
export function verslag(toets: Toets): string {
  return regels([kopVan(toets), ...groepen(toets.bevindingen).map((groep) => `  ${groepTekst(groep)}`)]);
}

/** One line of a report: what is wrong, where, how often. */
export function groepTekst({ eerste, aantal, plaatsen }: BevindingGroep): string {
  const { ernst, pad, melding } = eerste;
  const waar = pad === null ? '' : ` ${pad}`;
  if (aantal === 1) {
    const plaats = plaatsVan(eerste);
    return `${ernst}${plaats === '' ? '' : ` ${plaats}`} ${codeVan(eerste)}${waar}: ${melding}`;
  }
  const genoemd = plaatsen.map(plaatsVan).filter((plaats) => plaats !== '');
  const meer = aantal > plaatsen.length ? ' …' : '';
  const waaronder = genoemd.length === 0 ? '' : ` (${genoemd.join('; ')}${meer})`;
  return `${ernst} ${codeVan(eerste)}${waar}: ${aantal} keer${waaronder}: ${melding}`;
}

export function codeVan({ regel, retourcode }: Pick<Bevinding, 'regel' | 'retourcode'>): string {
  return retourcode === null ? regel : `${regel} (${retourcode})`;
}

/** The last lines: per rule how often and where first, when several files were rejected, and how many of each. */
export function slotregels(totaal: Totaal): string {
  const { getoetst, geldig, afgekeurd, onleesbaar } = totaal;
  const perRegel = totaal.regels().map((r) => {
    const waar = `${r.plaatsen.join(', ')}${r.aantal > r.plaatsen.length ? ' …' : ''}`;
    return `  ${codeVan(r)}: ${r.aantal} keer in ${r.bestanden} ${r.bestanden === 1 ? 'bestand' : 'bestanden'}: ${waar}`;
  });
  const rest = onleesbaar === 0 ? '' : `, ${onleesbaar} niet te lezen`;
  return regels([
    ...(afgekeurd > 1 ? ['Per regel:', ...perRegel] : []),
    `${getoetst} getoetst: ${geldig} geldig, ${afgekeurd} afgekeurd${rest}`,
  ]);
}

function regels(tekst: readonly string[]): string {
  return `${tekst.map(zonderStuurtekens).join('\n')}\n`;
}
