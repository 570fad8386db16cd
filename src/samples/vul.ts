import type { BerichtType, Release } from '../standard/message-types.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import { type ModelKind, type ModelKlasse, modelOf } from '../standard/model.ts';
import type { Bericht, Groep, Waarde } from '../xml/tree.ts';
import { EXTRA } from './extra.ts';
import { type Voorbeeld, waardeVoor, zonderElementen } from './waarden.ts';

/** A message with everything that the model demands, what makes it sensible besides, and one record of each kind. */
export function voorbeeldBericht(type: BerichtType, release: Release, voorbeeld: Voorbeeld): Bericht {
  const extra = new Set(EXTRA[type]);
  const zonder = zonderElementen(voorbeeld);
  const vul = (klasse: ModelKlasse, drager = klasse.naam): Groep => {
    const groep: Record<string, Waarde> = {};
    for (const kind of klasse.kinderen) {
      if (zonder.has(kind.naam)) continue;
      if (!kind.verplicht && !extra.has(kind.naam) && !extra.has(`${klasse.naam}/${kind.naam}`)) continue;
      groep[kind.naam] = een(kind, drager);
    }
    return groep;
  };
  const een = (kind: ModelKind, ouder: string): Waarde => {
    if (kind.kind === 'leaf') return waardeVoor(kind.naam, ouder, { type, release, soort: MESSAGES[type] }, voorbeeld);
    if (kind.kind === 'group') return kind.naam === 'RetourCodes' ? vul(kind.klasse, ouder) : vul(kind.klasse);
    const item = een(kind.item, ouder);
    return typeof item === 'string' ? [item] : [item as Groep];
  };
  return { type, release, inhoud: vul(modelOf(release, type).wortel) };
}
