import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PrestatieRecord } from '../../../src/dossier/prestatie.ts';
import { metTeken } from '../../../src/signaalbudget/bedrag.ts';
import { laatsteVanMaand } from '../../../src/standard/datum.ts';
import type { Verdict } from '../../../src/verdict/verdict.ts';
import type { Bericht, Groep } from '../../../src/xml/tree.ts';
import { groepVan, lijstVan, waardeVan } from '../../../src/xml/tree.ts';
import { type Clienten, jw303, jw323, type Regel } from '../../rules/declaration/berichten.ts';
import { ANDER_BSN, BSN, client, geboekt, type Spel, toewijzing } from '../../rules/declaration/decor.ts';
import { verdictOp } from './verdict-on.ts';

/** Declaraties with random mistakes: whatever is in them, every line is granted or listed, and the totals explain it. */

/** March 2025 to February 2026, whole months, with the tariff of their year. */
const maand = fc.integer({ min: 0, max: 11 }).map((m) => {
  const begin = `${m < 10 ? 2025 : 2026}-${String(((m + 2) % 12) + 1).padStart(2, '0')}-01`;
  return { begin, einde: laatsteVanMaand(begin), tarief: m < 10 ? 140 : 150 };
});
const kies = <T>(vaak: T, ...zelden: readonly T[]) =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(vaak) }, { weight: 1, arbitrary: fc.constantFrom(...zelden) });

const debet: fc.Arbitrary<Regel> = fc
  .tuple(
    maand,
    fc.record({
      nummer: kies(1001, 1002, 4444),
      code: kies('45A01', '45A02'),
      volume: fc.integer({ min: 0, max: 900 }),
      tarief: kies(undefined, 142),
    }),
  )
  .map(([periode, { tarief, ...regel }]) => ({ ...periode, ...regel, ...(tarief === undefined ? {} : { tarief }) }));
const credit: fc.Arbitrary<Regel> = fc.constantFrom('E1', 'E2', 'E3', 'NIETS').map((vorig) => ({
  begin: '2026-01-01',
  einde: '2026-01-31',
  dc: 'C',
  vorig,
}));
const regels = fc.array(fc.oneof({ weight: 4, arbitrary: debet }, { weight: 1, arbitrary: credit }), {
  minLength: 1,
  maxLength: 5,
});
const clienten: fc.Arbitrary<Clienten> = fc.oneof(
  regels.map((r): Clienten => [[BSN, r]]),
  fc.tuple(regels, regels).map(
    ([r, s]): Clienten => [
      [BSN, r],
      [ANDER_BSN, s],
    ],
  ),
);

const eerder: readonly PrestatieRecord[] = [
  geboekt({ referentie: 'E1' }),
  geboekt({ referentie: 'E2', code: '45A02' }),
  geboekt({ referentie: 'E3', stand: 'afgewezen' }),
  geboekt({ referentie: 'C2', vorigeReferentie: 'E2', debetCredit: 'C' }),
];
const spel: Spel = {
  kennis: {
    toewijzingen: [
      toewijzing({ volume: 1500, ingangsdatum: '2019-01-01' }),
      toewijzing({ nummer: 1002, client: client(ANDER_BSN), volume: 400, ingangsdatum: '2019-01-01' }),
    ],
    prestaties: eerder,
  },
};

const prestaties = (groep: Groep, pad: string) =>
  lijstVan(groep, pad).flatMap((c) => lijstVan(c, 'Prestaties/Prestatie'));
const som = (groep: Groep | undefined) =>
  metTeken({
    bedrag: Number(waardeVan(groep ?? {}, 'TotaalBedrag')),
    debetCredit: waardeVan(groep ?? {}, 'DebetCredit') === 'C' ? 'C' : 'D',
  });

interface Vorm {
  readonly clienten: string;
  readonly inAntwoord: string;
  readonly ingediend: string;
  readonly toegekend: string;
}
const VORM_323: Vorm = {
  clienten: 'Declaratie/Clienten/Client',
  inAntwoord: 'DeclaratieAntwoord/Clienten/Client',
  ingediend: 'DeclaratieAntwoord/TotaalIngediendBedrag',
  toegekend: 'DeclaratieAntwoord/TotaalToegekendBedrag',
};
const VORM_303: Vorm = {
  clienten: 'Clienten/Client',
  inAntwoord: 'Clienten/Client',
  ingediend: 'Header/RetourBedragen/IngediendTotaalBedrag',
  toegekend: 'Header/RetourBedragen/ToegekendTotaalBedrag',
};

function verklaart(bericht: Bericht, verdict: Verdict, vorm: Vorm): void {
  const antwoord = verdict.antwoorden[0]?.inhoud ?? {};
  const geheel = verdict.mutaties.length === 0;
  if (geheel) {
    expect(verdict.status).toBe('afgekeurd');
    return;
  }
  const toegekend = verdict.mutaties.flatMap((m) =>
    m.soort === 'prestatie' && m.prestatie.stand === 'toegekend' ? [m.prestatie] : [],
  );
  const alle = prestaties(bericht.inhoud, vorm.clienten);
  const genoemd = prestaties(antwoord, vorm.inAntwoord);
  expect(toegekend.length + genoemd.length).toBe(alle.length);
  expect(som(groepVan(antwoord, vorm.toegekend))).toBe(toegekend.reduce((s, p) => s + metTeken(p), 0));
  const status = genoemd.length === 0 ? 'goedgekeurd' : toegekend.length === 0 ? 'afgekeurd' : 'deels-goedgekeurd';
  expect(verdict.status).toBe(status);
  // A credit frees its volume, a refused line takes none: what is live never exceeds what was assigned.
  const levend = [...eerder.filter((p) => p.stand === 'toegekend'), ...toegekend].filter(
    (p) => p.toewijzing === 't-1001',
  );
  const credits = levend.filter((p) => p.debetCredit === 'C');
  expect(new Set(credits.map((p) => p.vorigeReferentie)).size).toBe(credits.length);
  const volume = levend.reduce((s, p) => s + (p.debetCredit === 'C' ? -p.volume : p.volume), 0);
  expect(volume).toBeLessThanOrEqual(1500);
}

describe('random declaraties', () => {
  it('JW323', () => {
    fc.assert(
      fc.property(clienten, (lijst) => {
        const bericht = jw323(lijst, { periode: ['2026-02-01', '2026-02-28'] });
        verklaart(bericht, verdictOp(bericht, spel), VORM_323);
      }),
      { numRuns: 500 },
    );
  });

  it('JW303', () => {
    fc.assert(
      fc.property(clienten, fc.constantFrom('432', '450'), (lijst, code) => {
        const kop = { periode: ['2026-02-01', '2026-02-28'], dagtekening: '2026-03-01', code } as const;
        const bericht = jw303(lijst, kop);
        verklaart(bericht, verdictOp(bericht, spel), VORM_303);
      }),
      { numRuns: 500 },
    );
  });
});
