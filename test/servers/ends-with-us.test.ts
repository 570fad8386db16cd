import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { expect, it } from 'vitest';
import { endsWithUs } from './ends-with-us.ts';

it.skipIf(endsWithUs('KILL').length === 0)(
  'what a test started ends with the run, also when that is killed',
  async () => {
    const starts = `
    const { spawn } = require('node:child_process');
    const [command, ...args] = ${JSON.stringify([...endsWithUs('KILL'), 'sleep', '600'])};
    console.log(spawn(command, args, { stdio: 'ignore' }).pid);
    setInterval(() => undefined, 1000);`;
    const run = spawn(process.execPath, ['-e', starts], { stdio: ['ignore', 'pipe', 'inherit'] });
    const [said] = (await once(run.stdout, 'data')) as [Buffer];
    const pid = Number(said.toString());
    expect(existsSync(`/proc/${pid}`)).toBe(true);
    run.kill('SIGKILL');
    await once(run, 'exit');
    await expect.poll(() => existsSync(`/proc/${pid}`), { timeout: 20_000 }).toBe(false);
  },
);
