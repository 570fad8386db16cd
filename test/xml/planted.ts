import type { ModelKind } from '../../src/standard/model.ts';
import type { Groep, Waarde } from '../../src/xml/tree.ts';

/** The message with a value at this path, and the groups on its way, whether they were there or not. */
export function planted(groep: Groep, kinderen: readonly ModelKind[], path: readonly string[], waarde: string): Groep {
  const [naam = '', ...rest] = path;
  const kind = kinderen.find((k) => k.naam === naam);
  const item = kind?.kind === 'list' ? kind.item : kind;
  const here = [groep[naam] ?? {}].flat()[0] as Groep;
  const below = item?.kind === 'group' ? planted(here, item.klasse.kinderen, rest, waarde) : waarde;
  return filled({ ...groep, [naam]: kind?.kind === 'list' ? ([below] as readonly Groep[]) : below }, kinderen);
}

/** With something for each mandatory element, without which it is not written. */
function filled(groep: Groep, kinderen: readonly ModelKind[]): Groep {
  const missing = kinderen.filter((kind) => kind.verplicht && groep[kind.naam] === undefined);
  const added = missing.map((kind): [string, Waarde] => {
    const item = kind.kind === 'list' ? kind.item : kind;
    const one = item.kind === 'leaf' ? '0' : filled({}, item.klasse.kinderen);
    return [kind.naam, kind.kind === 'list' ? ([one] as readonly Groep[]) : one];
  });
  return { ...groep, ...Object.fromEntries(added) };
}
