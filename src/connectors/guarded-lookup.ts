import type { LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { isIP } from 'node:net';
import { isPublicAddress, type Resolve, resolveHost } from '../channels/address-guard.ts';

/** The name stands for an address where nothing may be sent. */
export class PrivateTarget extends Error {
  readonly code = 'PRIVATE_TARGET';

  constructor() {
    super('the target lies in a private network');
    this.name = 'PrivateTarget';
  }
}

/**
 * Looks a name up for the socket that is about to connect: what is judged is what is connected to, so a name that stands
 * for something else by now gets nowhere. One private address among several refuses the name.
 */
export function guardedLookup(resolve: Resolve = resolveHost): LookupFunction {
  return (host, options, callback) => {
    resolve(host).then(
      (addresses) => {
        if (addresses.length === 0 || !addresses.every(isPublicAddress)) return callback(new PrivateTarget(), '', 0);
        const found: LookupAddress[] = addresses.map((address) => ({ address, family: isIP(address) }));
        if (options.all === true) return callback(null, found);
        const [first] = found;
        return callback(null, first?.address ?? '', first?.family);
      },
      (fout: NodeJS.ErrnoException) => callback(fout, '', 0),
    );
  };
}
