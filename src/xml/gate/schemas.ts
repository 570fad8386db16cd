import type { BerichtType, Release } from '../../standard/message-types.ts';
import { xsdFiles } from '../../standard/schema-files.ts';
import type { CompiledXsd } from './libxml.ts';
import { compileer } from './libxml.ts';

const schemas = new Map<string, CompiledXsd>();
const fragmentSchemas = new Map<string, FragmentSchema>();

/** A schema for parts of a message. */
export interface FragmentSchema extends CompiledXsd {
  /** The elements that it declares by themselves. */
  readonly elementen: ReadonlySet<string>;
}

function eenmaal<T>(bewaard: Map<string, T>, sleutel: string, maak: () => T): T {
  const bekend = bewaard.get(sleutel);
  if (bekend !== undefined) return bekend;
  const nieuw = maak();
  bewaard.set(sleutel, nieuw);
  return nieuw;
}

/** The schema of a message. */
export function schemaVan(type: BerichtType, release: Release): CompiledXsd {
  return eenmaal(schemas, `${release} ${type}`, () => compileer(`${type}.xsd`, xsdFiles(release)));
}

/**
 * The same schema, in which every element of a class is declared by itself too, so that a part of a message, down to a
 * single value, can be validated apart from what stands above it.
 */
export function fragmentSchemaVan(type: BerichtType, release: Release): FragmentSchema {
  return eenmaal(fragmentSchemas, `${release} ${type}`, () => {
    const files = new Map<string, Uint8Array>();
    const elementen = new Set<string>();
    for (const naam of ['basisschema.xsd', `${type}.xsd`]) {
      const xsd = new TextDecoder().decode(xsdFiles(release).get(naam));
      const los = losseElementen(xsd);
      for (const element of los.keys()) elementen.add(element);
      files.set(
        naam,
        new TextEncoder().encode(xsd.replace('</xs:schema>', `${[...los.values()].join('')}</xs:schema>`)),
      );
    }
    return { ...compileer(`${type}.xsd`, files), elementen };
  });
}

const ELEMENT = /<xs:element name="(\w+)" type="(\w+:\w+)"/g;
/** A declaration for each element of a class, by name; a value that may be of several types is held to any of them. */
function losseElementen(xsd: string): Map<string, string> {
  const typen = new Map<string, Set<string>>();
  for (const [, naam = '', type = ''] of xsd.matchAll(ELEMENT)) {
    if (naam !== 'Bericht') typen.set(naam, (typen.get(naam) ?? new Set()).add(type));
  }
  const los = new Map<string, string>();
  for (const [naam, soorten] of typen) {
    const [type = '', ...meer] = soorten;
    if (meer.length === 0) los.set(naam, `<xs:element name="${naam}" type="${type}"/>`);
    else if ([...soorten].every((soort) => soort.includes(':LDT_'))) los.set(naam, alsEen(naam, [...soorten]));
  }
  for (const [naam, type] of vernauwd(xsd)) {
    if (!typen.has(naam)) los.set(naam, `<xs:element name="${naam}">${type}</xs:element>`);
  }
  return los;
}

/** Values whose type is narrowed in place (BerichtCode), with that type. */
function vernauwd(xsd: string): (readonly [naam: string, type: string])[] {
  const stukken = xsd.split('<xs:element name="').slice(1);
  return stukken.flatMap((stuk) => {
    const [begin, eind] = [stuk.indexOf('<xs:simpleType>'), stuk.indexOf('</xs:element>')];
    return begin < 0 || eind < begin ? [] : [[stuk.slice(0, stuk.indexOf('"')), stuk.slice(begin, eind)] as const];
  });
}

function alsEen(naam: string, typen: readonly string[]): string {
  const een = `<xs:simpleType><xs:union memberTypes="${typen.join(' ')}"/></xs:simpleType>`;
  return `<xs:element name="${naam}">${een}</xs:element>`;
}
