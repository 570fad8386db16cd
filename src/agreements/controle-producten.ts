import type { Vondst } from './afspraak-fout.ts';
import type { Gezond } from './gezond.ts';

export function productFouten({ producten, genoemd }: Gezond): Vondst[] {
  const vondsten: Vondst[] = [];
  for (const { item, pointer } of producten) {
    if (!genoemd.regimes.has(item.regime)) {
      vondsten.push({ pointer: `${pointer}/regime`, code: 'onbekend-regime', waarden: { waarde: item.regime } });
    }
    if (item.signaalbudget !== null && item.zorgcategorie !== 'ambulant') {
      const waarden = { waarde: item.code, categorie: item.zorgcategorie };
      vondsten.push({ pointer: `${pointer}/signaalbudget`, code: 'signaalbudget-niet-ambulant', waarden });
    }
    if (item.leeftijdVan !== null && item.leeftijdTot !== null && item.leeftijdTot <= item.leeftijdVan) {
      const waarden = { van: item.leeftijdVan, tot: item.leeftijdTot };
      vondsten.push({ pointer: `${pointer}/leeftijdTot`, code: 'leeftijd-omgekeerd', waarden });
    }
    const som = item.termijnen?.reduce((totaal, termijn) => totaal + termijn.percentage, 0) ?? 100;
    if (som !== 100) {
      vondsten.push({ pointer: `${pointer}/termijnen`, code: 'termijnen-som', waarden: { waarde: item.code, som } });
    }
  }
  return vondsten;
}
