import type { BerichtType, Release } from '../standard/message-types.ts';
import { xsdFiles } from '../standard/schema-files.ts';
import type { Schema } from './libxml.ts';
import { compileer } from './libxml.ts';

const schemas = new Map<string, Schema>();

function eenmaal(sleutel: string, maak: () => Schema): Schema {
  const bekend = schemas.get(sleutel);
  if (bekend !== undefined) return bekend;
  const schema = maak();
  schemas.set(sleutel, schema);
  return schema;
}

/** The schema of a message. */
export function schemaVan(type: BerichtType, release: Release): Schema {
  return eenmaal(`${release} ${type}`, () => compileer(`${type}.xsd`, xsdFiles(release)));
}

/**
 * The same schema, in which every element that holds elements is declared by itself too, so that a part of a message can
 * be validated apart from what stands above it.
 */
export function fragmentSchemaVan(type: BerichtType, release: Release): Schema {
  return eenmaal(`${release} ${type} fragment`, () => {
    const files = new Map<string, Uint8Array>();
    for (const naam of ['basisschema.xsd', `${type}.xsd`]) {
      const xsd = new TextDecoder().decode(xsdFiles(release).get(naam));
      files.set(naam, new TextEncoder().encode(metLosseGroepen(xsd)));
    }
    return compileer(`${type}.xsd`, files);
  });
}

const ELEMENT = /<xs:element name="(\w+)" type="(\w+:\w+)"/g;

/** Adds a declaration for each element of a complex type, where its name always means the same type. */
function metLosseGroepen(xsd: string): string {
  const typen = new Map<string, Set<string>>();
  for (const [, naam = '', type = ''] of xsd.matchAll(ELEMENT)) {
    if (naam === 'Bericht' || type.includes(':LDT_')) continue;
    typen.set(naam, (typen.get(naam) ?? new Set()).add(type));
  }
  const los = [...typen]
    .filter(([, soorten]) => soorten.size === 1)
    .map(([naam, [type]]) => `  <xs:element name="${naam}" type="${type}"/>\n`);
  return xsd.replace('</xs:schema>', `${los.join('')}</xs:schema>`);
}
