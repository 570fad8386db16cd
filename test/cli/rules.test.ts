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

  it.each([['--xml'], ['--markdown', 'TR358'], ['--json', '--markdown']])('refuses wrong use: %s', async (...args) => {
    const { code, uit, fout } = await draai(...args);
    expect([code, uit]).toEqual([2, '']);
    expect(fout).toContain('Gebruik');
  });

  it('looks up a rule, a retourcode, a rule that is not checked and a code of the gate', async () => {
    const regel = await draai('tr322');
    expect(regel).toMatchObject({ code: 0, fout: '' });
    expect(regel.uit).toMatch(/^TR322, niveau 3, retourcode 9322, iJW 2\.3 en 3\.2: JW303, JW323/);
    const retour = (await draai('8187')).uit;
    expect(retour).toContain('Retourcode 8187: De prestatie hoort niet bij deze cliënt.');
    const regels = REGELS.filter((r) => r.retourcode === '8187').map((r) => r.code);
    expect(regels.length).toBeGreaterThan(0);
    for (const code of regels) expect(retour).toContain(`${code}, niveau`);
    expect((await draai('8001')).uit).toContain('Geen regel van de gateway geeft deze code');
    expect((await draai('CD057')).uit).toMatch(/CD057, iJW .*getoetst/);
    expect((await draai('POORT-INGEPAKT')).uit).toContain('Pak het uit');
    expect(JSON.parse((await draai('--json', 'TR322', '8187')).uit)).toMatchObject([
      { code: 'TR322', retourcode: null, regels: [{ code: 'TR322', retourcode: '9322' }] },
      { code: '8187', retourcode: 'De prestatie hoort niet bij deze cliënt.' },
    ]);
  });

  it('names what nobody knows and still shows the rest', async () => {
    const { code, uit, fout } = await draai('TR999', 'TR322');
    expect([code, fout]).toEqual([2, 'TR999 is geen regel en geen retourcode die de gateway kent.\n']);
    expect(uit).toContain('TR322');
  });

  // To renew docs/regels.md: npx vitest run test/cli/rules.test.ts -u
  it('is what docs/regels.md holds', async () => {
    const { uit } = await draai('--markdown');
    await expect(uit).toMatchFileSnapshot(join(PACKAGE_ROOT, 'docs', 'regels.md'));
  });
});
