import { describe, expect, it } from 'vitest';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import { relatieUit } from '../../src/replies/relatie.ts';
import { ZOALS_GEVRAAGD } from '../../src/requests/besluit-keuze.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import type { Release } from '../../src/standard/message-types.ts';
import { beslisVerzoek } from '../../src/verdict/werkbak/beslis.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { lijstVan, waardeVan } from '../../src/xml/tree.ts';
import { writeChecked } from '../../src/xml/write/write.ts';
import { bericht, met } from '../rules/builders.ts';
import { afsprakenMet, antwoordVan, CLIENT, kennisVoor, mutatiesVan, nummers, verdictOver } from './wereld.ts';

const vot = (release: Release, bekend = '2') => met(bericht('JW315', release), ['Client/GezagsdragerBekend', bekend]);
const OUDER = relatieUit({
  soort: '10',
  naam: { geslachtsnaam: { achternaam: 'Voorbeeld' } },
  contact: { soort: '01', adres: { huis: { huisnummer: 12 }, postcode: '1181AA', plaatsnaam: 'Amstelveen' } },
});

function beslis(release: Release, relatie: typeof OUDER | null, deel: Partial<KennisData> = {}) {
  const verzoek = vot(release);
  const record: VerzoekRecord = {
    ...{ referentie: 'R1', soort: 'VOT', client: CLIENT, stand: 'open', antwoorden: 0, berichtId: 'vot', release },
    ...{ dagtekening: '2026-03-02', ingangsdatum: '2026-04-01' },
  };
  return beslisVerzoek({
    ...{ opdrachtId: 'opdracht-1', verzoek, referentie: 'R1', afspraken: afsprakenMet(), nummers: nummers() },
    besluit: { besluit: 'toewijzen', anders: ZOALS_GEVRAAGD, relatie },
    kennis: { ...kennisVoor(verzoek, deel), verzoeken: [record] },
    regelsVersie: '1.2.3',
  });
}

describe.each<Release>(['3.2', '2.3'])(
  'a JW315 of iJW %s whose aanbieder does not know the gezagsdrager (OP002)',
  (release) => {
    it('waits for the gemeente with that reason', () => {
      const verdict = verdictOver(vot(release));
      expect(verdict.status).toBe('goedgekeurd');
      expect(verdict.antwoorden.map((a) => a.type)).toEqual(['JW316']);
      expect(mutatiesVan(verdict, 'werkbak').map(({ item }) => item.redenen)).toEqual([
        ['gezagsdrager-onbekend'],
        ['gezagsdrager-onbekend'],
      ]);
      expect(verdict.bevindingen.map((b) => b.melding).join()).toContain('OP002');
      expect(mutatiesVan(verdictOver(vot(release, '1')), 'werkbak')).toEqual([]);
    });

    it('gets the JW301 with the Relatie of the decision, which later ones hold too', () => {
      const uitkomst = beslis(release, OUDER);
      if (uitkomst.kind === 'refused') throw new Error(uitkomst.reden);
      const jw301 = antwoordVan(uitkomst.verdict, 'JW301');
      const relaties = lijstVan(jw301.inhoud, 'Client/Relaties/Relatie');
      expect(relaties.map((r) => [r.Nummer, r.Soort, waardeVan(r, 'Contact/Adres/LandCode')])).toEqual([
        ['1', '10', 'NL'],
      ]);
      expect(gate(writeChecked(jw301)).kind).toBe('accepted');
      const [bewaard] = mutatiesVan(uitkomst.verdict, 'client');
      expect(lijstVan(bewaard?.gegevens ?? {}, 'Relaties/Relatie')).toHaveLength(1);
      const later = beslis(
        release,
        { ...OUDER, Soort: '11' },
        { clientGegevens: { [CLIENT]: bewaard?.gegevens ?? {} } },
      );
      if (later.kind === 'refused') throw new Error(later.reden);
      const samen = lijstVan(antwoordVan(later.verdict, 'JW301').inhoud, 'Client/Relaties/Relatie');
      expect(samen.map((r) => r.Nummer)).toEqual(['1', '2']);
    });

    it('tells by which rule a Relatie may not go out', () => {
      const zonderTelefoon = { ...OUDER, Contact: { Soort: '02' } };
      expect(beslis(release, zonderTelefoon)).toMatchObject({ kind: 'refused', code: 'ongeldig' });
      const vreemd = { ...OUDER, Soort: '99' };
      const uitkomst = beslis(release, vreemd);
      expect(uitkomst.kind === 'refused' && uitkomst.bevindingen.map((b) => [b.regel, b.pad])).toEqual([
        ['XSD', '/Bericht/Client/Relaties/Relatie[1]/Soort'],
      ]);
      expect(beslis(release, null).kind).toBe('decided');
    });
  },
);
