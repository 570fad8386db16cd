import { fork } from 'node:child_process';

/** A load process: what it is told, and what it says; whoever waits for a word is told when it breaks. */
export function loading(entry) {
  const load = fork(new URL(entry, import.meta.url));
  const broke = new Promise((_, reject) =>
    load.once('exit', (code) => code && reject(new Error('the load process broke'))),
  );
  return {
    send: (what) => load.send(what),
    answer: () => Promise.race([broke, new Promise((resolve) => load.once('message', resolve))]),
  };
}
