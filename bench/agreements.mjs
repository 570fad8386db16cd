import { readFileSync } from 'node:fs';

/** Gemeenten of both regions, so that two queues work. */
const GEMEENTEN = ['0362', '0439'];
const TARIEF = 150;

/** What one client may get: five products, in minutes. */
export const PRODUCTEN = [1, 2, 3, 4, 5].map((n) => ({
  categorie: '45',
  code: `BN${n}`,
  eenheid: '01',
  tarief: TARIEF,
}));

/** Fictive aanbieders, each with the gemeente it works for. */
export function aanbieders(aantal) {
  return Array.from({ length: aantal }, (_, i) => ({
    agb: String(42_430_000 + i),
    gemeente: GEMEENTEN[i % GEMEENTEN.length],
  }));
}

/** The agreements of the bench: the regions and gemeenten of the sample, one regime, a contract for each aanbieder. */
export function afspraken(partijen) {
  const voorbeeld = JSON.parse(readFileSync(new URL('../samples/afspraken.json', import.meta.url), 'utf8'));
  return {
    versie: 'bench',
    regios: voorbeeld.regios,
    gemeenten: voorbeeld.gemeenten,
    aanbieders: partijen.map(({ agb }) => ({ agb, naam: `Bench ${agb} (fictief)`, retour: 'gateway' })),
    regimes: [
      {
        code: 'BENCH',
        naam: 'Bench',
        gemeenten: GEMEENTEN,
        geldigVan: '2015-01-01',
        geldigTot: null,
        variant: 'inspanningsgericht',
        toewijzen: 'automatisch',
        signaalPercentage: 75,
      },
    ],
    producten: PRODUCTEN.map(({ categorie, code, eenheid }) => ({
      regime: 'BENCH',
      categorie,
      code,
      naam: `Behandeling ${code}`,
      zorgcategorie: 'ambulant',
      eenheid,
      signaalbudget: 500_000,
      verwijzers: ['01', '02'],
      maxDagen: null,
      leeftijdVan: null,
      leeftijdTot: 18,
    })),
    contracten: partijen.map(({ agb }) => ({
      nummer: `BENCH-${agb}`,
      regime: 'BENCH',
      aanbieder: agb,
      geldigVan: '2015-01-01',
      geldigTot: null,
      rol: 'zelfstandig',
      producten: PRODUCTEN.map(({ code, eenheid, tarief }) => ({ code, tarief, tariefEenheid: eenheid })),
    })),
  };
}
