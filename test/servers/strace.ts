import { readFileSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** A system call: its first argument as text, what it answered, and its place among all beginnings and ends. */
export interface SystemCall {
  readonly name: string;
  readonly args: string;
  readonly result: string;
  readonly began: number;
  readonly ended: number;
}

/**
 * Command words that run what follows them under strace, which writes these calls of all its threads and children to
 * `file`. strace stands beside the program, not above it: signals and exit code are the program's own.
 */
export function straced(file: string, calls: string, more: readonly string[] = []): string[] {
  return ['strace', '-D', '-f', '-y', '--seccomp-bpf', '-qq', '-s', '48', '-e', `trace=${calls}`, ...more, '-o', file];
}

/** The calls of a program that has ended (with this process number), in the order in which they ended. */
export async function systemCalls(file: string, pid: number): Promise<SystemCall[]> {
  // strace writes how a process ended as its last word on it; -qq leaves out the others.
  let text = '';
  for (let look = 0; look < 600; look++) {
    text = read(file);
    if (!alive(pid) && text.endsWith('\n') && text.length > 0) {
      await sleep(100);
      if (read(file) === text) break;
    }
    await sleep(50);
  }
  return parsed(text);
}

function parsed(text: string): SystemCall[] {
  const calls: SystemCall[] = [];
  const open = new Map<string, { readonly args: string; readonly began: number }>();
  for (const [place, line] of text.split('\n').entries()) {
    const [, pid = '', name = '', args = '', end = ''] =
      /^(\d+) +(\w+)\((.*?)( <unfinished \.\.\.>$|\) += .*$)/.exec(line) ?? [];
    if (name !== '') {
      if (end.startsWith(' <')) open.set(`${pid} ${name}`, { args, began: place });
      else calls.push({ name, args, result: end.replace(/^\) += /, ''), began: place, ended: place });
      continue;
    }
    const [, by = '', resumed = '', rest = '', result = ''] =
      /^(\d+) +<\.\.\. (\w+) resumed>(.*?)\) += (.*)$/.exec(line) ?? [];
    const begun = open.get(`${by} ${resumed}`);
    if (begun === undefined) continue;
    open.delete(`${by} ${resumed}`);
    calls.push({ name: resumed, args: begun.args + rest, result, began: begun.began, ended: place });
  }
  return calls;
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function alive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
}
