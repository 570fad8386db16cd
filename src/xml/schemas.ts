import type { BerichtType, Release } from '../standard/message-types.ts';
import { xsdFiles } from '../standard/schema-files.ts';
import type { Schema } from './libxml.ts';
import { compileer } from './libxml.ts';

const schemas = new Map<string, Schema>();
const fragmentSchemas = new Map<string, FragmentSchema>();

/** A schema for parts of a message. */
export interface FragmentSchema extends Schema {
  /** The elements that it declares by themselves. */
  readonly groepen: ReadonlySet<string>;
}

function eenmaal<T>(bewaard: Map<string, T>, sleutel: string, maak: () => T): T {
  const bekend = bewaard.get(sleutel);
  if (bekend !== undefined) return bekend;
  const nieuw = maak();
  bewaard.set(sleutel, nieuw);
  return nieuw;
}

/** The schema of a message. */
export function schemaVan(type: BerichtType, release: Release): Schema {
  return eenmaal(schemas, `${release} ${type}`, () => compileer(`${type}.xsd`, xsdFiles(release)));
}

/**
 * The same schema, in which every element that holds elements is declared by itself too, so that a part of a message can
 * be validated apart from what stands above it.
 */
export function fragmentSchemaVan(type: BerichtType, release: Release): FragmentSchema {
  return eenmaal(fragmentSchemas, `${release} ${type}`, () => {
    const files = new Map<string, Uint8Array>();
    const groepen = new Set<string>();
    for (const naam of ['basisschema.xsd', `${type}.xsd`]) {
      const xsd = new TextDecoder().decode(xsdFiles(release).get(naam));
      const los = losseGroepen(xsd);
      for (const groep of los.keys()) groepen.add(groep);
      const declaraties = [...los].map(([groep, soort]) => `<xs:element name="${groep}" type="${soort}"/>`);
      files.set(naam, new TextEncoder().encode(xsd.replace('</xs:schema>', `${declaraties.join('')}</xs:schema>`)));
    }
    return { ...compileer(`${type}.xsd`, files), groepen };
  });
}

const ELEMENT = /<xs:element name="(\w+)" type="(\w+:\w+)"/g;

/** The elements of a complex type with that type, where a name always means the same one. */
function losseGroepen(xsd: string): Map<string, string> {
  const typen = new Map<string, Set<string>>();
  for (const [, naam = '', type = ''] of xsd.matchAll(ELEMENT)) {
    if (naam === 'Bericht' || type.includes(':LDT_')) continue;
    typen.set(naam, (typen.get(naam) ?? new Set()).add(type));
  }
  return new Map([...typen].flatMap(([naam, [type = '', ...meer]]) => (meer.length === 0 ? [[naam, type]] : [])));
}
