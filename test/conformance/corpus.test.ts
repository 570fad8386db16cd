import { XmlDocument, XmlElement } from 'libxml2-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ModelKlasse } from '../../src/standard/model.ts';
import { modelOf } from '../../src/standard/model.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { partijenVan } from '../../src/xml/partijen.ts';
import { peekHeader } from '../../src/xml/read/header-peek.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import type { Bericht, Groep, Waarde } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import type { CorpusBestand } from './corpus.ts';
import { geenCorpus, maakCorpus } from './corpus.ts';

/** Enough for each mutation at least once. More by hand: CORPUS_SEED=2 CORPUS_PER_TYPE=460 npx vitest run test/conformance/corpus */
const SEED = Number(process.env.CORPUS_SEED ?? 1);
const PER_TYPE = Number(process.env.CORPUS_PER_TYPE ?? 46);

/** A reading of its own, from libxml2's tree. */
function uitBoom(element: XmlElement, klasse: ModelKlasse): Groep {
  const groep: Record<string, Waarde> = {};
  for (const kind of element.find('*')) {
    const model = kind instanceof XmlElement ? klasse.kind.get(kind.name) : undefined;
    if (!(kind instanceof XmlElement) || model === undefined) throw new Error('unknown element');
    const item = model.kind === 'list' ? model.item : model;
    const tekst = kind.content;
    const waarde = item.kind === 'group' ? uitBoom(kind, item.klasse) : item.basis === 'string' ? tekst : tekst.trim();
    groep[kind.name] = model.kind === 'list' ? [...((groep[kind.name] ?? []) as Groep[]), waarde as Groep] : waarde;
  }
  return groep;
}

function gelezen({ bytes }: CorpusBestand): Bericht | null {
  const uitkomst = gate(bytes);
  return uitkomst.kind === 'accepted' ? readBericht(bytes, uitkomst.type, uitkomst.release) : null;
}

describe.skipIf(geenCorpus !== null)(`the corpus (${geenCorpus ?? `seed ${SEED}, ${PER_TYPE} of each type`})`, () => {
  describe.each(['3.2', '2.3'] as const)('of iJW %s', (release) => {
    let bestanden: CorpusBestand[] = [];
    beforeAll(() => {
      bestanden = maakCorpus(release, SEED, PER_TYPE);
    });

    it('has files of both kinds', () => {
      expect(bestanden.filter((b) => b.geldig).length).toBeGreaterThan(PER_TYPE);
      expect(bestanden.filter((b) => !b.geldig).length).toBeGreaterThan(PER_TYPE);
    });

    it('gets the verdict of xmllint on every file', () => {
      const anders = bestanden.filter((b) => (gate(b.bytes).kind === 'accepted') !== b.geldig);
      expect(anders.map((b) => b.naam)).toEqual([]);
    });

    it('gets a place and a sentence for every finding', () => {
      for (const { naam, bytes } of bestanden) {
        const uitkomst = gate(bytes);
        for (const bevinding of uitkomst.kind === 'refused' ? uitkomst.bevindingen : []) {
          expect(bevinding.melding, naam).toMatch(/\.$/);
          if (bevinding.niveau !== 1) continue;
          expect(bevinding.pad, naam).toMatch(/^\/Bericht/);
          expect([bevinding.lijn, bevinding.kolom], naam).toEqual([expect.any(Number), expect.any(Number)]);
        }
      }
    });

    it('is read as libxml2 reads it, and survives writing and reading', () => {
      for (const bestand of bestanden) {
        const bericht = gelezen(bestand);
        if (bericht === null) continue;
        const document = XmlDocument.fromBuffer(bestand.bytes);
        const boom = uitBoom(document.root, modelOf(bericht.release, bericht.type).wortel);
        document.dispose();
        // As text, for the order of the properties counts too.
        expect(JSON.stringify(bericht.inhoud), bestand.naam).toBe(JSON.stringify(boom));
        const geschreven = writeBericht(bericht);
        expect(gate(geschreven).kind, bestand.naam).toBe('accepted');
        expect(readBericht(geschreven, bericht.type, bericht.release), bestand.naam).toEqual(bericht);
      }
    });

    it('has the parties in its header that the whole message has', () => {
      for (const bestand of bestanden) {
        const bericht = gelezen(bestand);
        if (bericht !== null) expect(peekHeader(bestand.bytes), bestand.naam).toMatchObject(partijenVan(bericht));
      }
    });
  });
});
