import type { Gateway } from '../gateway/gateway.ts';
import type { Sleutel } from '../store/keys/contract.ts';
import type { BerichtBeeld } from '../store/messages/contract.ts';

/** What a key may see: everything, the messages of some regions, or those of its own party (with its predecessors). */
export type Zicht =
  | { readonly kind: 'alles' }
  | { readonly kind: 'regios'; readonly regios: readonly string[] }
  | { readonly kind: 'partijen'; readonly partijen: readonly string[] };

export async function zichtVan(sleutel: Sleutel, gateway: Gateway): Promise<Zicht> {
  if (sleutel.rol === 'beheerder') return { kind: 'alles' };
  if (sleutel.rol === 'operator') return { kind: 'regios', regios: sleutel.regios ?? [] };
  return { kind: 'partijen', partijen: await partijenVan(sleutel, gateway) };
}

/** The parties that a key acts for: its own code, and for a gemeente those that it succeeds (`opvolger`). */
export async function partijenVan(sleutel: Sleutel, gateway: Gateway): Promise<readonly string[]> {
  if (sleutel.partij === null) return [];
  if (sleutel.rol !== 'gemeente') return [sleutel.partij];
  const familie = (await gateway.afspraken()).familie(sleutel.partij);
  return [...new Set([sleutel.partij, ...familie])];
}

/** Sent by it, or delivered to it; an operator sees its regions, and no message of a code without a region. */
export function zietBericht(zicht: Zicht, bericht: BerichtBeeld): boolean {
  if (zicht.kind === 'alles') return true;
  if (zicht.kind === 'regios') return bericht.regio !== null && zicht.regios.includes(bericht.regio);
  return zicht.partijen.some((p) => p === bericht.partij || bericht.afleveringen.some((a) => a.partij === p));
}

/** Only parties see what is theirs; whoever else opens a body is written down (docs/decisions/privacy.md). */
export function moetBoeken(sleutel: Sleutel): boolean {
  return sleutel.rol === 'operator' || sleutel.rol === 'beheerder';
}
