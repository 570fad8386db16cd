import fc from 'fast-check';
import { expect, it } from 'vitest';
import { metTeken } from '../../src/signaalbudget/bedrag.ts';
import { type Boeking, gebruiktVan, overgang, percentageVan } from '../../src/signaalbudget/ledger.ts';
import { type Gebeurtenis, hertel, type Regel } from './naive-grootboek.ts';

const BEGIN = 1000;

/** What may happen: amounts, and a number that says which earlier line a credit takes back (or that it is a debet). */
const stap = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.array(
      fc.record({ bedrag: fc.integer({ min: 0, max: 600 }), terug: fc.nat(9), geweigerd: fc.boolean() }),
      { minLength: 1, maxLength: 4 },
    ),
  },
  { weight: 1, arbitrary: fc.integer({ min: 1, max: 3000 }) },
);

/** Turns random steps into a history that the rules would let through: a credit of a granted debet, once, for its amount. */
function geschiedenisUit(
  stappen: readonly (number | readonly { bedrag: number; terug: number; geweigerd: boolean }[])[],
): Gebeurtenis[] {
  const open: Regel[] = [];
  let naam = 0;
  return stappen.map((gekozen): Gebeurtenis => {
    if (typeof gekozen === 'number') return { soort: 'toekenning', bedrag: gekozen };
    const regels = gekozen.map(({ bedrag, terug, geweigerd }): Regel => {
      naam++;
      const debet = terug < 4 ? open[terug] : undefined;
      if (debet === undefined) {
        const regel = { naam, bedrag, vanRegel: null, geweigerd };
        if (!geweigerd) open.push(regel);
        return regel;
      }
      if (!geweigerd) open.splice(open.indexOf(debet), 1);
      return { naam, bedrag: debet.bedrag, vanRegel: debet.naam, geweigerd };
    });
    return { soort: 'declaratie', regels };
  });
}

it('any history of debets, credits, refusals and grants: the same use, share and signals as a naive recount', () => {
  let signalenGezien = 0;
  fc.assert(
    fc.property(fc.array(stap, { maxLength: 12 }), fc.integer({ min: 1, max: 100 }), (stappen, percentage) => {
      const geschiedenis = geschiedenisUit(stappen);
      const boekingen: Boeking[] = [];
      let maximum = BEGIN;
      let signalen = 0;
      const stand = (gebruikt: number, bedrag: number) => ({ gebruikt, bedrag, percentage });
      for (const gebeurtenis of geschiedenis) {
        const voor = gebruiktVan(boekingen);
        if (gebeurtenis.soort === 'toekenning') {
          const { bedrag } = gebeurtenis;
          if (overgang(stand(voor, maximum), stand(voor, bedrag)) !== null) signalen++;
          maximum = bedrag;
          continue;
        }
        const nieuw = gebeurtenis.regels.map(boekingVan);
        const na = nieuw.filter((b) => b.stand !== 'afgewezen').reduce((som, b) => som + metTeken(b), voor);
        if (overgang(stand(voor, maximum), stand(na, maximum)) !== null) signalen++;
        boekingen.push(...nieuw);
      }
      const gebruikt = gebruiktVan(boekingen);
      const tienden = Math.round(percentageVan(gebruikt, maximum) * 10);
      expect({ gebruikt, maximum, tienden, signalen }).toEqual(hertel(BEGIN, percentage, geschiedenis));
      signalenGezien += signalen;
    }),
    { numRuns: 10_000 },
  );
  expect(signalenGezien).toBeGreaterThan(1000);
});

function boekingVan({ bedrag, vanRegel, geweigerd }: Regel): Boeking {
  return { bedrag, debetCredit: vanRegel === null ? 'D' : 'C', stand: geweigerd ? 'afgewezen' : 'toegekend' };
}
