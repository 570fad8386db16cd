import { describe, expect, it } from 'vitest';
import { aflopenVan, watTeDoen } from '../../src/dashboard/pages/oorzaken/wat-te-doen.ts';
import { zelfdeSlot, zinnenVan } from '../../src/dashboard/pages/oorzaken/zinnen.ts';

const plat = (meldingen: readonly string[]) =>
  zinnenVan(meldingen).map(({ aantal, tekst }) => `${aantal} ${tekst.replaceAll('\u00a0', ' ')}`);
const tarief = (product: string, bedrag: string, dag: string) =>
  `Het tarief van product ${product} is € ${bedrag}, maar het contract zegt op ${dag} € 1,25. Declareer anders.`;

describe('what stands in the text for a sender', () => {
  it('is one line for each product and tariff, over all its days', () => {
    const maanden = ['2026-07-01', '2026-10-01', '2026-08-01', '2026-09-01'];
    const meldingen = [
      ...maanden.map((dag) => tarief('AA04', '1,30', dag)),
      ...['AV11', 'AV07'].map((product) => tarief(product, '2,10', '2026-07-01')),
      tarief('AA04', '1,40', '2026-07-01'),
    ];
    expect(plat(meldingen)).toEqual([
      '4 Het tarief van product AA04 is € 1,30, maar het contract zegt op 01-07-2026 t/m 01-10-2026 € 1,25. Declareer anders.',
      '1 Het tarief van product AV11 is € 2,10, maar het contract zegt op 01-07-2026 € 1,25. Declareer anders.',
      '1 Het tarief van product AV07 is € 2,10, maar het contract zegt op 01-07-2026 € 1,25. Declareer anders.',
      '1 Het tarief van product AA04 is € 1,40, maar het contract zegt op 01-07-2026 € 1,25. Declareer anders.',
    ]);
  });

  it('says once what all of them end with, and of one alone all of it', () => {
    const zinnen = zinnenVan([tarief('AA04', '1,30', '2026-07-01'), tarief('AV11', '2,10', '2026-07-01')]);
    const { zinnen: kort, slot } = zelfdeSlot(zinnen);
    expect(slot).toBe('Declareer anders.');
    expect(kort.map(({ tekst }) => tekst.endsWith('1,25.'))).toEqual([true, true]);
    expect(zelfdeSlot(zinnen.slice(1))).toEqual({ zinnen: zinnen.slice(1), slot: null });
    const gelijk = [0, 1].map(() => ({ aantal: 1, tekst: 'Eén zin. Nog een.' }));
    expect(zelfdeSlot(gelijk)).toEqual({
      zinnen: gelijk.map((een) => ({ ...een, tekst: 'Eén zin.' })),
      slot: 'Nog een.',
    });
  });

  it('names in one line the numbers that alone differ, and gives an example where several do', () => {
    const los = (nummer: number) => `Deze melding is niet te koppelen (ToewijzingNummer: ${nummer}). Vul een ander in.`;
    expect(plat([los(11), los(12), los(12)])).toEqual([
      '3 Deze melding is niet te koppelen (ToewijzingNummer: 11, 12). Vul een ander in.',
    ]);
    const volume = (a: number, b: number) => `Met het volume ${a} wordt meer gedeclareerd: hoogstens ${b} minuten.`;
    expect(plat([volume(5, 100), volume(6, 200)])).toEqual([
      '2 bijvoorbeeld: Met het volume 5 wordt meer gedeclareerd: hoogstens 100 minuten.',
    ]);
    expect(plat([volume(5, 100)])).toEqual(['1 Met het volume 5 wordt meer gedeclareerd: hoogstens 100 minuten.']);
  });

  it('speaks to its reader, of one message or of several', () => {
    expect(watTeDoen(['afgekeurd'], 'JW305', 1)).toContain('U hebt antwoord gekregen (JW306); verbeter het');
    expect(watTeDoen(['afgekeurd'], 'JW305', 3)).toContain('De berichten zijn afgekeurd op inhoud. U hebt antwoord');
    expect(watTeDoen(['geweigerd'], null, 3)).toContain('De berichten zijn geweigerd');
    for (const status of ['afgekeurd', 'geweigerd', 'deels-goedgekeurd'] as const)
      for (const type of ['JW305', 'JW323', 'JW315'] as const)
        expect(watTeDoen([status], type, 2)).not.toContain('De afzender');
  });

  it('says of each kind what to send again where messages of one cause ended differently', () => {
    const gemengd = watTeDoen(['afgekeurd', 'deels-goedgekeurd'], 'JW323', 3);
    expect(gemengd).toContain('- Van een declaratie die geheel afgewezen is: Geen enkele prestatie is toegekend.');
    expect(gemengd).toMatch(/- Van een declaratie die deels toegekend is: .*Verbeter alleen de afgewezen prestaties/);
    expect(watTeDoen(['deels-goedgekeurd'], 'JW323', 2)).not.toContain('Geen enkele');
    expect(watTeDoen(['afgekeurd', 'geweigerd'], 'JW305', 2)).toContain(
      '- Van een bericht dat geweigerd is: Het bericht',
    );
    // Of declaraties that were not looked at either may be so; of others one end is all that was seen.
    expect(aflopenVan(['afgekeurd'], 'JW323', 2)).toEqual(['afgekeurd', 'deels-goedgekeurd']);
    expect(aflopenVan(['afgekeurd', 'afgekeurd'], 'JW323', 2)).toEqual(['afgekeurd']);
    expect(aflopenVan(['geweigerd'], 'JW305', 2)).toEqual(['geweigerd']);
  });
});
