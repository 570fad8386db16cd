import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { admittedFrom } from '../../src/judging/admitted.ts';
import { JudgeDesk } from '../../src/judging/judge-desk.ts';
import { JudgeFailure } from '../../src/judging/judge-errors.ts';
import { JudgeHost } from '../../src/judging/judge-host.ts';
import { LARGE } from '../../src/judging/large.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { jw323, type Regel } from '../rules/declaration/berichten.ts';
import { AANBIEDER, document, GEMEENTE, kennisData, ONTVANGEN } from '../rules/declaration/decor.ts';

const AFSPRAKEN = maakAfspraken(document(), 1);

/** A declaratie of more than LARGE; the first lines are wrong in a way of their own. */
const large = (...first: readonly Regel[]) =>
  jw323([...first, ...Array.from({ length: 1_500 }, () => ({ volume: 1 }))]);

function judged(bericht: Bericht, how: 'ahead' | 'not ahead'): unknown {
  const desk = new JudgeDesk();
  const bytes = writeBericht(bericht);
  expect(bytes.length).toBeGreaterThan(LARGE);
  const parties = { partij: AANBIEDER, type: bericht.type, gemeente: GEMEENTE, aanbieder: AANBIEDER };
  const werk = { token: 't', berichtId: 'b', bytes, ontvangenOp: new Date(ONTVANGEN), admitted: admittedFrom(parties) };
  expect(desk.open(werk, AFSPRAKEN).kind).toBe('accepted');
  if (how === 'ahead') desk.lookAhead(['t']);
  const nummers = { identificatie: 1, toewijzing: {} };
  return desk.judge({ token: 't', kennis: kennisData({ berichtId: 'b' }), nummers, beantwoord: null }, AFSPRAKEN);
}

describe('a large message of which level 2 was judged while its context was asked for', () => {
  it.each([
    ['has lines that are refused', large({ tarief: 999 }, { nummer: 4444 })],
    // A line that ends before it begins.
    ['is refused as a whole', large({ begin: '2026-03-01', einde: '2026-02-28' })],
  ])('has the same verdict and answer when it %s', (_, bericht) => {
    const verdict = judged(bericht, 'ahead');
    expect(verdict).toEqual(judged(bericht, 'not ahead'));
    expect(verdict).toMatchObject({ verdict: { bevindingen: expect.arrayContaining([expect.anything()]) } });
  });
});

it('blames the message for the end of a thread that looked ahead at it', async () => {
  const host = new JudgeHost({ threads: 1, entry: new URL('./dies-ahead.mjs', import.meta.url) });
  const session = await host.session({ versie: 1, document: document() }, LARGE + 1);
  const admitted = admittedFrom({ partij: AANBIEDER, type: null, gemeente: null, aanbieder: null });
  const bytes = new Uint8Array(LARGE + 1);
  await session.open([{ token: 't', berichtId: 'b', bytes, ontvangenOp: new Date(ONTVANGEN), admitted }]);
  // Nobody has asked for the verdict yet when it ends.
  await sleep(200);
  await expect(session.judge([])).rejects.toBeInstanceOf(JudgeFailure);
  await host.close();
});
