import type { Bevinding } from '../../xml/bevinding.ts';
import { zonderStuurtekens } from '../terminal.ts';
import type { Toets } from './toets.ts';

const NIVEAUS = { 0: 'het bestand', 1: 'het schema (XSD)', 2: 'de inhoud' } as const;

/** What `check` says of one file, for people. */
export function verslag(toets: Toets): string {
  const soort = toets.type === null ? 'onbekend bericht' : `${toets.type} (iJW ${toets.release})`;
  const uitslag = toets.niveau === null ? 'geldig' : `afgekeurd op niveau ${toets.niveau}, ${NIVEAUS[toets.niveau]}`;
  const regels = [`${toets.file}: ${soort}, ${uitslag}`, ...toets.bevindingen.map(regelVan)];
  return `${regels.map(zonderStuurtekens).join('\n')}\n`;
}

/** The last lines: how many of each. */
export function slotregel(geldig: number, afgekeurd: number, onleesbaar: number): string {
  const rest = onleesbaar === 0 ? '' : `, ${onleesbaar} niet te lezen`;
  return `${geldig + afgekeurd} getoetst: ${geldig} geldig, ${afgekeurd} afgekeurd${rest}\n`;
}

function regelVan(b: Bevinding): string {
  const plaats = b.lijn === null ? '' : ` regel ${b.lijn}${b.kolom === null ? '' : `, kolom ${b.kolom}`}`;
  const code = b.retourcode === null ? b.regel : `${b.regel} (${b.retourcode})`;
  return `  ${b.ernst}${plaats} ${code}${b.pad === null ? '' : ` ${b.pad}`}: ${b.melding}`;
}
