import { FAULT_POINTS, type FaultPoint } from './points.ts';

export interface FaultSetting {
  readonly point: FaultPoint;
  /** Which passing kills, from 1. */
  readonly passing: number;
  /** Passings count from SIGUSR2 on, not from the start. */
  readonly onSignal: boolean;
}

/** `naam`, `naam:3`, `naam:3:sein`; null for anything else. */
export function readFault(text: string): FaultSetting | null {
  const [, name, passing = '1', signal] = /^([A-Za-z.]+)(?::([1-9]\d{0,5}))?(:sein)?$/.exec(text) ?? [];
  const point = FAULT_POINTS.find((one) => one === name);
  return point === undefined ? null : { point, passing: Number(passing), onSignal: signal !== undefined };
}
