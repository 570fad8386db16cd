import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runData } from '../../src/cli/data.ts';
import { dataAsMarkdown } from '../../src/cli/data-markdown.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';
import { TABLES } from '../../src/store/tables/tables.ts';

async function run(...args: string[]): Promise<{ code: number; out: string; error: string }> {
  const written = { out: '', error: '' };
  const code = await runData(args, {
    regel: (text) => {
      written.out += text;
    },
    fout: (text) => {
      written.error += text;
    },
  });
  return { code, ...written };
}

describe('ijw-gateway data', () => {
  it('shows every table, and every column with something of a person', async () => {
    const { code, out } = await run();
    expect(code).toBe(0);
    for (const { name, policy } of TABLES) {
      const row = out.split('\n').find((line) => line.startsWith(`| \`${name}\` |`)) ?? '';
      expect(row, name).toContain(policy.holds);
      for (const column of Object.keys(policy.personal)) expect(row, name).toContain(`\`${column}\``);
    }
    expect(out).not.toContain('undefined');
  });

  it('tells of the parts of messages where they are known', () => {
    const out = dataAsMarkdown(TABLES, [{ path: 'Client/Bsn', what: 'BSN' }]);
    expect(out).toContain('## In de berichten zelf');
    expect(out).toContain('| `Client/Bsn` | BSN |');
  });

  it.each([['--xml'], ['bericht']])('refuses wrong use: %s', async (...args) => {
    const { code, out, error } = await run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(error).toContain('Gebruik');
  });

  // To renew docs/gegevens.md: npx vitest run test/cli/data.test.ts -u
  it('is what docs/gegevens.md holds', async () => {
    const { out } = await run();
    await expect(out).toMatchFileSnapshot(join(PACKAGE_ROOT, 'docs', 'gegevens.md'));
  });
});
