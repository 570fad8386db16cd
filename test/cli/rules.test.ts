import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { runRules } from '../../src/cli/rules.ts';
import { REGELS } from '../../src/rules/catalogue.ts';
import { PACKAGE_ROOT } from '../../src/standard/schema-files.ts';

async function draai(...args: string[]): Promise<{ code: number; uit: string; fout: string }> {
  const geschreven = { uit: '', fout: '' };
  const code = await runRules(args, {
    regel: (tekst) => {
      geschreven.uit += tekst;
    },
    fout: (tekst) => {
      geschreven.fout += tekst;
    },
  });
  return { code, ...geschreven };
}

describe('ijw-gateway rules', () => {
  it('shows every rule with its text', async () => {
    const { code, uit } = await draai();
    expect(code).toBe(0);
    for (const regel of REGELS) expect(uit).toContain(`${regel.code} `);
    expect(uit).not.toContain('undefined');
  });

  it('gives the same as JSON', async () => {
    const { code, uit } = await draai('--json');
    const { regels, nietGetoetst } = JSON.parse(uit);
    expect(code).toBe(0);
    expect(new Set(regels.map((regel: { code: string }) => regel.code))).toEqual(new Set(REGELS.map((r) => r.code)));
    expect(regels.find((regel: { code: string }) => regel.code === 'TR358')).toMatchObject({
      niveau: 2,
      retourcode: '0001',
      berichten: ['JW323'],
      klassen: ['Declaratie'],
    });
    expect(nietGetoetst.length).toBeGreaterThan(0);
  });

  it.each([['--xml'], ['TR358'], ['--json', '--markdown']])('refuses wrong use: %s', async (...args) => {
    const { code, uit, fout } = await draai(...args);
    expect([code, uit]).toEqual([2, '']);
    expect(fout).toContain('Gebruik');
  });

  // To renew docs/regels.md: npx vitest run test/cli/rules.test.ts -u
  it('is what docs/regels.md holds', async () => {
    const { uit } = await draai('--markdown');
    await expect(uit).toMatchFileSnapshot(join(PACKAGE_ROOT, 'docs', 'regels.md'));
  });
});
