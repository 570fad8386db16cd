import type { Bevinding } from '../findings/bevinding.ts';
import { meldMislukt, vraagGateway } from './gateway-client.ts';
import { leesOpties, meldOnjuist } from './opties.ts';
import { zonderStuurtekens } from './terminal.ts';

interface Bericht {
  readonly id: string;
  readonly type: string | null;
  readonly release: string | null;
  readonly afzender: string | null;
  readonly ontvanger: string | null;
  readonly regio: string | null;
  readonly status: string;
  readonly ontvangenOp: string;
  readonly beoordeeldOp: string | null;
  /** The gateway's own count of the agreements that judged it; older gateways do not tell. */
  readonly afsprakenVersie?: number | null;
  readonly bevindingen: readonly Bevinding[];
  readonly antwoorden: readonly { readonly id: string; readonly type: string; readonly ontvanger: string }[];
  readonly afleveringen: readonly { readonly partij: string; readonly status: string; readonly op: string }[];
  readonly inAntwoordOp: string | null;
}

export const GEBRUIK = 'Gebruik: ijw-gateway why ID\n';

/** `ijw-gateway why ID`: what came of a message, and for what reasons. */
export async function why(args: readonly string[]): Promise<number> {
  const gelezen = leesOpties(args, {});
  if (gelezen.kind === 'onjuist') return meldOnjuist(gelezen.fouten, GEBRUIK);
  const [id, teveel] = gelezen.rest;
  if (id === undefined || teveel !== undefined) return meldOnjuist(['Noem het id van één bericht.'], GEBRUIK);
  const uitkomst = await vraagGateway('GET', `/api/v1/berichten/${encodeURIComponent(id)}`);
  if (uitkomst.kind !== 'ok') return meldMislukt(uitkomst);
  process.stdout.write(vertel(uitkomst.body as Bericht));
  return 0;
}

/** The story of a message, line by line. */
export function vertel(b: Bericht): string {
  const soort = b.type === null ? 'Bericht van onbekende soort' : `${b.type} (iJW ${b.release ?? 'onbekend'})`;
  const regels = [
    `${soort} van ${b.afzender ?? 'onbekend'} aan ${b.ontvanger ?? 'onbekend'}: ${b.status}`,
    `  ontvangen ${b.ontvangenOp}, beoordeeld ${b.beoordeeldOp ?? 'nog niet'}, regio ${b.regio ?? 'geen'}`,
    ...(b.afsprakenVersie == null ? [] : [`  beoordeeld naar afspraken versie ${b.afsprakenVersie}`]),
    ...(b.inAntwoordOp === null ? [] : [`  antwoord op ${b.inAntwoordOp}`]),
    ...b.bevindingen.map(
      (v) => `  ${v.ernst} ${v.regel}${v.retourcode === null ? '' : ` (${v.retourcode})`}${plaats(v)}: ${v.melding}`,
    ),
    ...b.antwoorden.map((a) => `  → ${a.type} aan ${a.ontvanger} (${a.id})`),
    ...b.afleveringen.map((a) => `  afgeleverd aan ${a.partij}: ${a.status} ${a.op}`),
  ];
  return `${regels.map(zonderStuurtekens).join('\n')}\n`;
}

function plaats(v: Bevinding): string {
  const regel = v.lijn === null ? '' : `, regel ${v.lijn}${v.kolom === null ? '' : `:${v.kolom}`}`;
  return v.pad === null ? regel : ` in ${v.pad}${regel}`;
}
