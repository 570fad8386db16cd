import type { RegieRecord } from '../../dossier/regie.ts';
import type { Toewijzing } from '../../dossier/toewijzing.ts';
import type { KennisData } from '../../rules/kennis.ts';
import { groepeer } from '../../standard/groepeer.ts';
import type { ElementPath } from '../../standard/path.ts';
import { partijenVan } from '../../xml/partijen.ts';
import { type Bericht, type Groep, groepVan, lijstVan, waardeVan } from '../../xml/tree.ts';

/** Of which a trial may take for granted that the toewijzing is there: those that speak of one by its number. */
export const PRETENDS: ReadonlySet<string> = new Set(['JW305', 'JW307', 'JW323']);

/** More than any toewijzing: what is declared on it fits. */
const RUIM = 99_999_999;

/** A line of a message, on a toewijzing. */
interface Regel {
  readonly bsn: string;
  readonly nummer: number;
  readonly categorie: string | null;
  readonly code: string | null;
  readonly eenheid: string | null;
  readonly begin: string;
  readonly einde: string | null;
}

/**
 * What the store knows, and beside it a toewijzing as this message would have it for each number that nobody knows, and of a
 * stop its start. So that a message about a child who does not exist (yet) is judged on the rest. `nummers`: those.
 */
export function pretend(
  bericht: Bericht,
  kennis: KennisData,
): { readonly kennis: KennisData; readonly nummers: readonly number[] } {
  const bekend = new Set(kennis.toewijzingen.map(({ nummer }) => nummer));
  const regels = regelsVan(bericht).filter(({ nummer }) => !bekend.has(nummer));
  const perNummer = groepeer(regels, ({ nummer }) => nummer);
  const partijen = partijenVan(bericht);
  const toewijzingen = [...perNummer.values()].flatMap((van) => toewijzingVoor(van, partijen, kennis));
  const starts = bericht.type === 'JW307' ? regels.flatMap((regel) => startVoor(regel, kennis)) : [];
  return {
    kennis: {
      ...kennis,
      toewijzingen: [...kennis.toewijzingen, ...toewijzingen],
      regie: [...kennis.regie, ...starts],
    },
    nummers: toewijzingen.flatMap(({ nummer }) => (nummer === null ? [] : [nummer])),
  };
}

function toewijzingVoor(
  van: readonly Regel[],
  { gemeente, aanbieder }: { readonly gemeente: string; readonly aanbieder: string },
  { clienten, berichtId }: KennisData,
): Toewijzing[] {
  const [eerste] = van;
  const client = eerste === undefined ? undefined : clienten[eerste.bsn];
  if (eerste === undefined || client === undefined) return [];
  const ingangsdatum = van.map(({ begin }) => begin).reduce((een, ander) => (een < ander ? een : ander));
  const eindes = van.flatMap(({ einde }) => (einde === null ? [] : [einde]));
  const { nummer, categorie, code, eenheid } = eerste;
  return [
    {
      ...{ sleutel: `proef-${nummer}`, gemeente, aanbieder, client, nummer, categorie, code, ingangsdatum },
      einddatum: eindes.length === 0 ? null : eindes.reduce((een, ander) => (een > ander ? een : ander)),
      ...{ toewijzingsdatum: ingangsdatum, toewijzingstijd: '00:00:00', redenWijziging: null },
      ...{ volume: RUIM, eenheid: eenheid ?? '01', frequentie: '6', budget: null, referentieAanbieder: null },
      ...{ berichtId, voorlopig: false, signaalbudget: null },
    },
  ];
}

function startVoor({ bsn, nummer, categorie, code, begin }: Regel, { clienten, berichtId }: KennisData): RegieRecord[] {
  const client = clienten[bsn];
  if (client === undefined) return [];
  return [
    {
      ...{ soort: 'start', client, toewijzingNummer: nummer, categorie, code, begindatum: begin, einddatum: null },
      ...{ redenBeeindiging: null, toewijzingIngangsdatum: begin, berichtId, volgorde: 0 },
    },
  ];
}

function regelsVan({ type, inhoud }: Bericht): Regel[] {
  if (type === 'JW323') {
    return lijstVan(inhoud, 'Declaratie/Clienten/Client').flatMap((client) =>
      lijstVan(client, 'Prestaties/Prestatie').flatMap((prestatie) => prestatieRegel(client, prestatie)),
    );
  }
  const client = groepVan(inhoud, 'Client');
  if (client === undefined) return [];
  const producten = type === 'JW305' ? 'StartProducten/StartProduct' : 'StopProducten/StopProduct';
  return lijstVan(client, producten).flatMap((product) => regieRegel(client, product));
}

function prestatieRegel(client: Groep, prestatie: Groep): Regel[] {
  const einde = waardeVan(prestatie, 'ProductPeriode/Einddatum') ?? null;
  const begin = 'ProductPeriode/Begindatum';
  return regel(client, prestatie, { categorie: 'ProductCategorie', code: 'ProductCode', begin }, einde);
}

/** A toewijzing begins when the message says it does. */
function regieRegel(client: Groep, product: Groep): Regel[] {
  const zegt = waardeVan(product, 'ToewijzingIngangsdatum') !== undefined;
  const begin: ElementPath = zegt ? 'ToewijzingIngangsdatum' : 'Begindatum';
  return regel(client, product, { categorie: 'Product/Categorie', code: 'Product/Code', begin }, null);
}

function regel(
  client: Groep,
  van: Groep,
  waar: Readonly<Record<'categorie' | 'code' | 'begin', ElementPath>>,
  einde: string | null,
): Regel[] {
  const [bsn, nummer] = [waardeVan(client, 'Bsn'), waardeVan(van, 'ToewijzingNummer')];
  const begin = waardeVan(van, waar.begin);
  if (bsn === undefined || nummer === undefined || begin === undefined) return [];
  const [categorie, code] = [waardeVan(van, waar.categorie) ?? null, waardeVan(van, waar.code) ?? null];
  return [{ bsn, nummer: Number(nummer), categorie, code, eenheid: waardeVan(van, 'Eenheid') ?? null, begin, einde }];
}
