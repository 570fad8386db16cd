import { euro } from '../standard/euro.ts';
import type { Vondst } from './afspraak-fout.ts';
import type { Contract, ContractProduct, Product } from './document.ts';
import type { Gezond, Vindplaats } from './gezond.ts';
import { productSleutel } from './gezond.ts';
import { perGroep } from './paren.ts';
import { overlapt } from './periode.ts';

export function contractFouten(gezond: Gezond): Vondst[] {
  const producten = new Map<string, Product[]>();
  for (const { item } of gezond.producten) {
    const sleutel = productSleutel(item.regime, item.code);
    producten.set(sleutel, [...(producten.get(sleutel) ?? []), item]);
  }
  return [
    ...gezond.contracten.flatMap((plek) => [...verwijzingen(plek, gezond), ...regels(plek, gezond, producten)]),
    ...overlappingen(gezond),
  ];
}

function verwijzingen({ item, pointer }: Vindplaats<Contract>, { regimes, genoemd }: Gezond): Vondst[] {
  const vondsten: Vondst[] = [];
  if (!genoemd.regimes.has(item.regime)) {
    vondsten.push({ pointer: `${pointer}/regime`, code: 'onbekend-regime', waarden: { waarde: item.regime } });
  }
  if (!genoemd.aanbieders.has(item.aanbieder)) {
    vondsten.push({
      pointer: `${pointer}/aanbieder`,
      code: 'onbekende-aanbieder',
      waarden: { waarde: item.aanbieder },
    });
  }
  const regime = regimes.find((r) => r.item.code === item.regime)?.item;
  if (regime !== undefined && !overlapt(item, regime)) {
    vondsten.push({ pointer, code: 'buiten-regime', waarden: { waarde: item.nummer, regime: regime.code } });
  }
  return vondsten;
}

function regels(
  { item, pointer }: Vindplaats<Contract>,
  { genoemd }: Gezond,
  producten: ReadonlyMap<string, readonly Product[]>,
): Vondst[] {
  const gezien = new Set<string>();
  return item.producten.flatMap((regel, i): Vondst[] => {
    const plek = `${pointer}/producten/${i}`;
    if (gezien.has(regel.code)) {
      return [{ pointer: plek, code: 'dubbele-sleutel', waarden: { soort: 'Product', waarde: regel.code } }];
    }
    gezien.add(regel.code);
    const sleutel = productSleutel(item.regime, regel.code);
    if (genoemd.regimes.has(item.regime) && !genoemd.producten.has(sleutel)) {
      const waarden = { waarde: regel.code, regime: item.regime };
      return [{ pointer: `${plek}/code`, code: 'onbekend-product', waarden }];
    }
    const eigen = producten.get(sleutel) ?? [];
    return [...eigen.flatMap((product) => tariefFouten(regel, product, plek)), ...delenFouten(regel, eigen, plek)];
  });
}

/** A tariff is per unit of the product; the one exception is an hour tariff for a product in minutes (IV081). */
function tariefFouten(regel: ContractProduct, product: Product, pointer: string): Vondst[] {
  const waarden = { waarde: regel.code, eenheid: product.eenheid, tariefEenheid: regel.tariefEenheid };
  const vondsten: Vondst[] = [];
  const uurInMinuten = regel.tariefEenheid === '04' && product.eenheid === '01';
  if (regel.tariefEenheid !== product.eenheid && !uurInMinuten) {
    vondsten.push({ pointer: `${pointer}/tariefEenheid`, code: 'tarief-eenheid', waarden });
  }
  if (regel.tarief !== null && product.eenheid === '83') {
    vondsten.push({ pointer: `${pointer}/tarief`, code: 'tarief-bij-euro', waarden });
  }
  if (regel.tarief === null && product.signaalbudget !== null && product.eenheid !== '83') {
    vondsten.push({ pointer: `${pointer}/tarief`, code: 'signaalbudget-zonder-tarief', waarden });
  }
  return vondsten;
}

/** The parts of a tariff, if it has any: they are of a stay, each named once, and sum to it. */
function delenFouten(regel: ContractProduct, producten: readonly Product[], pointer: string): Vondst[] {
  const { code, tarief, tariefDelen: delen } = regel;
  if (delen === undefined) return [];
  const plek = `${pointer}/tariefDelen`;
  const vondsten: Vondst[] = producten
    .filter(({ zorgcategorie }) => zorgcategorie !== 'verblijf')
    .map(({ zorgcategorie: categorie }) => {
      return { pointer: plek, code: 'tarief-delen-niet-verblijf', waarden: { waarde: code, categorie } };
    });
  const namen = delen.map(({ naam }) => naam);
  for (const [i, naam] of namen.entries()) {
    if (namen.indexOf(naam) === i) continue;
    vondsten.push({ pointer: `${plek}/${i}`, code: 'dubbele-sleutel', waarden: { soort: 'Tariefdeel', waarde: naam } });
  }
  const som = delen.reduce((totaal, { bedrag }) => totaal + bedrag, 0);
  if (tarief === null) vondsten.push({ pointer: plek, code: 'tarief-delen-zonder-tarief', waarden: { waarde: code } });
  else if (som !== tarief) {
    const waarden = { waarde: code, som: euro(som), tarief: euro(tarief) };
    vondsten.push({ pointer: plek, code: 'tarief-delen-som', waarden });
  }
  return vondsten;
}

/** An aanbieder has at most one contract in a regime on any day. */
function overlappingen({ contracten }: Gezond): Vondst[] {
  return perGroep(contracten, ({ item }) => JSON.stringify([item.regime, item.aanbieder]))
    .filter(([later, eerder]) => overlapt(later.item, eerder.item))
    .map(([later, eerder]) => ({
      pointer: later.pointer,
      code: 'contract-overlapt',
      waarden: {
        waarde: later.item.aanbieder,
        regime: later.item.regime,
        nummer: later.item.nummer,
        ander: eerder.item.nummer,
      },
    }));
}
