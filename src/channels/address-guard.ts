import { lookup } from 'node:dns/promises';
import ipaddr from 'ipaddr.js';

/** What a name stands for; a seam for tests. */
export type Resolve = (host: string) => Promise<readonly string[]>;

export const resolveHost: Resolve = async (host) => {
  const found = await lookup(host, { all: true });
  return found.map(({ address }) => address);
};

/**
 * Whether it lies on the internet, where anybody may be reached: not this machine, its network, its cloud's metadata, or
 * any range set apart. What is no address is not public.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  // An IPv4 address that is written as IPv6 is what it stands for.
  return ipaddr.process(address).range() === 'unicast';
}

export interface TargetRules {
  /** WEBHOOK_PRIVE=ja: http and any address, for tests and for a network of one's own. */
  readonly privateAllowed: boolean;
  readonly resolve?: Resolve;
}

const LONGEST = 2_048;

/**
 * Why nothing may be sent to this address, as a Dutch sentence; null when it may. A name that cannot be found now may be
 * later: whoever connects looks again, at the address of the socket.
 */
export async function targetProblem(target: string, rules: TargetRules): Promise<string | null> {
  const { privateAllowed, resolve = resolveHost } = rules;
  const url = URL.canParse(target) && target.length <= LONGEST ? new URL(target) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol)) {
    return 'Dit is geen adres dat met https:// begint (ten hoogste 2048 tekens).';
  }
  if (url.username !== '' || url.password !== '') return 'Zet geen naam of wachtwoord in het adres.';
  if (url.hash !== '') return 'Laat het deel vanaf # weg.';
  if (privateAllowed) return null;
  if (url.protocol === 'http:')
    return 'Gebruik https: zonder versleuteling gaan er geen persoonsgegevens over de lijn.';
  const addresses = await addressesOf(url, resolve);
  return addresses.every(isPublicAddress) ? null : PRIVATE;
}

/** Of the host as it stands in the address, without the brackets of IPv6. */
async function addressesOf({ hostname }: URL, resolve: Resolve): Promise<readonly string[]> {
  const host = hostname.replace(/^\[|\]$/g, '');
  return ipaddr.isValid(host) ? [host] : resolve(host).catch(() => []);
}

const PRIVATE =
  'Dit adres ligt in een eigen of lokaal netwerk; daar stuurt de gateway niets heen. Geef een adres op internet, of zet WEBHOOK_PRIVE=ja als het uw eigen netwerk is.';
