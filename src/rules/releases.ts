import { RELEASES, type Release } from '../standard/message-types.ts';

/** The releases that a rule holds in. Each set answers for every release, so that a new one is asked for here. */
function releases(holds: Readonly<Record<Release, boolean>>): readonly Release[] {
  return RELEASES.filter((release) => holds[release]);
}

export const BEIDE_RELEASES = releases({ '2.3': true, '3.2': true });
export const ALLEEN_32 = releases({ '2.3': false, '3.2': true });
export const ALLEEN_23 = releases({ '2.3': true, '3.2': false });
