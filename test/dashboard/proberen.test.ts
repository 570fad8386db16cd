import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AfsprakenDocument } from '../../src/agreements/document.ts';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { makeExample } from '../../src/gateway/trials/example.ts';
import { BERICHT_TYPES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const SAMPLE = JSON.parse(
  readFileSync(resolve(import.meta.dirname, '../../samples/afspraken.json'), 'utf8'),
) as AfsprakenDocument;
const NU = new Date('2026-11-27T08:00:00Z');

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.document = SAMPLE;
  visitor = await Visitor.signedIn(o, 'aanbieder');
});

const box = (payload: string) => /<textarea[^>]*>\n([^<]*)</.exec(payload)?.[1]?.replaceAll('&lt;', '<') ?? '';

describe('a message to try with', () => {
  it('is made of each type that a party sends, between it and a party it has a contract with', () => {
    const party = { kind: 'party', keyId: 'k', keyName: 'k', readOnly: false, via: 'web' } as const;
    for (const type of BERICHT_TYPES) {
      const role = MESSAGES[type].zender;
      const code = role === 'gemeente' ? '0362' : '42420001';
      const made = makeExample({ type }, { ...party, role, parties: [code] }, SAMPLE, NU);
      expect([type, made.kind === 'made' && made.xml.includes(code)]).toEqual([type, true]);
    }
  });

  it('stands in the box, and one that breaks a rule has beside it what the rule says', async () => {
    const goed = await visitor.send('/proberen', { doen: 'maak', type: 'JW305', regel: '' });
    expect([goed.statusCode, box(goed.payload).includes('<jw305:Bericht')]).toEqual([200, true]);
    const fout = await visitor.send('/proberen', { doen: 'maak', type: '', regel: 'cs003' });
    expect([fout.statusCode, box(fout.payload).includes(':Bericht')]).toEqual([200, true]);
    expect(fout.payload.includes('<strong>CS003</strong>')).toBe(true);
  });

  it.each([
    [{ type: '', regel: '' }, 'Kies een soort bericht'],
    [{ type: '', regel: 'TR999' }, 'Van regel TR999 is geen voorbeeld'],
  ] as const)('%j: says what to do, and keeps what was typed', async (velden, melding) => {
    const { statusCode, payload } = await visitor.send('/proberen', { doen: 'maak', ...velden });
    expect([statusCode, payload.includes(melding)]).toEqual([422, true]);
    if (velden.regel !== '') expect(payload.includes(`value="${velden.regel}"`)).toBe(true);
  });
});

it('several files are tried one by one, each with its outcome', async () => {
  const files = ['een.xml', 'twee.xml'].map((naam) => new File(['<x/>'], naam));
  // As the folder of somebody's machine has it.
  files.push(new File(['x'], '.DS_Store'));
  const { statusCode, payload } = await visitor.sendFiles('/proberen', {}, files, 'bestand');
  expect([statusCode, payload.includes('een.xml'), payload.includes('twee.xml')]).toEqual([200, true, true]);
  expect(payload.match(/<summary>(?:een|twee)\.xml: /g)).toHaveLength(2);
});

it('a delivery is tried again from the page of its message by staff, and by nobody else', async () => {
  const id = '0196f000-0000-7000-8000-000000000001';
  const operator = await Visitor.signedIn(o, 'operator');
  const weg = await operator.send(`/berichten/${id}/aflevering`, { aflevering: '999' }, '/berichten');
  expect(weg.statusCode).toBe(404);
  const eigen = await visitor.send(`/berichten/${id}/aflevering`, { aflevering: '1' }, '/berichten');
  expect(eigen.statusCode).toBe(403);
});

describe('what hangs on what was exchanged before', () => {
  const bevinding = (regel: string, ernst: 'fout' | 'signaal' = 'fout'): Bevinding => ({
    ...{ niveau: 3, regel, retourcode: null, ernst, pad: null, lijn: null, kolom: null, melding: `Over ${regel}.` },
  });
  let alsof: readonly number[] = [];
  let type: 'JW323' | 'JW301' = 'JW323';
  const probeer = async (...bevindingen: Bevinding[]) => {
    const proef = {
      kind: 'judged',
      type,
      release: '3.2',
      status: 'afgekeurd',
      antwoorden: [],
      alsof,
      voorstellen: [],
    } as const;
    vi.spyOn(o.gateway.intake, 'dryRun').mockResolvedValue({ ...proef, bevindingen });
    return (await visitor.send('/proberen', { bericht: '<x/>' })).payload.replaceAll(/<[^>]+>/g, ' ');
  };

  it('is said, and that nothing else is wrong where that is so', async () => {
    const gelezen = await probeer(bevinding('TR304'), bevinding('GW-DECLARATIETERMIJN', 'signaal'));
    expect(gelezen).toContain('Los van wat er eerder is uitgewisseld is er niets op dit bericht aan te merken');
    expect(gelezen).toContain('Vergeleken met wat de gateway nu heeft: toewijzingen en eerdere declaraties.');
  });

  it('comes with advice to try it otherwise only where that can be done', async () => {
    const advies = async () => (await probeer(bevinding('TR304'))).includes('Probeer het dan ook met');
    const gegeven = [await advies()];
    alsof = [12];
    gegeven.push(await advies());
    [alsof, type] = [[], 'JW301'];
    gegeven.push(await advies());
    type = 'JW323';
    expect(gegeven).toEqual([true, false, false]);
  });

  it('is told apart from what the message itself has wrong', async () => {
    const gelezen = await probeer(bevinding('TR304'), bevinding('TR418'), bevinding('TR338'));
    expect(gelezen).toContain('2 van de 3 fouten hangen af van wat er eerder is uitgewisseld');
  });

  it('is told apart from what was taken for granted, which the form keeps', async () => {
    alsof = [12, 13];
    const dryRun = vi.spyOn(o.gateway.intake, 'dryRun');
    expect(await probeer()).toContain('Er is gedaan alsof 2 toewijzingen bestaan (12, 13)');
    await visitor.send('/proberen', { bericht: '<x/>', alsof: 'ja' });
    expect(dryRun.mock.calls.map(([, , how]) => how)).toMatchObject([{ alsof: false }, { alsof: true }]);
    alsof = [];
  });

  it('is not spoken of where the toewijzing is known, and advised only where one is not', async () => {
    const vol = await probeer(bevinding('TR322'), bevinding('TR318'));
    expect(vol).not.toMatch(/eerder is uitgewisseld|Probeer het dan ook met/);
    const stop = await probeer(bevinding('TR382'));
    expect([stop.includes('eerder is uitgewisseld'), stop.includes('Probeer het dan ook met')]).toEqual([true, false]);
  });

  it('comes after what was found', async () => {
    const gelezen = await probeer(bevinding('TR338'));
    expect(gelezen.indexOf('Over TR338.')).toBeLessThan(gelezen.indexOf('Los van wat er eerder is uitgewisseld'));
  });

  it('is not spoken of where nothing does', async () => {
    expect(await probeer(bevinding('TR418'), bevinding('CS003'))).not.toContain('eerder is uitgewisseld');
  });
});
