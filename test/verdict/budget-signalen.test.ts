import { describe, expect, it } from 'vitest';
import type { PrestatieRecord } from '../../src/dossier/prestatie.ts';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { ZOALS_GEVRAAGD } from '../../src/requests/besluit-keuze.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { maakKennis } from '../../src/rules/kennis-lookups.ts';
import { metBudgetSignalen } from '../../src/verdict/budget-signalen.ts';
import { verleenMaatwerk } from '../../src/verdict/maatwerk.ts';
import type { Mutatie, Verdict } from '../../src/verdict/verdict.ts';
import { beslisVerzoek } from '../../src/verdict/werkbak/beslis.ts';
import { bericht, met } from '../rules/builders.ts';
import { afsprakenMet, CLIENT, kennisVoor, mutatiesVan, nummers, toewijzing, verdictOver } from './wereld.ts';

/** 2.000,00 used of 5.000,00. */
const OUD = toewijzing();
const BETAALD: PrestatieRecord = {
  ...{ referentie: 'P1', vorigeReferentie: null, toewijzing: OUD.sleutel, toewijzingNummer: 1001, client: CLIENT },
  ...{ categorie: '45', code: '45A01', begin: '2026-01-01', einde: '2026-01-31', volume: 1333, eenheid: '01' },
  ...{ tarief: 150, bedrag: 200000, debetCredit: 'D', stand: 'toegekend', berichtId: 'declaratie-1' },
};
const bewaard = mutatiesVan(verdictOver(bericht('JW301')), 'client')[0]?.gegevens ?? {};
const KENNIS: Partial<KennisData> = {
  toewijzingen: [OUD],
  prestaties: [BETAALD],
  clientGegevens: { [CLIENT]: bewaard },
};
const AFSPRAKEN = afsprakenMet();

const gezien = (verdict: Verdict) =>
  verdict.signalen.filter((s) => s.soort === 'signaalbudget').map((s) => [s.toewijzingNummer, s.percentage]);

describe('a lower ceiling passes a line that the use has reached', () => {
  const verleen = (bedrag: number) => {
    const kennis = { ...kennisVoor(bericht('JW301'), KENNIS), clienten: {} };
    const vast = { opdrachtId: 'opdracht-1', afspraken: AFSPRAKEN, nummers: nummers(), regelsVersie: '1.2.3' };
    const uitkomst = verleenMaatwerk({ ...vast, toewijzing: OUD, bedrag, kennis });
    if (uitkomst.kind === 'refused') throw new Error(uitkomst.reden);
    return gezien(uitkomst.verdict);
  };

  it('by a grant', () => {
    expect(verleen(900000)).toEqual([]);
    expect(verleen(266700)).toEqual([]);
    expect(verleen(266600)).toEqual([[1001, 75]]);
    expect(verleen(199900)).toEqual([[1001, 100]]);
  });

  const EEN = 'Client/ToegewezenProducten/ToegewezenProduct[1]';
  const jw301 = (volume: string, reden?: string) =>
    met(
      bericht('JW301'),
      [`${EEN}/ToewijzingNummer`, '1001'],
      [`${EEN}/Ingangsdatum`, OUD.ingangsdatum],
      [`${EEN}/Einddatum`, OUD.einddatum ?? ''],
      [`${EEN}/RedenWijziging`, reden],
      [`${EEN}/Omvang`, { Volume: volume, Eenheid: '01', Frequentie: '6' }],
    );
  const naJw301 = (...invoer: Parameters<typeof jw301>) =>
    gezien(verdictOver(jw301(...invoer), { afspraken: AFSPRAKEN, kennis: KENNIS }));

  it('by a JW301, whether it says that it changes something or not', () => {
    expect(naJw301('3333', '12')).toEqual([]);
    expect(naJw301('1500', '12')).toEqual([[1001, 88.8]]);
    expect(naJw301('1500')).toEqual([[1001, 88.8]]);
  });

  it('by a JW317 that is honoured', () => {
    const WENS = 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]';
    const verzoek = met(
      bericht('JW317'),
      ['Client/Verzoek/OngewijzigdeProducten', undefined],
      ['Client/Verzoek/NieuweProducten', undefined],
      [`${WENS}/ToewijzingNummer`, '1001'],
      [`${WENS}/Omvang`, { Volume: '1500', Eenheid: '01', Frequentie: '6' }],
    );
    const record: VerzoekRecord = {
      ...{ referentie: 'W1', soort: 'VOW', client: CLIENT, stand: 'open', antwoorden: 0, berichtId: 'vow' },
      ...{ release: '3.2', dagtekening: '2026-03-02', ingangsdatum: '2026-01-01' },
    };
    const uitkomst = beslisVerzoek({
      ...{ opdrachtId: 'opdracht-1', verzoek, referentie: 'W1', afspraken: AFSPRAKEN, nummers: nummers() },
      besluit: { besluit: 'toewijzen', anders: ZOALS_GEVRAAGD },
      kennis: { ...kennisVoor(verzoek, KENNIS), verzoeken: [record] },
      regelsVersie: '1.2.3',
    });
    if (uitkomst.kind === 'refused') throw new Error(uitkomst.reden);
    expect(gezien(uitkomst.verdict)).toEqual([[1001, 88.8]]);
  });
});

describe('whatever else moves the use or the ceiling', () => {
  const kennis = (deel: Partial<KennisData>) => maakKennis({ ...kennisVoor(bericht('JW301'), KENNIS), ...deel });
  const leeg = verdictOver(bericht('JW305'));
  const na = (mutaties: readonly Mutatie[], deel: Partial<KennisData> = {}) =>
    gezien(metBudgetSignalen({ ...leeg, mutaties, signalen: [] }, { kennis: kennis(deel), afspraken: AFSPRAKEN }));

  it('a credit that the gemeente refuses gives its amount back to the use', () => {
    const meer: PrestatieRecord = { ...BETAALD, referentie: 'P2', bedrag: 190000 };
    const credit: PrestatieRecord = {
      ...{ ...meer, referentie: 'C2', vorigeReferentie: 'P2', debetCredit: 'C' },
      ...{ stand: 'voorlopig', berichtId: 'declaratie-2' },
    };
    const geweigerd: Mutatie = { soort: 'prestatie', prestatie: { ...credit, stand: 'afgewezen' } };
    expect(na([geweigerd], { prestaties: [BETAALD, meer, credit] })).toEqual([[1001, 78]]);
  });

  it('an older version that comes in late changes nothing', () => {
    const ouder = { ...OUD, toewijzingstijd: '09:00:00', signaalbudget: { soort: 'standaard', bedrag: 1000 } } as const;
    expect(na([{ soort: 'toewijzing', toewijzing: ouder }])).toEqual([]);
    const later = { ...ouder, toewijzingstijd: '11:00:00' };
    expect(na([{ soort: 'toewijzing', toewijzing: later }])).toEqual([[1001, 20000]]);
  });

  it('a toewijzing that gets its first ceiling, or is removed', () => {
    const zonder = { ...OUD, signaalbudget: null };
    const nu: Mutatie = {
      soort: 'toewijzing',
      toewijzing: { ...OUD, signaalbudget: { soort: 'standaard', bedrag: 2000 } },
    };
    expect(na([nu], { toewijzingen: [zonder] })).toHaveLength(1);
    const weg: Mutatie = { soort: 'toewijzing', toewijzing: { ...nu.toewijzing, redenWijziging: '13' } };
    expect(na([weg])).toEqual([]);
  });
});
