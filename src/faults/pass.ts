import { writeSync } from 'node:fs';
import type { FaultPoint, FaultStep } from './points.ts';
import type { FaultSetting } from './setting.ts';

let armed: ((point: FaultPoint) => void) | null = null;

/** Whether this process was started to be killed at a point. */
export function faultsArmed(): boolean {
  return armed !== null;
}

/** The process is at this point: when it was armed for it, it is killed (SIGKILL) here. */
export function pass(point: FaultPoint): void {
  if (armed !== null) armed(point);
}

/** Work with its two points. */
export async function passing<T>(step: FaultStep, work: () => Promise<T>): Promise<T> {
  if (armed === null) return work();
  pass(`${step}.before`);
  const result = await work();
  pass(`${step}.after`);
  return result;
}

/** From here on the process ends at the given passing of the point; what it says of that goes to standard error. */
export function armFaults({ point, passing, onSignal }: FaultSetting): void {
  let counts = !onSignal;
  let left = passing;
  if (onSignal) {
    process.on('SIGUSR2', () => {
      counts = true;
    });
  }
  armed = (here) => {
    if (!counts || here !== point || --left > 0) return;
    writeSync(2, `fault ${point}\n`);
    process.kill(process.pid, 'SIGKILL');
  };
}
