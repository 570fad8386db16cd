import { groepeer } from '../../../standard/groepeer.ts';
import { dayText } from '../../kit/value.tsx';
import { findingText } from '../../words/finding.ts';

export interface Zin {
  readonly aantal: number;
  readonly tekst: string;
}

const DATUM = /\b\d{4}-\d{2}-\d{2}\b/g;
/** A number by itself: no part of the code of a product. */
const GETAL = /(?<![\w.,])\d+(?:[.,]\d+)*(?!\w)/g;
/** The code of a product, or an amount: each of those is named. */
const EIGEN = /€|\b(?=\w*\d)(?=\w*[A-Z])[0-9A-Z]{4,6}\b/;
/** So many values stand in one sentence. */
const WAARDEN = 12;

/**
 * What findings of one rule say, most frequent first: those that differ by a date alone are one sentence, and so are those
 * that differ in numbers, as long as they name no product and no amount.
 */
export function zinnenVan(meldingen: readonly string[]): readonly Zin[] {
  const perDag = [...groepeer(meldingen, (melding) => melding.replaceAll(DATUM, '#')).values()];
  const families = [...groepeer(perDag, ([eerste = '']) => (EIGEN.test(eerste) ? eerste : zonder(eerste))).values()];
  return families
    .flatMap((familie): Zin[] => {
      const [enige] = familie;
      if (familie.length === 1 && enige !== undefined) return [{ aantal: enige.length, tekst: overDagen(enige) }];
      const leden = familie.flat();
      return [{ aantal: leden.length, tekst: overGetallen(leden) }];
    })
    .toSorted((een, ander) => ander.aantal - een.aantal);
}

/**
 * What all of these say in their last sentences: it need be said once. Of one alone nothing; what is left of each is its first
 * sentence at least.
 */
export function zelfdeSlot(zinnen: readonly Zin[]): { readonly zinnen: readonly Zin[]; readonly slot: string | null } {
  const delen = zinnen.map(({ tekst }) => tekst.split(NIEUWE_ZIN));
  const [eerste = []] = delen;
  let zelfde = 0;
  while (
    zinnen.length > 1 &&
    delen.every((deel) => deel.length - zelfde > 1 && deel.at(-1 - zelfde) === eerste.at(-1 - zelfde))
  )
    zelfde++;
  if (zelfde === 0) return { zinnen, slot: null };
  return {
    zinnen: zinnen.map(({ aantal }, i) => ({ aantal, tekst: (delen[i] ?? []).slice(0, -zelfde).join(' ') })),
    slot: eerste.slice(-zelfde).join(' '),
  };
}

/** Behind a full stop, before a capital. */
const NIEUWE_ZIN = /(?<=\.) (?=[A-Z])/;

function zonder(melding: string): string {
  return melding.replaceAll(DATUM, '#').replaceAll(GETAL, '#');
}

/** `op 01-07-2026 t/m 01-10-2026` where one date is all that differs; else as the first says it. */
function overDagen(meldingen: readonly string[]): string {
  const [eerste = ''] = meldingen;
  const dagen = meldingen.map((melding) => melding.match(DATUM) ?? []);
  const van = dagen.map(([dag = '']) => dag).toSorted();
  const [begin = '', einde = ''] = [van[0], van.at(-1)];
  if (dagen.some(({ length }) => length !== 1) || begin === einde) return findingText(eerste);
  return findingText(eerste.replace(DATUM, `${dayText(begin)} t/m ${dayText(einde)}`));
}

/** The one number that differs as a list; where several do, the first as an example. */
function overGetallen(meldingen: readonly string[]): string {
  const [eerste = ''] = meldingen;
  const getallen = meldingen.map((melding) => melding.match(GETAL) ?? []);
  const wisselt = (getallen[0] ?? []).flatMap((een, i) => (getallen.some((rij) => rij[i] !== een) ? [i] : []));
  const [plaats] = wisselt;
  if (wisselt.length !== 1 || plaats === undefined) return `bijvoorbeeld: ${findingText(eerste)}`;
  const waarden = [...new Set(getallen.map((rij) => rij[plaats] ?? ''))];
  const lijst = `${waarden.slice(0, WAARDEN).join(', ')}${waarden.length > WAARDEN ? ', …' : ''}`;
  let nr = -1;
  return findingText(
    eerste.replace(GETAL, (getal) => {
      nr += 1;
      return nr === plaats ? lijst : getal;
    }),
  );
}
