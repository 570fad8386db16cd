import { EventEmitter, once } from 'node:events';
import { describe, expect, it } from 'vitest';
import { JudgeFailure, JudgeInterrupted } from '../../src/judging/judge-errors.ts';
import { LARGE } from '../../src/judging/large.ts';
import { TransientStoreError } from '../../src/store/engine/errors.ts';
import type { LaanWerk } from '../../src/store/lanes/contract.ts';
import { FakeLane, LAAN } from './fake-lane.ts';

/** Turns until the lane has no more work. */
async function leeg(laan: FakeLane, turns = laan.turns()): Promise<void> {
  for (let i = 0; (await turns.turn(LAAN)) === 'more'; i++) if (i > 50) throw new Error('the lane is never empty');
}

/** Does something the first `keer` times that it is asked. */
function eerst(keer: number, wat: () => void): () => void {
  let over = keer;
  return () => {
    if (over-- > 0) wat();
  };
}

function gooi(fout: Error): () => never {
  return () => {
    throw fout;
  };
}

describe('a turn', () => {
  it('writes what shares nothing at once, at most fifty, and counts no attempts', async () => {
    const laan = new FakeLane(...Array.from({ length: 51 }, (_, i) => `m${i}`));
    const turns = laan.turns();
    expect(await turns.turn(LAAN)).toBe('more');
    expect(laan.geschreven.map((groep) => groep.length)).toEqual([50]);
    await leeg(laan, turns);
    expect(laan.geschreven.flat()).toHaveLength(51);
    expect(laan.pogingen.size).toBe(0);
  });

  it('keeps no ordinary turn waiting for a large message', async () => {
    const groot = new FakeLane('klein', 'groot');
    groot.werk[1] = { ...groot.werk[1], bytes: Buffer.alloc(LARGE + 1) } as LaanWerk;
    const turns = groot.turns();
    expect(await turns.turn(LAAN)).toBe('more');
    expect(groot.geschreven).toEqual([['klein']]);
    const verloop = new EventEmitter();
    groot.judge = async () => {
      const klaar = once(verloop, 'klaar');
      verloop.emit('begonnen');
      await klaar;
    };
    const begonnen = once(verloop, 'begonnen');
    const bezig = turns.turn(LAAN);
    await begonnen;
    const andere = Array.from({ length: 10 }, (_, i) => turns.turn(`AA|${i}`));
    expect(await Promise.all(andere)).toEqual(andere.map(() => 'empty'));
    verloop.emit('klaar');
    await bezig;
    expect(groot.geschreven).toEqual([['klein'], ['groot']]);
  });

  it('judges a group that conflicts again, one by one, without counting attempts', async () => {
    const laan = new FakeLane('a', 'b', 'c');
    laan.write = (ids) => (ids.length > 1 ? { kind: 'conflict', claims: ['id|x'] } : undefined);
    await leeg(laan);
    expect(laan.geschreven).toEqual([['a'], ['b'], ['c']]);
    expect(laan.pogingen.size).toBe(0);
  });

  it('quarantines a message whose claim conflicts for ever, after three attempts', async () => {
    const laan = new FakeLane('a', 'b');
    laan.write = (ids) =>
      ids.includes('a') && laan.pogingen.get('a') !== 4 ? { kind: 'conflict', claims: [] } : undefined;
    await leeg(laan);
    expect(laan.vast).toEqual(['a']);
    expect(laan.geschreven).toEqual([['b']]);
  });

  it('quarantines what breaks its judge three times; the others are judged, alone', async () => {
    const laan = new FakeLane('a', 'slecht', 'c');
    const gezien: number[] = [];
    laan.judge = (ids) => {
      if (!ids.includes('slecht')) return;
      gezien.push(laan.pogingen.get('slecht') ?? 0);
      throw new JudgeFailure('broken');
    };
    await leeg(laan);
    expect(laan.vast).toEqual(['slecht']);
    expect(laan.geschreven.flat()).toEqual(['a', 'c']);
    // Once among others, then three times alone, each attempt counted before judging began.
    expect(gezien).toEqual([0, 1, 2, 3]);
    expect(laan.alleen).toBe(5);
    expect(laan.strijdig).toEqual([null]);
  });

  it('says of a message which answer our own rules refused', async () => {
    const laan = new FakeLane('a', 'slecht');
    laan.judge = (ids) => {
      if (ids.includes('slecht')) throw new JudgeFailure('broken', 'JW325: TR342');
    };
    await leeg(laan);
    expect([laan.vast, laan.strijdig]).toEqual([['slecht'], ['JW325: TR342']]);
  });

  it('takes messages one by one, with attempts, when the turn before it broke off', async () => {
    const laan = new FakeLane('a', 'b');
    laan.brokeOff = true;
    await leeg(laan);
    expect(laan.geschreven).toEqual([['a'], ['b']]);
    expect([...laan.pogingen]).toEqual([
      ['a', 1],
      ['b', 1],
    ]);
  });

  it('quarantines a message at which the process was killed three times', async () => {
    const laan = new FakeLane('a', 'dodelijk', 'c');
    laan.pogingen.set('dodelijk', 3);
    await leeg(laan);
    expect(laan.vast).toEqual(['dodelijk']);
    expect(laan.geschreven.flat()).toEqual(['a', 'c']);
  });

  it('tries one suspect at a time, so that none is blamed for what another does to the process', async () => {
    const [laan, other, third] = [new FakeLane('onschuldig'), new FakeLane('dodelijk'), new FakeLane('gewoon')];
    laan.brokeOff = true;
    other.brokeOff = true;
    const begun = new EventEmitter();
    const asked = once(begun, 'begun');
    // The process would end here: nothing comes back from it.
    laan.judge = async (ids) => {
      if (!ids.includes('dodelijk')) return;
      begun.emit('begun');
      await new Promise(() => undefined);
    };
    const turns = laan.turns({ other, third });
    turns.turn('other').catch(() => undefined);
    await asked;
    turns.turn(LAAN).catch(() => undefined);
    // An ordinary lane goes on meanwhile, and the other suspect had as long to begin.
    expect(await turns.turn('third')).toBe('empty');
    expect(third.geschreven).toEqual([['gewoon']]);
    for (let i = 0; i < 100; i++) await new Promise(setImmediate);
    expect([...other.pogingen]).toEqual([['dodelijk', 1]]);
    expect([...laan.pogingen]).toEqual([]);
    expect(laan.marked).toBe(true);
  });

  it('ends on a lost connection and gives the lane back; however often, it is no attempt', async () => {
    const laan = new FakeLane('a', 'b');
    laan.brokeOff = true;
    laan.write = eerst(10, gooi(new TransientStoreError('57P01'))) as () => undefined;
    const turns = laan.turns();
    for (let i = 0; i < 10; i++) {
      await expect(turns.turn(LAAN)).rejects.toThrow(TransientStoreError);
      expect(laan.marked).toBe(false);
      laan.brokeOff = true;
    }
    await leeg(laan, turns);
    expect(laan.vast).toEqual([]);
    expect(laan.geschreven.flat()).toEqual(['a', 'b']);
  });

  it('does not count an attempt that another message interrupted', async () => {
    const laan = new FakeLane('a');
    laan.brokeOff = true;
    laan.judge = eerst(10, gooi(new JudgeInterrupted('ended')));
    await leeg(laan);
    expect(laan.vast).toEqual([]);
    expect(laan.geschreven).toEqual([['a']]);
  });

  it('drops its verdicts when another worker moved the lane first, and gives the lane back', async () => {
    const laan = new FakeLane('a', 'b');
    laan.judge = eerst(1, () => {
      laan.tot = 1;
    });
    const turns = laan.turns();
    expect(await turns.turn(LAAN)).toBe('more');
    expect(laan.geschreven).toEqual([]);
    expect(laan.marked).toBe(false);
    await leeg(laan, turns);
    expect(laan.geschreven).toEqual([['b']]);
  });
});

describe('turns of one process', () => {
  it('do not judge a lane twice at once; a ring that comes too late for the first is remembered', async () => {
    const laan = new FakeLane();
    const turns = laan.turns();
    let goOn: () => void = () => undefined;
    laan.looked = () =>
      new Promise((resolve) => {
        goOn = resolve;
      });
    const eerste = turns.turn(LAAN);
    laan.add('a');
    expect(await turns.turn(LAAN)).toBe('empty');
    goOn();
    expect(await eerste).toBe('more');
    laan.looked = () => undefined;
    await leeg(laan, turns);
    expect(laan.geschreven).toEqual([['a']]);
  });

  it('are begun no more once they are told to stop; the one under way ends after its group', async () => {
    const laan = new FakeLane('a', 'a', 'b');
    const turns = laan.turns();
    let gestopt: Promise<void> | undefined;
    laan.judge = () => {
      gestopt ??= turns.stop();
    };
    expect(await turns.turn(LAAN)).toBe('more');
    await gestopt;
    expect(laan.geschreven).toEqual([['a']]);
    expect(laan.marked).toBe(false);
    await turns.turn(LAAN);
    expect(laan.geschreven).toEqual([['a']]);
    expect(laan.pogingen.size).toBe(0);
  });
});
