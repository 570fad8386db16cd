import { describe, expect, it } from 'vitest';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { REGELS } from '../../src/rules/catalogue.ts';
import type { Afkeur, Regel } from '../../src/rules/regel.ts';
import { euro } from '../../src/rules/texts/euro.ts';
import { plekken } from '../../src/rules/texts/vul.ts';
import { alleScenarios } from '../../src/samples/rules/index.ts';
import { gemaskeerd } from '../../src/xml/masker.ts';
import { positions } from '../../src/xml/read/position-index.ts';
import type { Groep, Waarde } from '../../src/xml/tree.ts';
import { type Afloop, speel } from './scenario-play.ts';

/** What people read about every failing sample: where it is, what it says, what it does not give away. */

const scenarios = alleScenarios({ vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' });

/** Elements whose value may stand in no report. */
const PERSOONLIJK = ['Bsn', 'Achternaam', 'Voornamen', 'Postcode', 'Straatnaam', 'Plaatsnaam', 'Telefoonnummer'];

/** The value at a location path; fails when a step could mean several nodes. */
function opPad(inhoud: Groep, pad: string): Waarde | undefined {
  let hier: Waarde | undefined = inhoud;
  for (const stap of pad
    .replace(/^\/Bericht\/?/, '')
    .split('/')
    .filter((s) => s !== '')) {
    const [, naam = '', plaats] = /^(\w+)(?:\[(\d+)\])?$/.exec(stap) ?? [];
    const kind: Waarde | undefined = (hier as Groep)[naam];
    const keuze: readonly Waarde[] = Array.isArray(kind) ? kind : kind === undefined ? [] : [kind];
    expect(plaats !== undefined, `${pad}: ${stap}`).toBe(keuze.length > 1);
    hier = keuze[Number(plaats ?? 1) - 1];
    expect(hier, pad).toBeDefined();
  }
  return hier;
}

function waarden(groep: Waarde | undefined, namen: readonly string[]): string[] {
  if (groep === undefined || typeof groep === 'string') return [];
  if (Array.isArray(groep)) return (groep as readonly Waarde[]).flatMap((item) => waarden(item, namen));
  return Object.entries(groep as Groep).flatMap(([naam, waarde]) =>
    typeof waarde === 'string' ? (namen.includes(naam) ? [waarde] : []) : waarden(waarde, namen),
  );
}

/** What the rules found while `doe` ran, before it became text. */
function afgeluisterd<T>(code: string, doe: () => T): readonly [T, readonly Afkeur[]] {
  const gevonden: Afkeur[] = [];
  const regels = REGELS.filter((r) => r.code === code) as { toets: Regel['toets'] }[];
  const echt = regels.map((r) => r.toets);
  regels.forEach((regel, i) => {
    regel.toets = (klasse, omgeving) => {
      const afkeuren = echt[i]?.(klasse, omgeving) ?? [];
      gevonden.push(...afkeuren);
      return afkeuren;
    };
  });
  try {
    return [doe(), gevonden];
  } finally {
    regels.forEach((regel, i) => {
      const terug = echt[i];
      if (terug !== undefined) regel.toets = terug;
    });
  }
}

function plaatsKlopt({ bytes }: Afloop, { pad, lijn, kolom }: Bevinding): void {
  expect(positions(bytes).at(pad ?? '')).toEqual({ lijn, kolom });
  const regel = new TextDecoder().decode(bytes).split('\n')[(lijn ?? 0) - 1] ?? '';
  const naam = (pad ?? '')
    .split('/')
    .at(-1)
    ?.replace(/\[\d+\]$/, '');
  expect(regel.slice((kolom ?? 0) - 1)).toMatch(new RegExp(`^<\\w+:${naam}[ >]`));
}

function tekstKlopt({ bericht }: Afloop, { pad, melding }: Bevinding): void {
  expect(melding.match(/[.!?](?= [A-Z‹*\d]|$)/g)?.length, melding).toBeGreaterThanOrEqual(2);
  expect(plekken(melding), melding).toEqual([]);
  for (const waarde of waarden(bericht.inhoud, PERSOONLIJK)) expect(melding).not.toContain(waarde);
  const geboren = waarden(bericht.inhoud, ['Datum']);
  for (const datum of geboren.filter((d) => d !== '1900-01-01')) expect(melding).not.toContain(datum);
  const waarde = opPad(bericht.inhoud, pad ?? '');
  const naam =
    (pad ?? '')
      .split('/')
      .at(-1)
      ?.replace(/\[\d+\]$/, '') ?? '';
  if (typeof waarde === 'string') expect(melding, 'the value itself').toContain(genoemd(naam, waarde));
}

/** As a text names it: masked, or an amount in euros. */
function genoemd(naam: string, waarde: string): string {
  const inEuro = ['Bedrag', 'TotaalBedrag', 'ProductTarief', 'Budget'].includes(naam);
  return inEuro ? euro(Number(waarde)) : gemaskeerd(naam, waarde);
}

describe('what is found in a failing sample', () => {
  const rijen = scenarios.map((s) => [`${s.regel} ${s.type} ${s.release} ${s.naam}`.trim(), s] as const);
  it.each(rijen)('%s', (_naam, scenario) => {
    const [afloop, gevonden] = afgeluisterd(scenario.regel, () => speel(scenario, 'fout'));
    const eigen = afloop.bevindingen.filter((b) => b.regel === scenario.regel);
    expect(eigen.length).toBeGreaterThan(0);
    const codes = REGELS.filter(
      (r) => r.code === scenario.regel && r.berichten.includes(scenario.type) && r.releases.includes(scenario.release),
    ).map((r) => (r.ernst === 'signaal' ? null : r.retourcode));
    for (const bevinding of eigen) {
      expect(codes).toContain(bevinding.retourcode);
      plaatsKlopt(afloop, bevinding);
      tekstKlopt(afloop, bevinding);
    }
    for (const { element, waarden: erbij = {} } of gevonden) {
      for (const waarde of Object.values(erbij))
        expect(
          eigen.some((b) => b.melding.includes(String(waarde))),
          `${waarde} in ${eigen[0]?.melding}`,
        ).toBe(true);
      const bestaat = eigen.some((b) => (b.pad ?? '').replace(/\[\d+\]/g, '').endsWith(element));
      if (!bestaat) expect(eigen[0]?.melding).toMatch(/ontbre|geen|zonder|leeg|niet/);
    }
  });
});
