import { describe, expect, it } from 'vitest';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import { pretend } from '../../src/gateway/trials/pretend.ts';
import type { KennisData } from '../../src/rules/kennis.ts';
import { voorbeeldBericht } from '../../src/samples/vul.ts';
import type { Bericht, Groep } from '../../src/xml/tree.ts';
import { toewijzing } from '../api/nep-gateway.ts';

const BSN = '999900006';
const kennis = (toewijzingen: readonly Toewijzing[] = []) =>
  ({ berichtId: 'b', clienten: { [BSN]: 'hash' }, toewijzingen, regie: [] }) as unknown as KennisData;
const prestatie = (nummer: number, begin: string, einde: string) => ({
  ...{ ToewijzingNummer: String(nummer), ProductCategorie: '45', ProductCode: '45A01', Eenheid: '01' },
  ProductPeriode: { Begindatum: begin, Einddatum: einde },
});
const Header = { Ontvanger: '0362', Afzender: '42420001' };
const jw323 = (...prestaties: readonly Groep[]): Bericht => ({
  ...{ type: 'JW323', release: '3.2' },
  inhoud: { Header, Declaratie: { Clienten: { Client: [{ Bsn: BSN, Prestaties: { Prestatie: prestaties } }] } } },
});

describe('a toewijzing that a trial takes for granted', () => {
  it('is one for each number that nobody knows, as the lines have it and roomy', () => {
    const bericht = jw323(
      prestatie(7, '2026-02-03', '2026-02-28'),
      prestatie(7, '2026-01-15', '2026-01-31'),
      prestatie(12, '2026-01-01', '2026-01-31'),
    );
    const { kennis: met, nummers } = pretend(bericht, kennis([toewijzing({ nummer: 12 })]));
    expect(nummers).toEqual([7]);
    expect(met.toewijzingen.map(({ nummer, volume }) => [nummer, volume])).toEqual([
      [12, 3333],
      [7, 99_999_999],
    ]);
    expect(met.toewijzingen[1]).toMatchObject({
      ...{ gemeente: '0362', aanbieder: '42420001', client: 'hash', categorie: '45', code: '45A01', eenheid: '01' },
      ...{ ingangsdatum: '2026-01-15', einddatum: '2026-02-28' },
    });
    expect(met.regie).toEqual([]);
  });

  it('has a start too where the message tells of a stop', () => {
    const voorbeeld = {
      vandaag: '2026-03-02',
      bsn: BSN,
      volgnummer: 100_000_001,
      gemeente: '0362',
      aanbieder: '42420001',
    };
    const product = { categorie: '45', code: '45A01', eenheid: '01' };
    const van = (type: 'JW305' | 'JW307') =>
      pretend(voorbeeldBericht(type, '3.2', { ...voorbeeld, product } as never), kennis());
    expect([van('JW305').nummers.length, van('JW305').kennis.regie]).toEqual([1, []]);
    expect(van('JW307').kennis.regie.map(({ soort, client }) => [soort, client])).toEqual([['start', 'hash']]);
  });
});
