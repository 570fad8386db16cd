import { describe, expect, expectTypeOf, it } from 'vitest';
import { BERICHT_TYPES, RELEASES } from '../../src/standard/message-types.ts';
import { answeredBy, MESSAGES, requestOf } from '../../src/standard/messages/index.ts';
import type { defineMessage } from '../../src/standard/messages/message-descriptor.ts';
import { type ModelKind, modelOf } from '../../src/standard/model.ts';

type Facts = Parameters<typeof defineMessage>[0];
/** Names of the facts that may be left out. */
type LeftOut<T> = { [K in keyof T]-?: object extends Pick<T, K> ? K : never }[keyof T];

const MET_RELEASE = BERICHT_TYPES.flatMap((type) => MESSAGES[type].releases.map((release) => [type, release] as const));

/** What stands at a path from Bericht, or undefined. */
function at(type: (typeof BERICHT_TYPES)[number], release: (typeof RELEASES)[number], path: string) {
  let kinderen: readonly ModelKind[] = modelOf(release, type).wortel.kinderen;
  let kind: ModelKind | undefined;
  for (const step of path.split('/')) {
    kind = kinderen.find(({ naam }) => naam === step);
    const item = kind?.kind === 'list' ? kind.item : kind;
    kinderen = item?.kind === 'group' ? item.klasse.kinderen : [];
  }
  return kind;
}

/** Names of all elements of a message. */
function namesIn(type: (typeof BERICHT_TYPES)[number], release: (typeof RELEASES)[number]): ReadonlySet<string> {
  const names = new Set<string>();
  const take = (kinderen: readonly ModelKind[]) => {
    for (const kind of kinderen) {
      names.add(kind.naam);
      const item = kind.kind === 'list' ? kind.item : kind;
      if (item.kind === 'group') take(item.klasse.kinderen);
    }
  };
  take(modelOf(release, type).wortel.kinderen);
  return names;
}

describe('the descriptor of a message', () => {
  it('has no fact that may be left out, and answers for every release', () => {
    expectTypeOf<LeftOut<Facts>>().toBeNever();
    expectTypeOf<LeftOut<Facts['perRelease']>>().toBeNever();
    expectTypeOf<keyof Facts['perRelease']>().toEqualTypeOf<(typeof RELEASES)[number]>();
    expect(RELEASES).toHaveLength(2);
  });

  it.each(BERICHT_TYPES)('%s stands under its own name', (type) => {
    expect(MESSAGES[type].type).toBe(type);
  });

  it.each(MET_RELEASE)('%s of %s names elements that are there', (type, release) => {
    const message = MESSAGES[type];
    const leaf = expect.objectContaining({ kind: 'leaf' });
    const { gemeente, aanbieder, identificatie } = message.header;
    for (const place of [gemeente, aanbieder]) expect(at(type, release, `Header/${place}`), place).toEqual(leaf);
    if (message.aard !== 'retour') expect(at(type, release, `Header/${identificatie}`)).toEqual(leaf);
    if (message.naamVanHeen !== null) expect(at(type, release, message.naamVanHeen)).toEqual(leaf);
    for (const place of message.perRelease[release]?.lines ?? []) expect(at(type, release, place)?.kind).toBe('list');
    const names = namesIn(type, release);
    for (const { element } of message.claims) expect(names).toContain(element);
    for (const klasse of message.eigenKlassen) expect(names).toContain(klasse);
    if (message.declaratie === null) return;
    for (const place of [message.declaratie.nummer, 'DeclaratiePeriode/Begindatum', 'DeclaratiePeriode/Einddatum']) {
      expect(at(type, release, `${message.declaratie.in}/${place}`), place).toEqual(leaf);
    }
  });

  it('gives a klasse to one heenbericht only, and to the one that has it alone', () => {
    const heen = BERICHT_TYPES.filter((type) => MESSAGES[type].aard === 'heen');
    for (const type of heen) {
      for (const klasse of MESSAGES[type].eigenKlassen) {
        const having = heen.filter((t) => MESSAGES[t].releases.some((release) => namesIn(t, release).has(klasse)));
        expect(having, klasse).toEqual([type]);
      }
    }
  });

  it('says the same of a question and of its answer', () => {
    for (const type of BERICHT_TYPES) {
      const { antwoord, aard, naamVanHeen, antwoordTermijn, zender } = MESSAGES[type];
      expect(antwoord !== null, type).toBe(aard === 'heen');
      expect(antwoordTermijn !== null, type).toBe(aard === 'heen');
      expect(naamVanHeen !== null, type).toBe(aard !== 'heen');
      expect(answeredBy(type) !== undefined, type).toBe(aard !== 'heen');
      if (antwoord !== null) expect(MESSAGES[antwoord].zender, type).not.toBe(zender);
    }
    expect(requestOf('VOT')).toBe('JW315');
    expect(requestOf('VOW')).toBe('JW317');
  });
});
