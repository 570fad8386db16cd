import type { Afspraken } from '../agreements/afspraken.ts';
import type { ElementPath } from '../standard/path.ts';
import { type Bericht, waardeVan } from '../xml/tree.ts';
import { prestatieVan } from './declaration/prestatie.ts';
import { judge } from './judge.ts';
import type { KennisData } from './kennis.ts';
import { maakKennis } from './kennis-lookups.ts';
import type { Klasse } from './klasse.ts';
import type { Opmerker, Vol } from './regel.ts';

/**
 * Something that is wrong in a message, as its sender can put it right: where, what stands there, and what should where that
 * is known. With values of the message itself, personal ones too, so for its sender alone.
 */
export interface Voorstel {
  readonly regel: string;
  /** Local name of the element at fault. */
  readonly element: string;
  /** As in Bevinding.pad. */
  readonly pad: string;
  /** What stands there; null where the fault is in no single value. */
  readonly waarde: string | null;
  /** What should stand there, as XML writes it; null where that is for the sender to say. */
  readonly hoort: string | null;
  /** Of the line of a declaratie that it is in; null outside of those. */
  readonly prestatie: { readonly pad: string; readonly product: string } | null;
  /** The toewijzing of which nothing is left, so that no value would do; null where one would. */
  readonly vol: Vol | null;
}

/** Of all that rejects a message, in the order in which it was found. */
export function voorstellen(bericht: Bericht, kennis: KennisData, afspraken: Afspraken): readonly Voorstel[] {
  const gevonden: Voorstel[] = [];
  const opmerker: Opmerker = (regel, klasse, { element, hoort, vol = null }) => {
    if (regel.ernst === 'signaal') return;
    const plekken =
      typeof hoort === 'object'
        ? Object.entries(hoort).map(([naam, waarde]) => [`${element}/${naam}`, waarde] as const)
        : [[element, hoort ?? null] as const];
    gevonden.push(...plekken.map(([plek, wat]) => voorstel(regel.code, klasse, plek, wat, vol)));
  };
  judge(bericht, maakKennis(kennis), afspraken, { opmerker });
  return gevonden;
}

function voorstel(regel: string, klasse: Klasse, element: string, hoort: string | null, vol: Vol | null): Voorstel {
  const waarde = element === '' ? undefined : waardeVan(klasse.waarden, element as ElementPath);
  return {
    regel,
    element: element.split('/').at(-1) || klasse.naam,
    pad: element === '' ? klasse.pad : `${klasse.pad}/${element}`,
    waarde: waarde ?? null,
    hoort: waarde === undefined ? null : hoort,
    prestatie: prestatieBij(klasse),
    vol,
  };
}

function prestatieBij(klasse: Klasse): Voorstel['prestatie'] {
  return klasse.naam === 'Prestatie' ? { pad: klasse.pad, product: prestatieVan(klasse).code } : null;
}
