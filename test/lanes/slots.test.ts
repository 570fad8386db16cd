import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Slots } from '../../src/lanes/slots.ts';

const LANG = 60_000;

/** Work that ends when told, and writes down that it began. */
function werk(slots: Slots, begonnen: number[], nr: number) {
  let klaar: (fout?: Error) => void = () => undefined;
  const gedaan = slots.use(
    () =>
      new Promise<number>((resolve, reject) => {
        begonnen.push(nr);
        klaar = (fout) => (fout === undefined ? resolve(nr) : reject(fout));
      }),
  );
  return { gedaan, klaar: (fout?: Error) => klaar(fout) };
}

describe('slots', () => {
  it('let so many work at once, the others in the order in which they came', async () => {
    const slots = new Slots(() => 2, LANG);
    const begonnen: number[] = [];
    const alle = [0, 1, 2, 3].map((nr) => werk(slots, begonnen, nr));
    await sleep(1);
    expect(begonnen).toEqual([0, 1]);
    alle[1]?.klaar();
    expect(await alle[1]?.gedaan).toBe(1);
    expect(begonnen).toEqual([0, 1, 2]);
    alle[0]?.klaar();
    await alle[0]?.gedaan;
    expect(begonnen).toEqual([0, 1, 2, 3]);
  });

  it('become fewer without stopping what is under way, and more as soon as work ends', async () => {
    let many = 2;
    const slots = new Slots(() => many, LANG);
    const begonnen: number[] = [];
    const alle = [0, 1, 2, 3, 4].map((nr) => werk(slots, begonnen, nr));
    many = 1;
    alle[0]?.klaar();
    await alle[0]?.gedaan;
    expect(begonnen).toEqual([0, 1]);
    many = 3;
    alle[1]?.klaar();
    await alle[1]?.gedaan;
    expect(begonnen).toEqual([0, 1, 2, 3, 4]);
  });

  it('that are more than before go to who waits, not to who comes then', async () => {
    let many = 1;
    const slots = new Slots(() => many, LANG);
    const begonnen: number[] = [];
    for (const nr of [0, 1]) werk(slots, begonnen, nr);
    many = 2;
    werk(slots, begonnen, 2);
    await sleep(1);
    expect(begonnen).toEqual([0, 1]);
  });

  it('go on after work that failed', async () => {
    const slots = new Slots(() => 1, LANG);
    const begonnen: number[] = [];
    const [een, twee] = [werk(slots, begonnen, 1), werk(slots, begonnen, 2)];
    await sleep(1);
    een.klaar(new Error('mislukt'));
    await expect(een.gedaan).rejects.toThrow('mislukt');
    twee.klaar();
    expect(await twee.gedaan).toBe(2);
  });

  it('wait no longer for work that hangs, and give its place once', async () => {
    const slots = new Slots(() => 1, 20);
    const begonnen: number[] = [];
    const [hangt, twee, drie] = [1, 2, 3].map((nr) => werk(slots, begonnen, nr));
    while (begonnen.length < 2) await sleep(5);
    hangt?.klaar();
    await hangt?.gedaan;
    expect(begonnen.slice(0, 2)).toEqual([1, 2]);
    twee?.klaar();
    await twee?.gedaan;
    while (begonnen.length < 3) await sleep(5);
    drie?.klaar();
    expect(await drie?.gedaan).toBe(3);
  });
});
