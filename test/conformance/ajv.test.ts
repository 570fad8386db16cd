import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { describe, expect, it } from 'vitest';
import type { BerichtType, Release } from '../../src/standard/message-types.ts';
import { type ModelKlasse, modelOf } from '../../src/standard/model.ts';
import { messageOfNamespace } from '../../src/standard/namespaces.ts';
import { validateInhoud } from '../../src/standard/validate.ts';
import { geenCorpus, maakCorpus } from './corpus.ts';

/**
 * What an object can show: which elements there are, how often, and their values. Order, namespaces, attributes, text
 * between elements and encodings are gone once a message is an object; of those files only the valid ones are compared.
 */
const ZICHTBAAR = new Set(
  'none remove duplicate rename unknown_element empty blank too_long at_length astral enum integer date pattern newline text_shift cdata char_refs comment_in_value'.split(
    ' ',
  ),
);

/** Anything that is well-formed, as an object: no gate before it, so nothing about its shape is taken for granted. */
function losGelezen(element: XmlElement, klasse: ModelKlasse | undefined): Record<string, unknown> {
  const groep: Record<string, unknown> = {};
  for (const kind of kinderen(element)) {
    const model = klasse?.kind.get(kind.name);
    const item = model?.kind === 'list' ? model.item : model;
    const isGroep = item === undefined ? kinderen(kind).length > 0 : item.kind === 'group';
    const tekst = kind.content;
    const blad =
      item?.kind === 'leaf' && item.basis !== 'string' ? tekst.replace(/^[ \t\r\n]+|[ \t\r\n]+$/g, '') : tekst;
    const waarde = isGroep ? losGelezen(kind, item?.kind === 'group' ? item.klasse : undefined) : blad;
    const eerder = groep[kind.name];
    if (model?.kind === 'list') groep[kind.name] = [...((eerder ?? []) as unknown[]), waarde];
    else groep[kind.name] = eerder === undefined ? waarde : [eerder, waarde];
  }
  return groep;
}

function kinderen(element: XmlElement): XmlElement[] {
  return element.find('*').filter((kind): kind is XmlElement => kind instanceof XmlElement);
}

function oordeelVanAjv(bytes: Uint8Array): boolean | null {
  let document: XmlDocument;
  try {
    document = XmlDocument.fromBuffer(bytes);
  } catch {
    return null;
  }
  try {
    const soort: { type: BerichtType; release: Release } | null = messageOfNamespace(document.root.namespaceUri);
    if (soort === null || document.root.name !== 'Bericht') return null;
    const inhoud = losGelezen(document.root, modelOf(soort.release, soort.type).wortel);
    return validateInhoud(soort.release, soort.type, inhoud).length === 0;
  } finally {
    document.dispose();
  }
}

describe.skipIf(geenCorpus !== null)(`ajv and xmllint (${geenCorpus ?? 'seed 3'})`, () => {
  it.each(['3.2', '2.3'] as const)('give the same verdict on what an object of iJW %s can show', (release) => {
    let gezien = 0;
    const anders: string[] = [];
    for (const { naam, bytes, geldig } of maakCorpus(release, 3, 92)) {
      const mutatie = /^JW\d+-\d+-(.*)\.xml$/.exec(naam)?.[1] ?? '';
      if (!geldig && !ZICHTBAAR.has(mutatie)) continue;
      const ajv = oordeelVanAjv(bytes);
      if (ajv === null) continue;
      gezien++;
      if (ajv !== geldig) anders.push(naam);
    }
    expect(anders).toEqual([]);
    expect(gezien).toBeGreaterThan(300);
  });
});
