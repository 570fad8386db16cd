import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import { valideerAfspraken } from '../../src/agreements/valideer.ts';
import { VOORBEELD } from './voorbeeld.ts';

const afspraken = maakAfspraken(VOORBEELD, 1);
const inRegime = (regime: string) => VOORBEELD.producten.filter((p) => p.regime === regime);
const AA = inRegime('AA-PXQ-2022');

const NAMEN = {
  ambulant: [
    'Behandeling ambulant',
    'Individuele begeleiding',
    'Systeembehandeling',
    'Systeembegeleiding',
    'Diagnostiek',
    'Persoonlijke verzorging',
    'Behandeling groep',
    'Begeleiding groep',
    'Daghulp',
  ],
  verblijf: [
    'Pleegzorg regulier',
    'Pleegzorg deeltijd',
    'Gezinshuizen',
    'Logeren',
    'Ouder en kind plekken (verblijf en opvoedondersteuning)',
    'Ouder en kind plekken (alleen opvoedondersteuning)',
    'Open groepswonen',
    'Open kamertraining of woonbegeleiding',
    'Besloten (driemilieuvoorziening)',
    'Gesloten (JeugdzorgPlus)',
    'GGZ-verblijf',
  ],
  crisis: ['Crisis: ambulant', 'Crisis: opvang', 'Crisis: noodbed', 'Crisis: pleegzorg'],
  dyslexie: ['Dyslexie: diagnostiek', 'Dyslexie: behandeling'],
} as const;

describe('the agreements that ship', () => {
  it('are valid; the only warnings are the three gemeenten whose regime is open after 2021 or none at all', () => {
    expect(valideerAfspraken(VOORBEELD)).toMatchObject({ kind: 'valid', waarschuwingen: [] });
  });

  it.each(Object.entries(NAMEN))('Aalsmeer and Amstelveen from 2022: %s', (zorgcategorie, namen) => {
    expect(AA.filter((p) => p.zorgcategorie === zorgcategorie).map((p) => p.naam)).toEqual(namen);
  });

  it('has nothing else there, and each regime and contract is marked as an example', () => {
    expect(AA).toHaveLength(26);
    expect(VOORBEELD.regimes.every((r) => r.naam.endsWith('(voorbeeld)'))).toBe(true);
    expect(VOORBEELD.contracten.every((c) => c.nummer.startsWith('VB-'))).toBe(true);
    expect(VOORBEELD.aanbieders.every((a) => a.naam.endsWith('(fictief)'))).toBe(true);
  });

  it('has a signaalbudget on each ambulant product there, and on no other', () => {
    expect(AA.filter((p) => p.signaalbudget !== null).map((p) => p.naam)).toEqual(NAMEN.ambulant);
  });

  it('verblijf: lokaal team and gecertificeerde instelling; crisis: six weeks; dyslexie: an age range; none from 18', () => {
    const alle = VOORBEELD.producten;
    expect(alle.filter((p) => p.zorgcategorie === 'verblijf').every((p) => p.verwijzers.join() === '01,04')).toBe(true);
    expect(alle.filter((p) => p.zorgcategorie === 'crisis').every((p) => p.maxDagen === 42)).toBe(true);
    const dyslexie = alle.filter((p) => p.zorgcategorie === 'dyslexie');
    expect(dyslexie.every((p) => p.leeftijdVan === 7 && p.leeftijdTot === 13)).toBe(true);
    expect(alle.every((p) => p.leeftijdTot !== null && p.leeftijdTot <= 18)).toBe(true);
  });

  it('14 gemeenten in two regions, and Beemster followed by Purmerend', () => {
    const regio = (code: string) => VOORBEELD.gemeenten.filter((g) => g.regio === code).map((g) => g.code);
    expect(regio('AA')).toEqual(['0358', '0362', '0363', '0384', '0437', '0451']);
    expect(regio('ZAWA')).toEqual(['0385', '0415', '0431', '0439', '0852', '0880', '0479', '0370']);
    expect(afspraken.familie('0439')).toEqual(['0439', '0370']);
    expect([afspraken.gemeenteGeldig('0370', '2021-12-31'), afspraken.gemeenteGeldig('0370', '2022-01-01')]).toEqual([
      true,
      false,
    ]);
  });

  it('a regime for every gemeente from 2018 to 2021; after that none for Diemen, Ouder-Amstel and Uithoorn', () => {
    const zonder = (datum: string) =>
      VOORBEELD.gemeenten.map((g) => g.code).filter((code) => afspraken.regime(code, datum) === undefined);
    expect(zonder('2017-12-31')).toHaveLength(14);
    expect(zonder('2018-01-01')).toEqual([]);
    expect(zonder('2021-12-31')).toEqual([]);
    expect(zonder('2022-01-01')).toEqual(['0384', '0437', '0451', '0370']);
  });

  it('payments: 70 and 30, or in equal months', () => {
    const vormen = new Set(
      VOORBEELD.producten.map((p) => JSON.stringify(p.termijnen?.map((t) => [t.percentage, t.moment]))),
    );
    expect([...vormen]).toEqual(['[[70,"start"],[30,"einde"]]', '[[100,"maand"]]', undefined]);
  });
});
