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
  /** Whether a line with this number was granted before, or is still judged: sent once more it brings nothing. */
  readonly eerder: boolean;
  /** Whether it only follows from another one of the same rule and line. */
  readonly mee: boolean;
}

/** Of all that rejects a message, in the order in which it was found. */
export function voorstellen(bericht: Bericht, kennis: KennisData, afspraken: Afspraken): readonly Voorstel[] {
  const gevonden: Voorstel[] = [];
  const opmerker: Opmerker = (regel, klasse, { element, hoort, ook = {}, vol = null, eerder = false }) => {
    if (regel.ernst === 'signaal') return;
    const plekken =
      typeof hoort === 'object'
        ? Object.entries(hoort).map(([naam, waarde]) => [`${element}/${naam}`, waarde] as const)
        : [[element, hoort ?? null] as const];
    const wat = { regel: regel.code, klasse, vol, eerder };
    gevonden.push(
      ...plekken.map(([plek, waarde]) => voorstel({ ...wat, mee: false }, plek, waarde)),
      ...Object.entries(ook).map(([plek, waarde]) => voorstel({ ...wat, mee: true }, plek, waarde)),
    );
  };
  judge(bericht, maakKennis(kennis), afspraken, { opmerker });
  return gevonden;
}

type Gevonden = Pick<Voorstel, 'regel' | 'vol' | 'eerder' | 'mee'> & { readonly klasse: Klasse };

function voorstel({ klasse, ...wat }: Gevonden, element: string, hoort: string | null): Voorstel {
  const waarde = element === '' ? undefined : waardeVan(klasse.waarden, element as ElementPath);
  return {
    ...wat,
    element: element.split('/').at(-1) || klasse.naam,
    pad: element === '' ? klasse.pad : `${klasse.pad}/${element}`,
    waarde: waarde ?? null,
    hoort: waarde === undefined ? null : hoort,
    prestatie: prestatieBij(klasse),
  };
}

function prestatieBij(klasse: Klasse): Voorstel['prestatie'] {
  return klasse.naam === 'Prestatie' ? { pad: klasse.pad, product: prestatieVan(klasse).code } : null;
}
