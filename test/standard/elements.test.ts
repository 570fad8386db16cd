import { describe, expect, it } from 'vitest';
import { elementNames, elementsOf, personalElements } from '../../src/standard/elements.ts';
import { RELEASES } from '../../src/standard/message-types.ts';
import { gemaskeerd } from '../../src/xml/masker.ts';

describe.each(RELEASES)('the elements of iJW %s', (release) => {
  const elements = elementsOf(release);
  const personal = personalElements(release);

  it('mark a name as personal wherever it stands, for the masker goes by names', () => {
    const names = new Map(personal.map(({ kind, persoonlijk }) => [kind.naam, persoonlijk]));
    const unlike = elements.filter(({ kind }) => kind.persoonlijk !== (names.get(kind.naam) ?? null));
    expect(unlike.map(({ type, path }) => `${type} ${path}`)).toEqual([]);
    expect(names.size).toBeGreaterThan(20);
  });

  it('mark all that stands in what is personal, but for codes', () => {
    const groups = personal.filter(({ kind }) => kind.kind === 'group');
    const inside = elements.filter((e) => groups.some((g) => g.type === e.type && e.path.startsWith(`${g.path}/`)));
    const unmarked = inside.filter(({ kind }) => kind.persoonlijk === null).map(({ kind }) => kind.naam);
    const codes = ['AanduidingWoonadres', 'DatumGebruik', 'LandCode', 'NaamGebruik'];
    expect([...new Set(unmarked)].sort()).toEqual(codes);
  });

  it('hide a value that looks like a code where it is personal', () => {
    for (const { kind, persoonlijk } of personal) {
      expect(gemaskeerd(kind.naam, '12'), kind.naam).toBe('‹gemaskeerd›');
      expect(gemaskeerd(kind.naam, '999990019'), kind.naam).toBe(persoonlijk === 'bsn' ? '******019' : '‹gemaskeerd›');
    }
  });

  it('mark every class that carries retourcodes', () => {
    const carriers = elements.flatMap(({ path }) => /(?:^|\/)([^/]+)\/RetourCodes$/.exec(path)?.slice(1) ?? []);
    expect(carriers.filter((name) => !elementNames().berichtklassen.has(name))).toEqual([]);
    expect(carriers.length).toBeGreaterThan(20);
  });
});
