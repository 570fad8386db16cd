import { describe, expect, it } from 'vitest';
import { REGELS } from '../../src/rules/catalogue.ts';
import { NIET_GETOETST } from '../../src/rules/not-checked.ts';
import { doorXsd } from '../../src/samples/rules/held-by-xsd.ts';
import { alleScenarios } from '../../src/samples/rules/index.ts';
import { NIET_ALLEEN, nietAlleen } from '../../src/samples/rules/not-alone.ts';
import { afzenderVan, type Scenario } from '../../src/samples/scenario.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import type { Bericht, Groep, Waarde } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { type Afloop, speel } from './scenario-play.ts';

const OMSTANDIGHEID = { vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' };
const scenarios = alleScenarios(OMSTANDIGHEID);
const gehouden = doorXsd(OMSTANDIGHEID);
const naamVan = ({ regel, type, release, naam }: Scenario) => `${regel} ${type} ${release} ${naam}`.trim();

/** All that went before was accepted, but for the line of a declaratie whose credit IV053 is about. */
const vooraf = ({ regel }: Scenario, { voor }: Afloop) =>
  voor.map((_, i) => (regel === 'IV053' && i === 1 ? 'deels-goedgekeurd TR321 TR322' : 'goedgekeurd'));

describe('a failing sample reports its rule alone, its twin nothing', () => {
  it.each(scenarios.map((s) => [naamVan(s), s] as const))('%s', (_naam, scenario) => {
    const companion = nietAlleen(scenario);
    const fout = speel(scenario, 'fout');
    expect(fout.voor, 'what went before').toEqual(vooraf(scenario, fout));
    expect(fout.regels).toEqual([scenario.regel, ...(companion === undefined ? [] : [companion.met])].sort());
    const goed = speel(scenario, 'goed');
    expect(goed.voor, 'what went before the twin').toEqual(vooraf(scenario, goed));
    expect([goed.regels, goed.status]).toEqual([[], 'goedgekeurd']);
  });

  it('there is one for every rule, and proof for those that the schema holds', () => {
    const alleen = new Set(scenarios.filter((s) => nietAlleen(s) === undefined).map((s) => s.regel));
    const samen = new Set(scenarios.map((s) => s.regel).filter((regel) => !alleen.has(regel)));
    const xsd = new Set(gehouden.map((g) => g.regel));
    console.log(
      `${alleen.size} rules fire alone (${scenarios.length} sets); never alone: ${[...samen].join(', ')}; ` +
        `held by the schema: ${[...xsd].join(', ')}`,
    );
    expect([...alleen, ...samen].sort()).toEqual([...new Set(REGELS.map((r) => r.code))].sort());
    const genoemd = NIET_GETOETST.filter((n) => n.reden === 'door-xsd').map((n) => n.code);
    expect([...xsd].filter((code) => !genoemd.includes(code))).toEqual([]);
  });

  it('there is one for every message and release in which a rule speaks', () => {
    const gezien = new Set(scenarios.map((s) => `${s.regel} ${s.type} ${s.release}`));
    const gevraagd = REGELS.flatMap(({ code, berichten, releases }) =>
      berichten.flatMap((type) =>
        releases
          .filter((release) => MESSAGES[type].releases.includes(release))
          .map((release) => `${code} ${type} ${release}`),
      ),
    );
    expect(gevraagd.filter((rij) => !gezien.has(rij))).toEqual([]);
  });

  it('the same day gives the same sets, and no two of them have one name', () => {
    expect(alleScenarios(OMSTANDIGHEID)).toEqual(scenarios);
    expect(new Set(scenarios.map(naamVan)).size).toBe(scenarios.length);
  });
});

/** Every element of a message that holds a value, by path. */
function bladen(waarde: Waarde | undefined, pad = ''): readonly (readonly [pad: string, waarde: string])[] {
  if (waarde === undefined) return [];
  if (typeof waarde === 'string') return [[pad, waarde]];
  if (Array.isArray(waarde)) return (waarde as readonly Waarde[]).flatMap((item, i) => bladen(item, `${pad}[${i}]`));
  return Object.entries(waarde as Groep).flatMap(([naam, kind]) => bladen(kind, `${pad}/${naam}`));
}

/** Elements that one of the two has, or has otherwise. */
function verschil(een: Bericht, ander: Bericht): string[] {
  const [hier, daar] = [een, ander].map(({ inhoud }) => new Map(bladen(inhoud)));
  const paden = new Set([...(hier?.keys() ?? []), ...(daar?.keys() ?? [])]);
  return [...paden].filter((pad) => hier?.get(pad) !== daar?.get(pad));
}

const IDENTIFICATIE = '/Header/BerichtIdentificatie/Identificatie';

/** The Identificatie of a message; empty for a JW303 or JW304, which has none, and for an answer, which repeats one. */
function naamOf({ type, inhoud }: Bericht): string {
  if (MESSAGES[type].aard !== 'heen') return '';
  return new Map(bladen(inhoud)).get(IDENTIFICATIE) ?? '';
}

describe('a set and its twin can be sent to one gateway', () => {
  it.each(scenarios.map((s) => [naamVan(s), s] as const))('%s', (_naam, { fout, goed }) => {
    const bekend = new Map<string, string>();
    for (const bericht of [...fout, ...goed]) {
      const naam = `${bericht.type} ${afzenderVan(bericht)} ${naamOf(bericht)}`;
      const tekst = JSON.stringify(bericht);
      // The one that breaks the rule may do it by taking the name of another.
      if (naamOf(bericht) === '' || bericht === fout.at(-1)) continue;
      expect(bekend.get(naam) ?? tekst).toBe(tekst);
      bekend.set(naam, tekst);
    }
    const [slecht, juist] = [fout.at(-1), goed.at(-1)];
    if (slecht !== undefined && juist !== undefined && naamOf(slecht) !== '') {
      expect(naamOf(juist)).not.toBe(naamOf(slecht));
    }
  });
});

describe('a twin differs in what the rule is about', () => {
  it.each(scenarios.map((s) => [naamVan(s), s] as const))('%s', (_naam, { fout, goed }) => {
    const [slecht, juist] = [fout.at(-1), goed.at(-1)];
    if (slecht === undefined || juist === undefined) throw new Error('a set without messages');
    // Each has an Identificatie of its own, whatever the rule is about.
    const eigen = /99$/.test(naamOf(slecht)) && /98$/.test(naamOf(juist)) ? IDENTIFICATIE : null;
    const anders = verschil(slecht, juist).filter((pad) => pad !== eigen);
    // A record more, or a product by another name, takes several elements; a message of its own would take dozens.
    expect(anders.length, anders.join(' ')).toBeLessThanOrEqual(8);
    const zelfdeVooraf = JSON.stringify(fout.slice(0, -1)) === JSON.stringify(goed.slice(0, -1));
    // Either the message or what went before it makes the difference, never both.
    expect(zelfdeVooraf, anders.join(' ')).toBe(anders.length > 0);
  });
});

describe('a rule that cannot fire alone', () => {
  it('is one of at most fifteen, each of which is shown', () => {
    expect(NIET_ALLEEN.length).toBeLessThanOrEqual(15);
    for (const uitzondering of NIET_ALLEEN) {
      const gezien = scenarios.filter((s) => nietAlleen(s) === uitzondering).map((s) => `${s.type} ${s.release}`);
      const verwacht = uitzondering.types.flatMap((type) => uitzondering.releases.map((r) => `${type} ${r}`));
      expect([...new Set(gezien)].sort(), uitzondering.regel).toEqual(verwacht.sort());
    }
  });
});

describe('a rule that the schema holds', () => {
  it.each(gehouden.map((g) => [g.regel, g.type, g] as const))('%s %s is refused at level 1', (_regel, _type, g) => {
    const poort = gate(writeBericht(g.bericht));
    expect(poort).toMatchObject({ kind: 'refused', niveau: 1 });
    if (poort.kind === 'refused') expect(poort.bevindingen.map((b) => b.pad)).toContain(g.element);
  });
});

/** Leap day, turn of the year, last day of a short month, the first day that will do. */
describe.each([
  ['2028-02-29', '0362'],
  ['2027-01-01', '0363'],
  ['2026-02-01', '0439'],
  ['2027-06-30', '0362'],
])('on %s in %s', (vandaag, gemeente) => {
  it('every set does what it should', () => {
    for (const scenario of alleScenarios({ vandaag, gemeente, aanbieder: '42429999' })) {
      const companion = nietAlleen(scenario);
      const regels = [scenario.regel, ...(companion === undefined ? [] : [companion.met])].sort();
      expect([naamVan(scenario), speel(scenario, 'fout').regels]).toEqual([naamVan(scenario), regels]);
      expect([naamVan(scenario), speel(scenario, 'goed').regels]).toEqual([naamVan(scenario), []]);
    }
  });
});
