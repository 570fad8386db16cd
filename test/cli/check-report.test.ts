import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCheck } from '../../src/cli/check.ts';
import { ontleed } from '../../src/xml/gate/libxml.ts';
import { BSN, jw305 } from '../xml/voorbeeld.ts';

let map = '';
let kapot = '';
const FOUT = 1000;
/** A file name that would be markup, were it not text. */
const SLIM = '<img src=x onerror=alert(1)>&"\u001b.xml';

beforeAll(() => {
  map = mkdtempSync(join(tmpdir(), 'ijw-check-report-'));
  kapot = join(map, 'kapot.xml');
  writeFileSync(join(map, 'goed.xml'), jw305());
  writeFileSync(kapot, jw305({ starts: FOUT }).replaceAll('<jw305:StatusAanlevering>1', '<jw305:StatusAanlevering>x'));
  writeFileSync(join(map, SLIM), jw305({ bsn: '12' }));
});
afterAll(() => rmSync(map, { recursive: true, force: true }));

async function draai(args: readonly string[], invoer: readonly string[] = []) {
  const geschreven = { uit: '', fout: '', voortgang: [] as string[] };
  async function* stroom() {
    for (const stuk of invoer) yield Buffer.from(stuk);
  }
  const code = await runCheck(args, {
    regel: (tekst) => {
      geschreven.uit += tekst;
    },
    fout: (tekst) => {
      geschreven.fout += tekst;
    },
    voortgang: (tekst) => {
      geschreven.voortgang.push(tekst);
    },
    invoer: stroom(),
  });
  return { code, ...geschreven };
}

describe('a thousand equal findings', () => {
  it('are one line with the count and the first three places; --json gives them all', async () => {
    const { uit } = await draai([kapot]);
    const regels = uit.split('\n').filter((regel) => regel.includes('StatusAanlevering'));
    expect(regels).toHaveLength(1);
    const lijn = (n: number) =>
      readFileSync(kapot, 'utf8')
        .split('\n')
        .flatMap((regel, i) => (regel.includes('StatusAanlevering') ? [i + 1] : []))[n];
    expect(regels[0]).toContain(
      `: ${FOUT} keer (regel ${lijn(0)}, kolom 7; regel ${lijn(1)}, kolom 7; regel ${lijn(2)}`,
    );
    expect(regels[0]).not.toContain(`regel ${lijn(3)},`);
    expect(JSON.parse((await draai(['--json', kapot])).uit).bevindingen).toHaveLength(FOUT);
  });

  it('of several files are counted per rule, with the first places', async () => {
    const regels = (await draai([map])).uit.split('\n');
    const hier = regels.indexOf('Per regel:');
    expect(regels[hier + 1]).toMatch(new RegExp(`^ {2}XSD: ${FOUT + 1} keer in 2 bestanden: .*, .* …$`));
    expect(regels.slice(hier + 2)).toEqual(['3 getoetst: 1 geldig, 2 afgekeurd', '']);
  });

  it('that differ in their text are told apart while they are few', async () => {
    const twee = join(map, 'twee.txt');
    writeFileSync(
      twee,
      jw305({ starts: 2 })
        .replace('>1</jw305:Status', '>7</jw305:Status')
        .replace(/>1(<\/jw305:Status)/, '>8$1'),
    );
    const regels = (await draai([twee])).uit.split('\n').filter((regel) => regel.startsWith('  fout'));
    expect(regels).toHaveLength(2);
    expect(regels.join()).toMatch(/'7'.*'8'/);
  });
});

describe('standard input', () => {
  it('is read for -', async () => {
    const half = Math.floor(jw305().length / 2);
    const { code, uit } = await draai(['--json', '-'], [jw305().slice(0, half), jw305().slice(half)]);
    expect([code, JSON.parse(uit)]).toMatchObject([0, { file: '-', type: 'JW305', geldig: true }]);
    expect(await draai(['-'], [])).toMatchObject({ code: 1, uit: expect.stringContaining('POORT-LEEG') });
    expect(await draai(['-', '-'])).toMatchObject({ code: 2, fout: expect.stringContaining('maar één keer') });
  });

  it('of any length is read no further than it takes to refuse it', async () => {
    const deel = ' '.repeat(2 ** 20);
    const { uit } = await draai(
      ['-'],
      Array.from({ length: 40 }, () => deel),
    );
    expect(uit).toContain('POORT-GROOTTE');
  });
});

describe('--quiet', () => {
  it('says nothing of what is valid', async () => {
    expect(await draai(['--quiet', join(map, 'goed.xml')])).toMatchObject({ code: 0, uit: '', fout: '' });
    const { code, uit } = await draai(['--quiet', map]);
    expect(code).toBe(1);
    expect(uit).not.toContain('goed.xml');
    expect(uit).toContain('kapot.xml: JW305');
  });
});

it('a long folder tells how far it is', async () => {
  const { voortgang } = await draai(Array.from({ length: 250 }, () => join(map, 'goed.xml')));
  expect(voortgang).toEqual(['100 getoetst, 0 afgekeurd …', '200 getoetst, 0 afgekeurd …']);
});

describe('--report', () => {
  const weg = () => join(map, 'weg.xml');
  const rapport = (naam: string) => join(map, naam);

  it('as JSON holds every finding of every file, and the totals', async () => {
    expect((await draai(['--report', rapport('r.json'), map, weg()])).code).toBe(2);
    const gelezen = JSON.parse(readFileSync(rapport('r.json'), 'utf8'));
    expect(gelezen).toMatchObject({ getoetst: 3, geldig: 1, afgekeurd: 2, onleesbaar: 1 });
    expect(gelezen.regels).toMatchObject([{ regel: 'XSD', aantal: FOUT + 1, bestanden: 2 }]);
    expect(gelezen.bestanden).toHaveLength(4);
    expect(gelezen.bestanden.at(-1)).toEqual({ file: weg(), onleesbaar: 'bestaat niet' });
    expect(gelezen.bestanden.find((b: { file: string }) => b.file === kapot).bevindingen).toHaveLength(FOUT);
  });

  it('as JUnit XML is well-formed, whatever a file is called, and does not become its own input', async () => {
    for (let keer = 0; keer < 2; keer++) {
      expect((await draai(['--report', rapport('r.xml'), map, weg()])).code).toBe(2);
      const bytes = readFileSync(rapport('r.xml'));
      const ontleding = ontleed(bytes);
      expect(ontleding.kind).toBe('document');
      if (ontleding.kind === 'document') ontleding.document.dispose();
      const tekst = bytes.toString();
      expect(tekst).toContain('<testsuite name="ijw-gateway check" tests="4" failures="2" errors="1">');
      expect(tekst.match(/<testcase /g)).toHaveLength(4);
      expect(tekst.match(/<failure type="XSD"/g)).toHaveLength(2);
      expect(tekst).toContain('<error message="bestaat niet"/>');
      expect(tekst).toContain('&lt;img src=x onerror=alert(1)&gt;&amp;&quot;\ufffd.xml');
    }
    rmSync(rapport('r.xml'));
  });

  it('as HTML stands by itself, and shows text as text', async () => {
    await draai(['--quiet', '--report', rapport('r.html'), map]);
    const tekst = readFileSync(rapport('r.html'), 'utf8');
    expect(tekst).not.toMatch(/<(script|link|img|iframe)|https?:/);
    expect(tekst).toContain("default-src 'none'");
    expect(tekst).toContain('&lt;img src=x onerror=alert(1)&gt;');
    expect(tekst).toContain(`${FOUT} keer`);
    expect(tekst).toContain('3 getoetst: 1 geldig, 2 afgekeurd');
    expect(tekst).not.toContain(BSN);
  });

  it('leaves nothing half done behind', () => {
    expect(readdirSync(map).filter((naam) => /deel|klaar/.test(naam))).toEqual([]);
  });

  it('says what is wrong with its name or place before anything is judged', async () => {
    expect(await draai(['--report', rapport('r.pdf'), map])).toMatchObject({
      code: 2,
      uit: '',
      fout: expect.stringContaining('.json, .xml (JUnit) of .html'),
    });
    expect(existsSync(rapport('r.pdf'))).toBe(false);
    expect(await draai(['--report', join(map, 'geen', 'r.json'), map])).toMatchObject({
      code: 2,
      uit: '',
      fout: expect.stringContaining('de map bestaat niet'),
    });
  });
});

describe('wrong options', () => {
  it.each([
    [['--yaml', 'x'], 'Onbekende optie --yaml. Bekend zijn --json, --quiet, --report.'],
    [['--report'], 'Optie --report heeft een waarde nodig.'],
    [['--report', '--json', 'x'], 'Optie --report heeft een waarde nodig.'],
    [['--json=ja', 'x'], 'Optie --json neemt geen waarde.'],
    [[], 'Noem ten minste één bestand'],
  ])('%j', async (args, zin) => {
    const { code, fout } = await draai(args);
    expect(code).toBe(2);
    expect(fout).toContain(zin);
    expect(fout).toContain('Gebruik: ijw-gateway check');
  });
});
