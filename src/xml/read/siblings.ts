import type { XmlDocument, XmlElement as XmlElementType } from 'libxml2-wasm';
import { XmlElement, XmlXPath } from 'libxml2-wasm';

const KINDEREN = XmlXPath.compile('*');

const STAP = /^(.+?)(?:\[(\d+)\])?$/;

interface Kroost {
  readonly elementen: readonly XmlElementType[];
  /** Places in that list, by name as a path of libxml2 has it. */
  readonly plekken: ReadonlyMap<string, readonly number[]>;
}

/** Finds elements of a parsed document by the paths that libxml2 gives; every group of siblings is listed once. */
export class Siblings {
  readonly #document: XmlDocument;
  readonly #kroost = new Map<string, Kroost>();

  constructor(document: XmlDocument) {
    this.#document = document;
  }

  /** The element at a path and its later siblings; empty when the path leads nowhere. */
  vanaf(xpath: string): readonly XmlElementType[] {
    const { kroost, plek } = this.#zoek(xpath);
    return plek === undefined ? [] : (kroost?.elementen.slice(plek) ?? []);
  }

  /** The children of the element at a path, in document order. */
  kinderen(xpath: string): readonly XmlElementType[] {
    return this.#kroostVan(xpath)?.elementen ?? [];
  }

  /** Which of its siblings, counted from 0, the element at a path is; null when the path leads nowhere. */
  plek(xpath: string): number | null {
    return this.#zoek(xpath).plek ?? null;
  }

  /** Local names from the root down to the element at a path; empty when it leads nowhere. */
  namen(xpath: string): readonly string[] {
    const namen: string[] = [];
    for (let hier = xpath; hier !== ''; hier = hier.slice(0, hier.lastIndexOf('/'))) {
      const element = this.#element(hier);
      if (element === undefined) return [];
      namen.unshift(element.name);
    }
    return namen;
  }

  #zoek(xpath: string): { kroost: Kroost | null; plek: number | undefined } {
    const streep = xpath.lastIndexOf('/');
    const kroost = streep <= 0 ? null : this.#kroostVan(xpath.slice(0, streep));
    const [, naam = '', nummer = '1'] = STAP.exec(xpath.slice(streep + 1)) ?? [];
    const rang = Number(nummer) - 1;
    return { kroost, plek: naam === '*' ? rang : kroost?.plekken.get(naam)?.[rang] };
  }

  #element(xpath: string): XmlElementType | undefined {
    if (xpath.indexOf('/', 1) === -1) return this.#document.root;
    const { kroost, plek } = this.#zoek(xpath);
    return plek === undefined ? undefined : kroost?.elementen[plek];
  }

  #kroostVan(xpath: string): Kroost | null {
    const bekend = this.#kroost.get(xpath);
    if (bekend !== undefined) return bekend;
    const ouder = this.#element(xpath);
    if (ouder === undefined) return null;
    const elementen = ouder.find(KINDEREN).filter((node) => node instanceof XmlElement);
    const plekken = new Map<string, number[]>();
    elementen.forEach((element, plek) => {
      const naam = element.namespacePrefix === '' ? element.name : `${element.namespacePrefix}:${element.name}`;
      const lijst = plekken.get(naam);
      if (lijst === undefined) plekken.set(naam, [plek]);
      else lijst.push(plek);
    });
    const kroost = { elementen, plekken };
    this.#kroost.set(xpath, kroost);
    return kroost;
  }
}
