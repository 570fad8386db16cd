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

/** CPU seconds so far of a process group: a server whose script starts another program. */
export function groupTime(pid) {
  if (!canMeasure) return 0;
  const nummers = readdirSync('/proc').filter((naam) => /^\d+$/.test(naam));
  const groep = nummers.map((naam) => fields(`/proc/${naam}/stat`)).filter((f) => Number(f[2]) === pid);
  return groep.reduce((som, f) => som + seconds(f[11], f[12]), 0);
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

/** CPU seconds so far of what serves the messages; the gateway by thread. */
export function used(gateway, postgres) {
  return {
    threads: threadTimes(gateway.pid),
    redis: childTime(gateway.pid),
    postgres: postgres === null ? 0 : childTime(postgres.pid),
  };
}

/** CPU ms per message of each part; the busiest threads of the gateway apart. Null where the system does not tell. */
export function perMessage(voor, na, load, aantal) {
  if (!canMeasure) return null;
  const ms = (seconden) => (seconden * 1000) / aantal;
  const threads = Object.entries(na.threads).map(([tid, tijd]) => [tid, tijd - (voor.threads[tid] ?? 0)]);
  const [hoofd, ...andere] = threads.map(([, tijd]) => ms(tijd));
  const [eerste = 0, tweede = 0, ...rest] = andere.sort((a, b) => b - a);
  return {
    hoofd,
    eerste,
    tweede,
    rest: rest.reduce((som, tijd) => som + tijd, 0),
    postgres: ms(na.postgres - voor.postgres),
    redis: ms(na.redis - voor.redis),
    load: ms(load),
  };
}

/** All of it but the load generator; not a number where the system does not tell. */
export function whole(cpu) {
  if (cpu === null) return Number.NaN;
  const { hoofd, eerste, tweede, rest, postgres, redis } = cpu;
  return hoofd + eerste + tweede + rest + postgres + redis;
}
