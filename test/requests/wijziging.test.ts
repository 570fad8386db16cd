import { describe, expect, it } from 'vitest';
import type { GewenstPakket } from '../../src/requests/gewenst.ts';
import { verschuif } from '../../src/requests/verschuiving.ts';
import { type Wens, wijzigingVoor } from '../../src/requests/wijziging.ts';
import { toewijzing } from '../verdict/wereld.ts';

const perWeek = toewijzing({ volume: 60, frequentie: '2' });
const wens = (deel: Partial<Wens>): Wens => ({
  gewensteIngangsdatum: '2026-05-01',
  einddatum: '2026-12-31',
  omvang: { volume: 60, eenheid: '01', frequentie: '2' },
  budget: null,
  ...deel,
});

describe('what honouring a wish does', () => {
  it('nothing where nothing differs', () => {
    expect(wijzigingVoor(perWeek, wens({}))).toEqual({ bestaand: { redenWijziging: null }, opvolger: null });
  });

  it('an Einddatum alone keeps the number, also without one', () => {
    const { bestaand, opvolger } = wijzigingVoor(perWeek, wens({ einddatum: null }));
    expect([bestaand.einddatum, bestaand.redenWijziging, opvolger]).toEqual([null, '12', null]);
  });

  it('another Eenheid of a total is no other total', () => {
    const totaal = toewijzing({ volume: 100 });
    const omvang = { volume: 100, eenheid: '04', frequentie: '6' };
    const { bestaand, opvolger } = wijzigingVoor(totaal, wens({ gewensteIngangsdatum: '2026-01-01', omvang }));
    expect([bestaand.redenWijziging, bestaand.einddatum]).toEqual(['13', '2026-01-01']);
    expect(opvolger).toMatchObject({ ingangsdatum: '2026-01-01', eenheid: '04' });
  });

  it('a toewijzing that is over before the wanted day stays as it was', () => {
    const voorbij = { ...perWeek, einddatum: '2026-03-31' };
    const { bestaand, opvolger } = wijzigingVoor(
      voorbij,
      wens({ omvang: { volume: 90, eenheid: '01', frequentie: '2' } }),
    );
    expect(bestaand).toEqual({ redenWijziging: null });
    expect(opvolger?.ingangsdatum).toBe('2026-05-01');
  });

  it('a wish without omvang and Budget leaves the Budget', () => {
    const budget = toewijzing({ code: null, volume: null, eenheid: null, frequentie: null, budget: 1000 });
    const { bestaand } = wijzigingVoor(budget, wens({ omvang: null, einddatum: '2027-01-31' }));
    expect(bestaand).toMatchObject({ budget: 1000, einddatum: '2027-01-31', redenWijziging: '12' });
  });
});

describe('a wanted day that has passed (IV093)', () => {
  const pakket: GewenstPakket = {
    ongewijzigd: [1],
    teWijzigen: [{ ...wens({ gewensteIngangsdatum: '2026-01-01', einddatum: '2026-05-15' }), nummer: 2 }],
    nieuw: [{ ...wens({ gewensteIngangsdatum: '2026-05-16' }), categorie: '45', code: '45A02' }],
  };
  const ingang = () => '2026-01-01';

  it('moves, and what ends the day before moves along (example 2 of IV093)', () => {
    const na = verschuif(pakket, '2026-05-24', '2026-05-23', ingang);
    expect(na?.teWijzigen[0]).toMatchObject({ gewensteIngangsdatum: '2026-01-01', einddatum: '2026-05-23' });
    expect(na?.nieuw[0]?.gewensteIngangsdatum).toBe('2026-05-24');
  });

  it.each([
    ['when it has not passed', '2026-05-24', '2026-05-16'],
    ['to an earlier day', '2026-05-10', '2026-05-23'],
  ])('does not move %s', (_wat, naar, nu) => {
    expect(verschuif(pakket, naar, nu, ingang)).toBeNull();
  });
});
