import { readdirSync, readFileSync } from 'node:fs';

/** Ticks a second of /proc; 100 on every Linux that Node runs on. */
const TIKKEN = 100;

/** Whether this system tells what processes use. */
export const canMeasure = process.platform === 'linux';

/** CPU seconds so far of each thread of a process: `{ tid: seconds }`. */
export function threadTimes(pid) {
  if (!canMeasure) return {};
  const tids = readdirSync(`/proc/${pid}/task`);
  return Object.fromEntries(tids.map((tid) => [tid, ownTime(`/proc/${pid}/task/${tid}/stat`)]));
}

/** CPU seconds so far of the children of a process, those that ended included. */
export function childTime(pid) {
  if (!canMeasure) return 0;
  const nummers = readdirSync('/proc').filter((naam) => /^\d+$/.test(naam));
  const kinderen = nummers.map((naam) => fields(`/proc/${naam}/stat`)).filter((f) => Number(f[1]) === pid);
  const geeindigd = fields(`/proc/${pid}/stat`);
  return seconds(geeindigd[13], geeindigd[14]) + kinderen.reduce((som, f) => som + seconds(f[11], f[12]), 0);
}

/** Memory in use by a process now, in bytes. */
export function memory(pid) {
  if (!canMeasure) return Number.NaN;
  const [, kB] = /VmRSS:\s+(\d+) kB/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kB) * 1024;
}

function ownTime(pad) {
  const f = fields(pad);
  return seconds(f[11], f[12]);
}

function seconds(user, system) {
  return (Number(user ?? 0) + Number(system ?? 0)) / TIKKEN;
}

/** What follows the name of the process, which may hold spaces: state, parent, … (fields 3 and on of proc(5)). */
function fields(pad) {
  try {
    const tekst = readFileSync(pad, 'utf8');
    return tekst.slice(tekst.lastIndexOf(')') + 2).split(' ');
  } catch {
    return [];
  }
}
