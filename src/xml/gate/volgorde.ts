import type { ErrorDetail } from 'libxml2-wasm';
import type { BerichtType, Release } from '../../standard/message-types.ts';
import { type BerichtModel, type ModelKlasse, modelOf } from '../../standard/model.ts';
import type { Siblings } from '../read/siblings.ts';
import { MEESTE_FOUTEN } from './libxml-errors.ts';
import { type VolgordeFout, volgordeFouten } from './sequence-checks.ts';
import { verwachteNamen, volgordeMelding } from './xsd-melding.ts';

/** A fault in the children of an element that the engine did not tell; the path as libxml2 writes it. */
export interface Aanvulling {
  readonly xpath: string;
  readonly melding: string;
}

const ONVERWACHT = 'This element is not expected.';
const ONVOLLEDIG = 'Missing child element(s).';

export function isOnverwacht({ message }: Pick<ErrorDetail, 'message'>): boolean {
  return message.includes(ONVERWACHT);
}

/** Completes what the engine said of each group of children that it did not read to the end. */
export function aanvullingen(
  fouten: readonly ErrorDetail[],
  siblings: Siblings,
  type: BerichtType,
  release: Release,
): Aanvulling[] {
  const model = modelOf(release, type);
  const gevonden: Aanvulling[] = [];
  const gezien = new Set<string>();
  for (const { message, xpath } of fouten) {
    if (xpath === undefined || gevonden.length >= MEESTE_FOUTEN) continue;
    const stopt = message.includes(ONVERWACHT);
    if (!stopt && !message.includes(ONVOLLEDIG)) continue;
    const ouder = stopt ? xpath.slice(0, xpath.lastIndexOf('/')) : xpath;
    const klasse = gezien.has(ouder) ? undefined : klasseVan(siblings.namen(ouder), model);
    gezien.add(ouder);
    if (klasse === undefined) continue;
    const gezegd = { plek: stopt ? siblings.plek(xpath) : null, verwacht: verwachteNamen(message) };
    const kinderen = siblings.kinderen(ouder);
    const binnen = siblings.namen(ouder).at(-1) ?? '';
    for (const fout of volgordeFouten(kinderen, klasse, model.namespaces, gezegd)) {
      if (gevonden.length >= MEESTE_FOUTEN) break;
      const naam = fout.soort === 'ontbreekt' ? fout.naam : (kinderen[fout.plek]?.name ?? '');
      gevonden.push({ xpath: plaats(ouder, fout), melding: volgordeMelding(fout.soort, naam, binnen) });
    }
  }
  return gevonden;
}

function plaats(ouder: string, fout: VolgordeFout): string {
  return fout.soort === 'ontbreekt' ? ouder : `${ouder}/*[${fout.plek + 1}]`;
}

/** The class of the element with these names from the root down; undefined where the model has no such element. */
function klasseVan([wortel, ...namen]: readonly string[], model: BerichtModel): ModelKlasse | undefined {
  let hier: ModelKlasse | undefined = wortel === 'Bericht' ? model.wortel : undefined;
  for (const naam of namen) {
    const kind = hier?.kind.get(naam);
    const element = kind?.kind === 'list' ? kind.item : kind;
    hier = element?.kind === 'group' ? element.klasse : undefined;
  }
  return hier;
}
