import { isNa } from '../../standard/datum.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import type { Klasse } from '../klasse.ts';
import type { Regel } from '../regel.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { euro } from '../texts/euro.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import type { ContentCode } from './texts.ts';
import { isGevuld, periodeVan } from './velden.ts';

/** What a toewijzing or request must, may and may not hold: CD041, CD075, CD076 and their like. */

const IN: readonly BerichtType[] = ['JW301', 'JW315', 'JW317'];
const MET_PRODUCT = ['ToegewezenProduct', 'AangevraagdProduct', 'NieuwProduct'];
const ALLE = [...MET_PRODUCT, 'TeWijzigenProduct'];
/** Some conditions came with 2021 and leave alone what ended before it. */
const LAATSTE_OUDE_DAG = '2020-12-31';
const NIET_PER_DAG: ReadonlySet<string | undefined> = new Set(['14', '16', '83', '84']);
/** Per week, per month, over the whole of it. */
const FREQUENTIES: ReadonlySet<string | undefined> = new Set(['2', '4', '6']);

const heeftOmvang = ({ waarden }: Klasse) => groepVan(waarden, 'Omvang') !== undefined;
const heeftBudget = ({ waarden }: Klasse) => isGevuld(waarden, 'Budget');
const heeftCode = ({ waarden }: Klasse) => isGevuld(waarden, 'Product/Code');

function eindigtNa2020(klasse: Klasse): boolean {
  const { einde } = periodeVan(klasse);
  return einde === undefined || isNa(einde, LAATSTE_OUDE_DAG);
}

/** CD080, CD095, CD096: one condition under three codes. Not in iJW 2.3, whose products their bound of 2020 spares. */
function geenOmvangZonderCode(code: ContentCode, bericht: BerichtType, klasse: string): Regel[] {
  return inhoudsregel(code, { berichten: [bericht], klassen: [klasse], releases: ALLEEN_32 }, (product) =>
    alsFout(!heeftCode(product) && heeftOmvang(product) && eindigtNa2020(product), 'Omvang'),
  );
}

/** CS338 and CS343: the same constraint under two codes. Not in iJW 2.3, as CD080. */
function frequentieBijEenheid(
  code: ContentCode,
  berichten: readonly BerichtType[],
  klassen: readonly string[],
): Regel[] {
  return inhoudsregel(code, { berichten, klassen, releases: ALLEEN_32 }, (product) => {
    const eenheid = waardeVan(product.waarden, 'Omvang/Eenheid');
    const frequentie = waardeVan(product.waarden, 'Omvang/Frequentie');
    const fout = NIET_PER_DAG.has(eenheid) && !FREQUENTIES.has(frequentie) && eindigtNa2020(product);
    return alsFout(fout, 'Omvang/Frequentie', { eenheid: eenheid ?? '' });
  });
}

export const OMVANG_REGELS: readonly Regel[] = [
  ...inhoudsregel('CD041', { berichten: IN, klassen: MET_PRODUCT, releases: BEIDE_RELEASES }, (product) =>
    alsFout(heeftCode(product) && !heeftOmvang(product), 'Omvang', {
      code: waardeVan(product.waarden, 'Product/Code') ?? '',
    }),
  ),
  ...inhoudsregel('CD075', { berichten: IN, klassen: ALLE, releases: ALLEEN_32 }, (product) => {
    const { einde, eindveld } = periodeVan(product);
    return alsFout(heeftBudget(product) && einde === undefined, eindveld, { eindveld });
  }),
  ...inhoudsregel('CD076', { berichten: IN, klassen: ALLE, releases: ALLEEN_32 }, (product) => {
    const { einde, eindveld } = periodeVan(product);
    const perWeek = waardeVan(product.waarden, 'Omvang/Frequentie') === '2';
    return alsFout(perWeek && einde === undefined, eindveld, { eindveld });
  }),
  ...inhoudsregel('CD077', { berichten: IN, klassen: ALLE, releases: ALLEEN_32 }, (product) =>
    alsFout(heeftBudget(product) && heeftOmvang(product), 'Omvang', {
      budget: euro(Number(waardeVan(product.waarden, 'Budget') ?? 0)),
    }),
  ),
  ...inhoudsregel('CD078', { berichten: IN, klassen: ALLE, releases: ALLEEN_32 }, (product) =>
    alsFout(heeftBudget(product) && heeftOmvang(product), 'Budget'),
  ),
  ...inhoudsregel('CD079', { berichten: IN, klassen: MET_PRODUCT, releases: ALLEEN_32 }, (product) =>
    alsFout(!heeftBudget(product) && groepVan(product.waarden, 'Product') === undefined, 'Product'),
  ),
  ...geenOmvangZonderCode('CD080', 'JW301', 'ToegewezenProduct'),
  ...geenOmvangZonderCode('CD095', 'JW315', 'AangevraagdProduct'),
  ...geenOmvangZonderCode('CD096', 'JW317', 'NieuwProduct'),
  ...frequentieBijEenheid('CS338', ['JW301', 'JW317'], ['ToegewezenProduct', 'NieuwProduct', 'TeWijzigenProduct']),
  ...frequentieBijEenheid('CS343', ['JW315'], ['AangevraagdProduct']),
];
