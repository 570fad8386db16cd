import { spawn, spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Runs a command in the project, its output on ours; gives the exit code, 1 when a signal ended it. */
export function run(command, args, env = {}) {
  return new Promise((done) => {
    const child = spawn(command, args, { cwd: ROOT, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => done(127));
    child.once('exit', (code) => done(code ?? 1));
  });
}

/** Runs a tool that the project installed, by the script that its package names. */
export function runTool(name, args = [], env = {}) {
  return run(join(ROOT, 'node_modules', '.bin', name), args, env);
}

/** Whether a command is on the PATH, or in one of the other folders. */
export function hasCommand(name, folders = []) {
  const places = [...(process.env.PATH ?? '').split(delimiter), ...folders].filter((folder) => folder !== '');
  return places.some((folder) => isExecutable(join(folder, name)));
}

function isExecutable(path) {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

/** Whether a command runs and ends well; for tools that are on the PATH and yet do not work. */
export function works(command, args) {
  return spawnSync(command, args, { stdio: 'ignore' }).status === 0;
}
