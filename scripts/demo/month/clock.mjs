/**
 * Loaded before the gateway of the demonstration (`node --import`): its clock runs behind by so many milliseconds as the
 * file DEMO_CLOCK says, in all its threads and in its database, so that a month of messages comes in on the days of a month.
 */
import { readFileSync } from 'node:fs';

const FILE = process.env.DEMO_CLOCK ?? '';
/** How soon a change of the file is seen (ms). */
const LOOK_MS = 20;
const RealDate = Date;
const realNow = Date.now.bind(Date);
let behind = 0;
let looked = Number.NEGATIVE_INFINITY;

function now() {
  const tick = performance.now();
  if (tick - looked > LOOK_MS) {
    looked = tick;
    try {
      behind = Number(readFileSync(FILE, 'utf8')) || 0;
    } catch {
      // It is being written: what was read before holds.
    }
  }
  return realNow() - behind;
}

globalThis.Date = new Proxy(RealDate, {
  construct: (target, args, self) =>
    args.length === 0
      ? Reflect.construct(target, [now()], self === globalThis.Date ? target : self)
      : Reflect.construct(target, args, self === globalThis.Date ? target : self),
  apply: () => new RealDate(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
