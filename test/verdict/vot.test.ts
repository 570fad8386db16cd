import { describe, expect, it } from 'vitest';
import { validateInhoud } from '../../src/standard/validate.ts';
import type { Bericht } from '../../src/xml/tree.ts';
import { lijstVan, waardeVan } from '../../src/xml/tree.ts';
import { bericht, met, zonder } from '../rules/builders.ts';
import {
  AANBIEDER,
  afsprakenMet,
  antwoordVan,
  BSN,
  CLIENT,
  GEMEENTE,
  mutatiesVan,
  product,
  toewijzing,
  verdictOver,
} from './wereld.ts';

const EEN = 'Client/AangevraagdeProducten/AangevraagdProduct[1]';
const VOT = () => bericht('JW315');
const metEen = (...wijzigingen: readonly (readonly [string, string | undefined])[]): Bericht =>
  met(VOT(), ...wijzigingen.map(([pad, waarde]) => [`${EEN}/${pad}`, waarde] as const));

function standen(verdict: ReturnType<typeof verdictOver>) {
  return Object.fromEntries(mutatiesVan(verdict, 'verzoek-stand').map((m) => [m.referentie, [m.stand, m.antwoorden]]));
}

describe('a JW315 that is honoured', () => {
  it('gives one JW301 for all products, after the JW316', () => {
    const verdict = verdictOver(VOT());
    expect(verdict.bevindingen).toEqual([]);
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW301']);
    const jw301 = antwoordVan(verdict, 'JW301');
    expect(validateInhoud('3.2', 'JW301', jw301.inhoud)).toEqual([]);
    expect(jw301.leverAan).toEqual([AANBIEDER, GEMEENTE]);
    expect([jw301.zender, jw301.ontvanger]).toEqual([GEMEENTE, AANBIEDER]);
    expect(lijstVan(jw301.inhoud, 'Client/ToegewezenProducten/ToegewezenProduct')).toEqual([
      {
        ToewijzingNummer: '900000000',
        ReferentieAanbieder: 'R1',
        Product: { Categorie: '45', Code: '45A01' },
        Toewijzingsdatum: '2026-03-02',
        Toewijzingstijd: '10:30:00',
        Ingangsdatum: '2026-04-01',
        Einddatum: '2026-09-30',
        // 5.000,00 at 1,50 a minute
        Omvang: { Volume: '3333', Eenheid: '01', Frequentie: '6' },
      },
      {
        ToewijzingNummer: '900000001',
        ReferentieAanbieder: 'R2',
        Product: { Categorie: '45', Code: '45A02' },
        Toewijzingsdatum: '2026-03-02',
        Toewijzingstijd: '10:30:00',
        Ingangsdatum: '2026-04-01',
        Einddatum: '2026-09-30',
        Omvang: { Volume: '600', Eenheid: '01', Frequentie: '6' },
      },
    ]);
  });

  it('changes state as a JW301 of the gemeente does', () => {
    const verdict = verdictOver(VOT());
    const jw301 = antwoordVan(verdict, 'JW301');
    expect(standen(verdict)).toEqual({ R1: ['toegewezen', 0], R2: ['toegewezen', 0] });
    const [eerste] = mutatiesVan(verdict, 'toewijzing');
    expect(eerste?.toewijzing.signaalbudget).toEqual({ soort: 'standaard', bedrag: 500000 });
    expect(eerste?.toewijzing.berichtId).toBe(`antwoord:${jw301.identificatie}`);
    expect(eerste?.toewijzing.voorlopig).toBe(false);
    const sleutels = verdict.claims.map((c) => c.sleutel);
    expect(sleutels).toContain(`id|${GEMEENTE}|JW301|${jw301.identificatie}`);
    expect(sleutels).toContain(`toe|${GEMEENTE}|900000000`);
    expect(sleutels).toContain(`ref|${AANBIEDER}|R1`);
    expect(mutatiesVan(verdict, 'client')).toHaveLength(1);
    expect(verdict.doorgeleverdAan).toEqual([GEMEENTE]);
  });

  it('takes Client from the request and the postadres when no JW301 was accepted before', () => {
    const { inhoud } = antwoordVan(verdictOver(VOT()), 'JW301');
    expect(inhoud.Client).toMatchObject({
      Bsn: BSN,
      Naam: { NaamGebruik: '1' },
      Contactgegevens: {
        Contact: [{ Soort: '02', Organisatie: `Gemeente ${GEMEENTE}`, Adres: { Postcode: '1180BA' } }],
      },
    });
  });

  it('takes Client from the latest accepted JW301 when there is one', () => {
    const eerder = mutatiesVan(verdictOver(bericht('JW301')), 'client')[0]?.gegevens ?? {};
    const verdict = verdictOver(VOT(), { kennis: { clientGegevens: { [CLIENT]: eerder } } });
    expect(antwoordVan(verdict, 'JW301').inhoud.Client).toMatchObject({ Communicatie: { Taal: 'Frans' } });
  });

  it('holds the other current toewijzingen unchanged, without ReferentieAanbieder and RedenWijziging (OP087)', () => {
    const lopend = toewijzing({ nummer: 55, code: '45A03', referentieAanbieder: 'OUD', redenWijziging: '12' });
    const voorbij = toewijzing({ nummer: 56, code: '45A03', einddatum: '2026-03-01' });
    const weg = toewijzing({ nummer: 57, code: '45A03', einddatum: '2026-01-01', redenWijziging: '13' });
    const verdict = verdictOver(VOT(), { kennis: { toewijzingen: [lopend, voorbij, weg] } });
    const producten = lijstVan(antwoordVan(verdict, 'JW301').inhoud, 'Client/ToegewezenProducten/ToegewezenProduct');
    expect(producten.map((p) => p.ToewijzingNummer)).toEqual(['900000000', '900000001', '55']);
    expect(producten[2]).toMatchObject({ Toewijzingsdatum: '2025-12-20', Toewijzingstijd: '10:00:00' });
    expect(Object.keys(producten[2] ?? {})).not.toContain('ReferentieAanbieder');
    expect(Object.keys(producten[2] ?? {})).not.toContain('RedenWijziging');
    expect(mutatiesVan(verdict, 'toewijzing').map((m) => m.toewijzing.nummer)).toEqual([900000000, 900000001]);
  });

  it('waits with a signal when only the other toewijzingen would make the JW301 invalid', () => {
    const stapel = [toewijzing({ nummer: 55, code: '45A03' }), toewijzing({ nummer: 56, code: '45A03' })];
    const verdict = verdictOver(VOT(), { kennis: { toewijzingen: stapel } });
    expect(verdict.status).toBe('goedgekeurd');
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316']);
    expect(mutatiesVan(verdict, 'werkbak').map((m) => m.item.redenen)).toEqual([
      ['andere-toewijzingen'],
      ['andere-toewijzingen'],
    ]);
    expect(verdict.signalen.map((s) => s.soort)).toEqual(['afwijking']);
    expect(standen(verdict)).toEqual({});
  });

  it('is provisional for an aanbieder with a system of its own', () => {
    const afspraken = afsprakenMet((d) => {
      for (const a of d.aanbieders) a.retour = 'eigen';
    });
    const verdict = verdictOver(VOT(), { afspraken });
    expect(mutatiesVan(verdict, 'toewijzing').every((m) => m.toewijzing.voorlopig)).toBe(true);
  });

  it('of iJW 2.3 gives a JW301 of iJW 2.3', () => {
    const verdict = verdictOver(bericht('JW315', '2.3'));
    const jw301 = antwoordVan(verdict, 'JW301');
    expect(jw301.release).toBe('2.3');
    expect(validateInhoud('2.3', 'JW301', jw301.inhoud)).toEqual([]);
    const beschikking = (naam: string) => waardeVan(jw301.inhoud, `Client/Beschikking/${naam}`);
    expect(beschikking('BeschikkingNummer')).toBe('900000000');
    expect(beschikking('Afgiftedatum')).toBe('2026-03-02');
    expect(beschikking('Ingangsdatum')).toBe('2026-04-01');
  });
});

describe('a JW315 that is not honoured at once', () => {
  it('is refused product by product, each with a JW319 of its own', () => {
    const verdict = verdictOver(metEen(['Verwijzer/Type', '01']));
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW301', 'JW319']);
    const jw319 = antwoordVan(verdict, 'JW319');
    expect(jw319.inhoud.Antwoord).toEqual({
      ReferentieAanbieder: 'R1',
      VerzoekAntwoord: '1',
      RedenAfwijzingVerzoek: '4',
    });
    expect(validateInhoud('3.2', 'JW319', jw319.inhoud)).toEqual([]);
    expect(jw319.leverAan).toEqual([AANBIEDER, GEMEENTE]);
    expect(standen(verdict)).toEqual({ R1: ['afgewezen', 1], R2: ['toegewezen', 0] });
    expect(verdict.bevindingen.map((b) => [b.regel, b.ernst])).toEqual([['GW-VOT-AFGEWEZEN', 'signaal']]);
  });

  it('above the signaalbudget is in onderzoek (JW319, 2) and waits', () => {
    const verdict = verdictOver(metEen(['Omvang/Volume', '3334']));
    expect(antwoordVan(verdict, 'JW319').inhoud.Antwoord).toEqual({ ReferentieAanbieder: 'R1', VerzoekAntwoord: '2' });
    expect(standen(verdict).R1).toEqual(['onderzoek', 1]);
    expect(mutatiesVan(verdict, 'werkbak').map((m) => m.item.redenen)).toEqual([['boven-signaalbudget']]);
  });

  it('in a regime of the gemeente waits without any JW319, also above the signaalbudget', () => {
    const afspraken = afsprakenMet((d) => {
      for (const r of d.regimes) r.toewijzen = 'gemeente';
    });
    const verdict = verdictOver(metEen(['Omvang/Volume', '3334']), { afspraken });
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316']);
    expect(mutatiesVan(verdict, 'werkbak').map((m) => m.item.redenen)).toEqual([
      ['regime-gemeente', 'boven-signaalbudget'],
      ['regime-gemeente'],
    ]);
  });

  it('waits where the gemeente has no postadres and no JW301 came before', () => {
    const afspraken = afsprakenMet((d) => {
      for (const g of d.gemeenten) delete g.postadres;
    });
    const verdict = verdictOver(VOT(), { afspraken });
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316']);
    expect(mutatiesVan(verdict, 'werkbak').map((m) => m.item.redenen)).toEqual([
      ['zonder-postadres'],
      ['zonder-postadres'],
    ]);
  });

  it('of iJW 2.3 is refused outside the messages: report and signal', () => {
    const b = met(bericht('JW315', '2.3'), [`${EEN}/Verwijzer/Type`, '01']);
    const verdict = verdictOver(b);
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW301']);
    expect(verdict.signalen).toHaveLength(1);
    expect(verdict.bevindingen.filter((x) => x.regel === 'GW-VOT-AFGEWEZEN')).toHaveLength(1);
    expect(standen(verdict).R1).toEqual(['afgewezen', 0]);
  });

  it('of a gemeente with a system of its own is only relayed', () => {
    const afspraken = afsprakenMet((d) => {
      for (const g of d.gemeenten) g.retour = 'eigen';
    });
    const verdict = verdictOver(VOT(), { afspraken });
    expect(verdict.antwoorden).toEqual([]);
    expect(verdict.doorgeleverdAan).toEqual([GEMEENTE]);
    expect(mutatiesVan(verdict, 'verzoek').map((m) => m.verzoek.stand)).toEqual(['open', 'open']);
  });

  it('rejected claims no ReferentieAanbieder and opens nothing', () => {
    const verdict = verdictOver(met(VOT(), ['Client/Bsn', '123456789']));
    expect(verdict.status).toBe('afgekeurd');
    expect(verdict.mutaties).toEqual([]);
    expect(verdict.claims).toHaveLength(1);
  });

  it('with consent of the lokaal team waits, without JW319', () => {
    const afspraken = afsprakenMet((d) => {
      product(d, '45A01').toestemming = 'lokaal-team';
    });
    const verdict = verdictOver(VOT(), { afspraken });
    expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316', 'JW301']);
    expect(mutatiesVan(verdict, 'werkbak').map((m) => m.item.redenen)).toEqual([['toestemming-lokaal-team']]);
  });

  it('without an end where the volume is a week or month waits', () => {
    const b = zonder(metEen(['Omvang/Frequentie', '4']), `${EEN}/ToewijzingEinddatum`);
    const verdict = verdictOver(b);
    expect(mutatiesVan(verdict, 'werkbak').map((m) => m.item.redenen)).toEqual([['zonder-einddatum']]);
  });
});
