import { describe, expect, it } from 'vitest';
import type { VerzoekRecord } from '../../src/dossier/verzoek.ts';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { ZOALS_GEVRAAGD } from '../../src/requests/besluit-keuze.ts';
import { judgeContent } from '../../src/rules/judge.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { alleScenarios } from '../../src/samples/rules/index.ts';
import type { Release } from '../../src/standard/message-types.ts';
import { verleenMaatwerk } from '../../src/verdict/maatwerk.ts';
import type { Antwoord, Verdict } from '../../src/verdict/verdict.ts';
import { beslisVerzoek } from '../../src/verdict/werkbak/beslis.ts';
import { gate } from '../../src/xml/gate/gate.ts';
import { readBericht } from '../../src/xml/read/read.ts';
import type { Bericht, Groep } from '../../src/xml/tree.ts';
import { groepVan } from '../../src/xml/tree.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { bericht, met, zonder } from '../rules/builders.ts';
import { FOUT, GOED } from '../rules/content/voorbeelden/index.ts';
import { InMemoryGateway } from '../rules/in-memory-gateway.ts';
import { afsprakenMet, CLIENT, kennisVoor, nummers, toewijzing, verdictOver } from './wereld.ts';

/** Whatever the gateway composes, of every type and release, against levels 0 to 2 of its own. */

interface Samengesteld {
  readonly antwoord: Antwoord;
  /** What level 2 had against the message that it answers. */
  readonly tegenHeen: readonly Bevinding[];
}

const alle: Samengesteld[] = [];

function neem({ antwoorden, bevindingen }: Verdict): void {
  for (const antwoord of antwoorden) alle.push({ antwoord, tegenHeen: bevindingen });
}

const RELEASES: readonly Release[] = ['2.3', '3.2'];
const AAN = 'Client/AangevraagdeProducten/AangevraagdProduct[1]';

/** The Client of an accepted JW301, as it was kept when nothing looked at its LandCode. */
const oudeClient = (release: Release): Groep => {
  const adressen = ['Contactgegevens/Contact[1]', 'Contactgegevens/Contact[2]', 'Relaties/Relatie[1]/Contact'];
  const zonderLand = zonder(bericht('JW301', release), ...adressen.map((pad) => `Client/${pad}/Adres/LandCode`));
  const { ToegewezenProducten: _a, Beschikking: _b, ...client } = groepVan(zonderLand.inhoud, 'Client') ?? {};
  return client;
};

function verzoeken(release: Release): Bericht[] {
  const vot = bericht('JW315', release);
  const teGroot = met(vot, [`${AAN}/Omvang/Volume`, '6000']);
  const zonderContract = met(vot, [`${AAN}/Product/Code`, '45A03']);
  return [vot, teGroot, zonderContract];
}

const VOORUIT = [['Header/DeclaratieFactuurIdentificatie/FactuurDagtekening', '2031-01-01']] as const;

/** Each decision on a request that waits. */
function besluiten(verzoek: Bericht, kennis: Partial<KennisData>): void {
  const record: VerzoekRecord = {
    ...{ referentie: 'R1', soort: 'VOT', client: CLIENT, stand: 'open', antwoorden: 0, berichtId: 'verzoek-1' },
    ...{ release: verzoek.release, dagtekening: '2026-03-02', ingangsdatum: '2026-04-01' },
  };
  for (const besluit of [
    { besluit: 'toewijzen', anders: ZOALS_GEVRAAGD },
    { besluit: 'afwijzen', reden: '8', woonplaats: '0363' },
    { besluit: 'afwijzen', reden: '5' },
    { besluit: 'onderzoek' },
  ] as const) {
    const uitkomst = beslisVerzoek({
      ...{ opdrachtId: 'opdracht-1', verzoek, referentie: 'R1', besluit, regelsVersie: '1.2.3' },
      kennis: { ...kennisVoor(verzoek), berichtId: 'opdracht-1', verzoeken: [record], ...kennis },
      ...{ afspraken: afsprakenMet(), nummers: nummers() },
    });
    if (uitkomst.kind === 'refused') throw new Error(uitkomst.reden);
    neem(uitkomst.verdict);
  }
}

function speelAlles(): void {
  for (const scenario of alleScenarios({ vandaag: '2026-11-21', gemeente: '0362', aanbieder: '42420001' })) {
    for (const kant of ['fout', 'goed'] as const) {
      const gateway = new InMemoryGateway(scenario.afspraken, scenario.vandaag);
      for (const b of scenario[kant]) neem(gateway.ontvang(writeBericht(b)).verdict);
    }
  }
  for (const { bericht: b } of [...FOUT, ...GOED]) neem(verdictOver(b));
  neem(verdictOver(met(bericht('JW303', '2.3'), ...VOORUIT)));
  for (const release of RELEASES) {
    const clientGegevens = { [CLIENT]: oudeClient(release) };
    for (const b of verzoeken(release)) {
      neem(verdictOver(b));
      neem(verdictOver(b, { kennis: { clientGegevens } }));
      besluiten(b, { clientGegevens });
      besluiten(b, {});
    }
  }
  const kennis = { ...kennisVoor(bericht('JW323')), clientGegevens: { [CLIENT]: oudeClient('3.2') } };
  const maatwerk = verleenMaatwerk({
    ...{ opdrachtId: 'opdracht-1', toewijzing: toewijzing(), bedrag: 700000, regelsVersie: '1.2.3' },
    kennis: { ...kennis, toewijzingen: [toewijzing()] },
    ...{ afspraken: afsprakenMet(), nummers: nummers() },
  });
  if (maatwerk.kind === 'refused') throw new Error(maatwerk.reden);
  neem(maatwerk.verdict);
}
speelAlles();

const isAlleenHeader = ({ inhoud }: Antwoord) => Object.keys(inhoud).length === 1;

/** Rules of levels 0 to 2 against it; an answer that is only a Header repeats what was wrong with the other Header. */
function bezwaren({ antwoord, tegenHeen }: Samengesteld): string[] {
  const bytes = writeBericht({ type: antwoord.type, release: antwoord.release, inhoud: antwoord.inhoud });
  const poort = gate(bytes);
  if (poort.kind === 'refused') return poort.bevindingen.map((b) => `${b.regel} ${b.pad}`);
  const herhaald = new Set(isAlleenHeader(antwoord) ? tegenHeen.map((b) => b.regel) : []);
  const { bevindingen } = judgeContent(readBericht(bytes, antwoord.type, antwoord.release));
  return bevindingen.filter((b) => !herhaald.has(b.regel)).map((b) => `${b.regel} ${b.pad}`);
}

describe('what the gateway composes', () => {
  const soorten = [...new Set(alle.map(({ antwoord }) => `${antwoord.type} ${antwoord.release}`))].sort();

  it('is of every type and release that it may compose', () => {
    const beide = ['JW301', 'JW302', 'JW306', 'JW308', 'JW316'].flatMap((type) => [`${type} 2.3`, `${type} 3.2`]);
    const nieuw = ['JW318', 'JW319', 'JW320', 'JW325'].map((type) => `${type} 3.2`);
    expect(soorten).toEqual([...beide, ...nieuw, 'JW304 2.3'].sort());
  });

  it.each(soorten)('%s breaks nothing on levels 0 to 2', (soort) => {
    const deze = alle.filter(({ antwoord }) => `${antwoord.type} ${antwoord.release}` === soort);
    console.log(`${soort}: ${deze.length} composed`);
    expect([...new Set(deze.flatMap(bezwaren))]).toEqual([]);
  });
});
