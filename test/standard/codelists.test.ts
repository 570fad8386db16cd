import { expect, test } from 'vitest';
import { labelVan } from '../../src/standard/codelists/labels.ts';
import { RELEASES } from '../../src/standard/message-types.ts';
import { jsonSchema } from '../../src/standard/schema-files.ts';

/** Lists without labels: a land code speaks for itself, and nobody reads single questions about a beperking. */
const ZONDER_LABELS = ['LDT_LandCode', 'LDT_BeperkingVraag'];

const LIJSTEN = RELEASES.flatMap((release) =>
  Object.entries(jsonSchema(release, 'basis').$defs ?? {}).flatMap(([typeNaam, schema]) =>
    schema.enum === undefined || ZONDER_LABELS.includes(typeNaam) ? [] : [{ release, typeNaam, codes: schema.enum }],
  ),
);

test.each(LIJSTEN)('$release $typeNaam: every code has a label', ({ release, typeNaam, codes }) => {
  expect(codes.filter((code) => labelVan(release, typeNaam, code) === null)).toEqual([]);
});

test('a code may say something else in another release', () => {
  expect(labelVan('2.3', 'LDT_Eenheid', '82')).toBe('Stuks');
  expect(labelVan('3.2', 'LDT_Eenheid', '82')).toBe('Stuks (output)');
  expect(labelVan('3.2', 'LDT_Eenheid', '81')).toBeNull();
});

test('what is no code has no label', () => {
  expect(labelVan('3.2', 'LDT_RetourCode', '9999')).toBeNull();
  expect(labelVan('3.2', 'LDT_Naam', '01')).toBeNull();
});
