import { groepeer } from '../standard/groepeer.ts';
import { type Bouwsteen, bouwstenenVan, type Cel, type FeitSoort, KLEIN, SOORTEN } from './bouwstenen.ts';
import { opgeteld, splits } from './tariefdelen.ts';
import type { Telling } from './telling.ts';
import { afgeschermd, type Getoond } from './telling.ts';
import type { Indeling } from './verdelingen.ts';

/** What is asked: taken together by what, and within which bounds. Months as `2026-03`. */
export interface Uitsnede {
  readonly per: readonly Indeling[];
  readonly gemeenten?: readonly string[];
  readonly van?: string;
  readonly tot?: string;
}

/**
 * Rows for who does not know the children: every number is a sum over blocks (bouwstenen.ts) that lie in the row as a
 * whole. What lies in it by part is left out, and then the row is `onvolledig`; a row with no block at all shows nothing.
 * The number of clients is rounded down to a multiple of five, for it alone is no sum: a child counts once.
 */
export function afgeschermdeRijen(
  tellingen: readonly Telling[],
  cellen: readonly Cel[],
  uitsnede: Uitsnede,
): Getoond[] {
  const stenen = perSoort(cellen);
  const binnen = new Map(SOORTEN.map((soort) => [soort, perRij(stenen.get(soort) ?? [], uitsnede)] as const));
  return tellingen.map((telling) => {
    const deel = (soort: FeitSoort) => binnen.get(soort)?.get(rijVan(telling, uitsnede.per)) ?? LEEG;
    return rij(telling, deel);
  });
}

/** The blocks of each kind: they depend on the cells alone, so whoever asks more of the same cells asks the same blocks. */
function perSoort(cellen: readonly Cel[]): ReadonlyMap<FeitSoort, readonly Bouwsteen[]> {
  const eerder = gemaakt.get(cellen);
  if (eerder !== undefined) return eerder;
  const groepen = groepeer(cellen, ({ soort }) => soort);
  const stenen = new Map(SOORTEN.map((soort) => [soort, bouwstenenVan(groepen.get(soort) ?? [])] as const));
  gemaakt.set(cellen, stenen);
  return stenen;
}
const gemaakt = new WeakMap<readonly Cel[], ReadonlyMap<FeitSoort, readonly Bouwsteen[]>>();

/** What of a kind lies in a row: in whole blocks, and whether there is more. */
interface Deel {
  readonly cellen: readonly Cel[];
  readonly stenen: readonly Bouwsteen[];
  readonly meer: boolean;
}
const LEEG: Deel = { cellen: [], stenen: [], meer: false };

function perRij(stenen: readonly Bouwsteen[], uitsnede: Uitsnede): ReadonlyMap<string, Deel> {
  const rijen = new Map<string, { cellen: Cel[]; stenen: Bouwsteen[]; meer: boolean }>();
  for (const steen of stenen) {
    const geraakt = new Set(steen.cellen.map((cel) => (ligtBinnen(cel, uitsnede) ? rijVan(cel, uitsnede.per) : null)));
    const heel = geraakt.size === 1 && steen.clienten >= KLEIN;
    for (const naam of geraakt) {
      if (naam === null) continue;
      const hier = rijen.get(naam) ?? { cellen: [], stenen: [], meer: false };
      rijen.set(naam, hier);
      if (heel) {
        hier.cellen.push(...steen.cellen);
        hier.stenen.push(steen);
      } else hier.meer = true;
    }
  }
  return rijen;
}

function ligtBinnen(cel: Cel, { gemeenten, van, tot }: Uitsnede): boolean {
  const maand = cel.maand ?? '';
  if (gemeenten !== undefined && !gemeenten.includes(cel.gemeente ?? '')) return false;
  return (van === undefined || maand >= van) && (tot === undefined || maand <= tot);
}

function rijVan(waar: { readonly [V in Indeling]?: string | null | undefined }, per: readonly Indeling[]): string {
  return JSON.stringify(per.map((v) => waar[v] ?? null));
}

function rij(telling: Telling, deel: (soort: FeitSoort) => Deel): Getoond {
  const { cellen, meer } = deel('aantallen');
  if (cellen.length === 0) return { ...afgeschermd({ ...telling, clienten: 1 }, false), onvolledig: true };
  const tel = (wat: (cel: Cel) => number) => cellen.reduce((som, cel) => som + wat(cel), 0);
  const geld = {
    toegekend: bedrag(deel('toegekend')),
    voorlopig: bedrag(deel('voorlopig')),
    afgewezen: bedrag(deel('afgewezen')),
  };
  const { delen, ongesplitst } = inDelen(deel('toegekend'));
  const gedeclareerd = Object.values(geld).filter((b) => b !== null);
  return {
    ...telling,
    clienten: telling.clienten - (telling.clienten % KLEIN),
    toegewezen: tel((c) => c.toegewezen),
    gestart: tel((c) => c.instroom + c.doorstroom),
    instroom: tel((c) => c.instroom),
    doorstroom: tel((c) => c.doorstroom),
    gestopt: tel((c) => c.gestopt),
    uitstroom: tel((c) => c.uitstroom),
    duurDagen: duur(deel('duur')),
    gedeclareerd: gedeclareerd.length === 0 ? null : gedeclareerd.reduce((a, b) => a + b, 0),
    toegekend: geld.toegekend,
    afgewezen: geld.afgewezen,
    afgewezenRegels: tel((c) => c.afgewezenRegels),
    afgewezenVerzoeken: tel((c) => c.afgewezenVerzoeken),
    redenen: redenen(cellen),
    zwaarte: zwaarte(deel('toegekend')),
    delen,
    afgeschermd: false,
    onvolledig: meer || ongesplitst || SOORTEN.some((soort) => deel(soort).meer),
  };
}

/** Null when there is something, but none that may be shown. */
function bedrag({ cellen, meer }: Deel): number | null {
  return cellen.length === 0 && meer ? null : cellen.reduce((som, cel) => som + cel.som, 0);
}

/**
 * What was granted by the parts of its tariff. Only of blocks under one and the same tariff: the shares of several tariffs
 * would tell how much of a block is whose, which may be one child.
 */
function inDelen({ stenen }: Deel): { delen: Record<string, number>; ongesplitst: boolean } {
  const delen: Readonly<Record<string, number>>[] = [];
  let ongesplitst = false;
  for (const { cellen } of stenen) {
    const [stelsel = null, ...andere] = new Set(cellen.map((cel) => cel.stelsel));
    if (andere.length > 0) ongesplitst = true;
    else if (stelsel !== null)
      delen.push(
        splits(
          cellen.reduce((som, cel) => som + cel.som, 0),
          stelsel,
        ),
      );
  }
  return { delen: opgeteld(delen), ongesplitst };
}

function zwaarte({ cellen }: Deel): number | null {
  const dagen = cellen.reduce((som, cel) => som + cel.dagen, 0);
  return dagen <= 0 ? null : Math.round(cellen.reduce((som, cel) => som + cel.som, 0) / dagen);
}

function duur({ cellen }: Deel): number | null {
  const aantal = cellen.reduce((som, cel) => som + cel.aantal, 0);
  return aantal === 0 ? null : Math.round(cellen.reduce((som, cel) => som + cel.som, 0) / aantal);
}

function redenen(cellen: readonly Cel[]): Record<string, number> {
  const samen: Record<string, number> = {};
  for (const cel of cellen)
    for (const [reden, aantal] of Object.entries(cel.redenen)) samen[reden] = (samen[reden] ?? 0) + aantal;
  return samen;
}
