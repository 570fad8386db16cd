import { describe, expect, test } from 'vitest';
import { type BerichtType, RELEASES } from '../../src/standard/message-types.ts';
import { MESSAGES } from '../../src/standard/messages/index.ts';
import { type ModelKind, type ModelKlasse, modelOf } from '../../src/standard/model.ts';
import { namespaceOf } from '../../src/standard/namespaces.ts';
import { type JsonSchema, jsonSchema, typesOf } from '../../src/standard/schema-files.ts';

/** The child of a class, or of each item when the class is that of a list. */
function kind(klasse: ModelKlasse, pad: string): ModelKind {
  const [stap = '', ...rest] = pad.split('/');
  const gevonden = klasse.kind.get(stap);
  if (gevonden === undefined) throw new Error(`${klasse.naam} has no ${stap}`);
  if (rest.length === 0) return gevonden;
  const binnen = gevonden.kind === 'list' ? gevonden.item : gevonden;
  if (binnen.kind !== 'group') throw new Error(`${stap} has no children`);
  return kind(binnen.klasse, rest.join('/'));
}

const ALLE = RELEASES.flatMap((release) => typesOf(release).map((type) => ({ release, type })));

describe.each(ALLE)('$release $type', ({ release, type }) => {
  const model = modelOf(release, type);

  test('begins with the header and names its namespaces', () => {
    expect(model.wortel.kinderen[0]?.naam).toBe('Header');
    expect(model.namespaces).toEqual({ bericht: namespaceOf(release, type), basis: namespaceOf(release, null) });
  });

  test('has in its header the parties and the code that the table of messages speaks of', () => {
    const { header: places, codes } = MESSAGES[type];
    expect(kind(model.wortel, `Header/${places.gemeente}`).typeNaam).toBe('LDT_Gemeente');
    expect(kind(model.wortel, `Header/${places.aanbieder}`).typeNaam).toBe('LDT_AgbCode');
    const header = jsonSchema(release, type).$defs?.Header?.properties as Record<
      string,
      JsonSchema & { pattern: string }
    >;
    const pattern = new RegExp(header.BerichtCode?.pattern ?? '(?!)', 'u');
    expect(codes.filter((code) => !pattern.test(code))).toEqual([]);
  });

  test('is the same object at every call', () => {
    expect(modelOf(release, type)).toBe(model);
  });
});

test('classes of the message stand in its own namespace, those they share in that of the basisschema', () => {
  const { wortel } = modelOf('3.2', 'JW315');
  expect(kind(wortel, 'Client/AangevraagdeProducten/AangevraagdProduct/Omvang').namespace).toBe('bericht');
  expect(kind(wortel, 'Client/AangevraagdeProducten/AangevraagdProduct/Omvang/Volume').namespace).toBe('basis');
});

test('children keep the order of the document', () => {
  const omvang = kind(modelOf('3.2', 'JW301').wortel, 'Client/ToegewezenProducten/ToegewezenProduct/Omvang');
  expect(omvang.kind === 'group' && omvang.klasse.kinderen.map((k) => k.naam)).toEqual([
    'Volume',
    'Eenheid',
    'Frequentie',
  ]);
});

test('the same name may be a list in one class and single in another', () => {
  const { wortel } = modelOf('3.2', 'JW301');
  expect(kind(wortel, 'Client/Contactgegevens/Contact').kind).toBe('list');
  expect(kind(wortel, 'Client/Relaties/Relatie/Contact').kind).toBe('group');
});

test('a list may hold values', () => {
  const codes = kind(modelOf('3.2', 'JW325').wortel, 'Header/RetourCodes/RetourCode');
  expect(codes.kind === 'list' && codes.item).toMatchObject({
    kind: 'leaf',
    basis: 'string',
    typeNaam: 'LDT_RetourCode',
  });
});

test('leaves know what XML Schema makes of blanks, also where a type is narrowed in place', () => {
  const { wortel } = modelOf('3.2', 'JW301');
  const product = 'Client/ToegewezenProducten/ToegewezenProduct';
  expect(kind(wortel, 'Header/BerichtVersie')).toMatchObject({ basis: 'integer', typeNaam: 'LDT_BerichtVersie' });
  expect(kind(wortel, `${product}/Ingangsdatum`)).toMatchObject({ basis: 'date', verplicht: true });
  expect(kind(wortel, `${product}/Toewijzingstijd`)).toMatchObject({ basis: 'time' });
  expect(kind(wortel, 'Client/Bsn')).toMatchObject({ basis: 'string' });
  expect(kind(wortel, `${product}/Einddatum`).verplicht).toBe(false);
});

test('a message that a release does not have is refused', () => {
  expect(() => modelOf('2.3', 'JW323' satisfies BerichtType)).toThrow();
});
