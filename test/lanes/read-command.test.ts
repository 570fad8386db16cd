import { Ajv } from 'ajv';
import { describe, expect, it } from 'vitest';
import { beslissingUit } from '../../src/api/handlers/werkbak-invoer.ts';
import type { BodyOf } from '../../src/api/schemas/call.ts';
import { POST_WERKBAK } from '../../src/api/schemas/werkbak.ts';
import type { AgreementsInForce } from '../../src/judging/agreements-cache.ts';
import type { CommandDeps, OpdrachtWerk } from '../../src/lanes/commands/command.ts';
import { CommandRunner } from '../../src/lanes/commands/command-runner.ts';
import { besluitUit, decisionCommand } from '../../src/lanes/commands/decision-command.ts';
import { readCommand, soortOf } from '../../src/lanes/commands/read-command.ts';

const RELATIE = {
  ...{ nummer: '1', volgorde: 1, soort: '01', geslacht: '2' },
  naam: { geslachtsnaam: { achternaam: 'Voorbeeld' } },
  contact: { soort: '01', telefoon: { telefoon01: { telefoonnummer: '0612345678', landnummer: '+31' } } },
};

/** Bodies of POST /werkbak/{id}. */
const BODIES: readonly object[] = [
  { besluit: 'toewijzen' },
  { besluit: 'toewijzen', toewijzing: { volume: 60, eenheid: '01' }, toelichting: 'korter' },
  { besluit: 'toewijzen', soort: 'maatwerk', bedrag: 900_000, relatie: RELATIE },
  { besluit: 'toewijzen', toewijzing: null, soort: null, bedrag: null },
  { besluit: 'afwijzen', reden: '8', woonplaatsbeginsel: { gemeente: '0363' } },
  { besluit: 'onderzoek' },
];

const bodyCheck = new Ajv({ allowUnionTypes: true }).compile<BodyOf<typeof POST_WERKBAK>>(POST_WERKBAK.body);

/** The command that is kept of a body, through JSON as the store keeps it. */
function kept(body: object) {
  if (!bodyCheck(body)) throw new Error(JSON.stringify(bodyCheck.errors));
  const command = decisionCommand({ ...beslissingUit(body), item: 'i', idempotentie: null });
  return { command, json: JSON.parse(JSON.stringify(command)) as Record<string, unknown> };
}

const grant = { gemeente: '0362', nummer: 7, bedrag: 900_000, reden: 'omdat', plan: null };

describe('a command in the store', () => {
  it('is read as it was made of the body', () => {
    for (const body of BODIES) {
      const { command, json } = kept(body);
      expect(command).toMatchObject({ kind: 'decision', version: 1 });
      expect(readCommand(soortOf(command), json)).toEqual(command);
    }
    const command = { kind: 'grant', version: 1, ...grant } as const;
    expect(readCommand(soortOf(command), { ...command })).toEqual(command);
  });

  it('of an older build has no kind and no version, and may leave out what came later', () => {
    for (const body of BODIES) {
      const { command, json } = kept(body);
      const { kind: _kind, version: _version, ...old } = json;
      expect(readCommand('besluit', old)).toEqual(command);
    }
    const first = { item: 'i', besluit: 'toewijzen', toewijzing: { volume: 60, eenheid: '01' } };
    const read = readCommand('besluit', first);
    if (read?.kind !== 'decision') throw new Error('it was not read');
    expect(besluitUit(read)).toMatchObject({ anders: { volume: 60, code: null, budget: null }, budget: null });
    expect(readCommand('maatwerk', grant)).toEqual({ kind: 'grant', version: 1, ...grant });
  });

  it('that fits no schema is none: another version, another kind, a field too many, a value that cannot be', () => {
    const { json } = kept({ besluit: 'toewijzen' });
    const wrong: readonly (readonly [string, Record<string, unknown>])[] = [
      ['besluit', { ...json, version: 2 }],
      ['besluit', { ...json, kind: 'grant' }],
      ['besluit', { ...json, extra: 1 }],
      ['besluit', { ...json, besluit: 'misschien' }],
      ['besluit', { ...json, besluit: 'afwijzen' }],
      ['besluit', { ...json, toewijzing: { volume: '60' } }],
      ['besluit', { ...json, relatie: { naam: 'x' } }],
      ['besluit', grant],
      ['maatwerk', { ...grant, bedrag: 0 }],
      ['maatwerk', { ...grant, bedrag: 12.5 }],
      ['maatwerk', { ...grant, nummer: '7' }],
      ['maatwerk', json],
      ['verhuizing', json],
    ];
    for (const [soort, gegevens] of wrong) expect(readCommand(soort, gegevens), JSON.stringify(gegevens)).toBeNull();
  });

  it('that cannot be read is refused in words, without effect', async () => {
    const runner = new CommandRunner({} as CommandDeps);
    const werk: OpdrachtWerk = {
      ...{ kind: 'opdracht', volgnummer: 1, id: 'o', soort: 'besluit', gegevens: { version: 9 } },
      ...{ ontvangenOp: new Date(0), pogingen: 0 },
    };
    const written = await runner.run(werk, { versie: 1 } as AgreementsInForce);
    expect(written.uitkomst).toMatchObject({ stand: 'geweigerd', reden: expect.stringContaining('niet lezen') });
    expect([written.antwoorden, written.verdict.mutaties]).toEqual([[], []]);
  });
});
