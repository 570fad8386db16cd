import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import { validateInhoud } from '../../src/standard/validate.ts';
import type { Bericht, Groep } from '../../src/xml/tree.ts';
import { lijstVan } from '../../src/xml/tree.ts';
import { bericht, met } from '../rules/builders.ts';
import { afsprakenMet, mutatiesVan, product, toewijzing, verdictOver } from './wereld.ts';

/** Whatever is asked and whatever runs already: no judgement breaks, and all that goes out is valid. */

const DATUMS = ['2021-06-01', '2024-12-31', '2026-01-01', '2026-03-02', '2026-04-01', '2026-09-30', '2027-12-31'];
/** Begin and end, in that order; open-ended now and then. */
const periode = fc
  .record({ twee: fc.tuple(fc.constantFrom(...DATUMS), fc.constantFrom(...DATUMS)), open: fc.nat(5) })
  .map(({ twee, open }) => {
    const [begin = '', einde = ''] = twee.toSorted();
    return { begin, einde: open === 0 ? null : einde };
  });
const omvang = fc.record({
  Volume: fc.constantFrom('0', '1', '600', '3333', '3334', '99999999'),
  Eenheid: fc.constantFrom('01', '01', '04', '16', '83'),
  Frequentie: fc.constantFrom('2', '4', '6', '6'),
});
const code = fc.constantFrom('45A01', '45A02', '45A03');

const aangevraagd = (referentie: string, eigenCode: string): fc.Arbitrary<Groep> =>
  fc
    .record({ zonderCode: fc.nat(9), periode, omvang, verwijzer: fc.constantFrom('02', '02', '06') })
    .map(({ zonderCode, periode: { begin, einde }, omvang: o, verwijzer }) => ({
      ReferentieAanbieder: referentie,
      Product: { Categorie: '45', ...(zonderCode === 0 ? {} : { Code: eigenCode }) },
      ToewijzingIngangsdatum: begin,
      ...(einde === null ? {} : { ToewijzingEinddatum: einde }),
      ...(zonderCode === 0 ? {} : { Omvang: o }),
      Verwijzer: { Type: verwijzer, ...(verwijzer === '06' ? {} : { Naam: 'Huisarts Voorbeeld' }) },
    }));

const lopend: fc.Arbitrary<Toewijzing> = fc
  .record({
    nummer: fc.integer({ min: 1, max: 3 }),
    code: fc.option(code),
    periode,
    budget: fc.option(fc.constant(1000)),
    zonderNummer: fc.nat(3),
    frequentie: fc.constantFrom('2', '3', '6'),
  })
  .map(({ nummer, zonderNummer, periode: { begin, einde }, ...rest }) =>
    toewijzing({
      sleutel: `s${nummer}${begin}`,
      nummer: zonderNummer === 0 ? null : nummer,
      ingangsdatum: begin,
      einddatum: einde,
      ...rest,
    }),
  );

it('a JW315 of either release is always judged, and answered by valid messages', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('3.2' as const, '2.3' as const),
      fc.tuple(aangevraagd('R1', '45A01'), aangevraagd('R2', '45A02')),
      fc.array(lopend, { maxLength: 2 }),
      fc.record({ gemeente: fc.nat(4), eigen: fc.boolean(), postadres: fc.nat(4), toestemming: fc.boolean() }),
      (release, producten, toewijzingen, keuze) => {
        const afspraken = afsprakenMet((d) => {
          for (const r of d.regimes) r.toewijzen = keuze.gemeente === 0 ? 'gemeente' : 'automatisch';
          for (const a of d.aanbieders) a.retour = keuze.eigen ? 'eigen' : 'gateway';
          if (keuze.postadres === 0) for (const g of d.gemeenten) delete g.postadres;
          if (keuze.toestemming) product(d, '45A02').toestemming = 'lokaal-team';
        });
        const b: Bericht = met(bericht('JW315', release), [
          'Client/AangevraagdeProducten/AangevraagdProduct',
          producten,
        ]);
        if (validateInhoud(release, 'JW315', b.inhoud).length > 0) return;
        const verdict = verdictOver(b, { afspraken, kennis: { toewijzingen } });
        for (const antwoord of verdict.antwoorden) {
          expect(validateInhoud(antwoord.release, antwoord.type, antwoord.inhoud)).toEqual([]);
        }
        if (verdict.status !== 'goedgekeurd') return;
        const gevraagd = lijstVan(b.inhoud, 'Client/AangevraagdeProducten/AangevraagdProduct').length;
        const waar = [...mutatiesVan(verdict, 'werkbak'), ...mutatiesVan(verdict, 'verzoek-stand')];
        const beslist = new Set(waar.map((m) => (m.soort === 'werkbak' ? m.item.referentie : m.referentie)));
        expect(beslist.size).toBe(gevraagd);
        expect(new Set(verdict.claims.map((c) => c.sleutel)).size).toBe(verdict.claims.length);
      },
    ),
    { numRuns: 400 },
  );
});
