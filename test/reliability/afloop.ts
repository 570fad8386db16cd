import { setTimeout as sleep } from 'node:timers/promises';
import { expect } from 'vitest';
import type { BerichtBeeld } from '../../src/store/messages/contract.ts';
import { aanbieder, GEMEENTE } from '../gateway/wereld.ts';
import type { HttpClient } from '../servers/http-client.ts';
import type { Bekend } from './posten.ts';
import type { Verkeer } from './verkeer.ts';

/** Every message once it is judged. */
export async function judged(bekend: readonly Bekend[], http: HttpClient): Promise<BerichtBeeld[]> {
  const beelden: BerichtBeeld[] = [];
  for (const { id } of bekend) {
    let beeld = await http.bericht(id);
    while (beeld.status === 'ontvangen') {
      await sleep(100);
      beeld = await http.bericht(id);
    }
    beelden.push(beeld);
  }
  return beelden;
}

/** Each message one final state with one answer of its kind, nothing doubled, nothing lost, amounts to the cent. */
export async function checked(
  stroom: Verkeer,
  bekend: readonly Bekend[],
  beelden: readonly BerichtBeeld[],
  http: HttpClient,
): Promise<void> {
  expect(new Set(bekend.map(({ id }) => id)).size).toBe(stroom.rijen.flat().length);
  const uitkomst = beelden.map(({ status, antwoorden }) => [status, antwoorden.map(({ type }) => type)]);
  expect(uitkomst).toEqual(bekend.map(({ post }) => [post.status, [post.antwoord]]));

  for (const [i, { post }] of bekend.entries()) {
    if (post.toegekend === undefined) continue;
    const xml = await http.xml(beelden[i]?.antwoorden[0]?.id ?? '');
    const totaal = /TotaalToegekendBedrag>\s*<[^>]*TotaalBedrag>(\d+)</.exec(xml)?.[1];
    expect(Number(totaal)).toBe(post.toegekend);
  }
  const sleutel = await http.sleutel(GEMEENTE);
  for (const [nummer, bedrag] of stroom.toegekend) {
    const pad = `/api/v1/toewijzingen/${GEMEENTE}/${nummer}`;
    const { signaalbudget } = await http.json<{ signaalbudget: { gebruikt: number } }>('GET', pad, sleutel);
    expect(signaalbudget.gebruikt).toBe(bedrag);
  }

  // Each received message and each answer is delivered to its two parties at most once, and to the receiving one for sure.
  const alle = stroom.clienten.length;
  const elk = alle / stroom.rijen.length;
  expect(await delivered(GEMEENTE, http)).toMatchObject({ JW302: alle, JW305: alle, JW323: alle });
  for (let n = 0; n < stroom.rijen.length; n++) {
    expect(await delivered(aanbieder(n), http)).toMatchObject({ JW301: elk, JW306: elk, JW325: elk });
  }
}

/** How many of each type a party was given; none twice. */
async function delivered(partij: string, http: HttpClient): Promise<Record<string, number>> {
  const berichten = await http.uitgaand(partij);
  expect(new Set(berichten.map(({ id }) => id)).size).toBe(berichten.length);
  const telling: Record<string, number> = {};
  for (const { type } of berichten) telling[type] = (telling[type] ?? 0) + 1;
  return telling;
}
