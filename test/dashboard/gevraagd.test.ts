import { expect, it } from 'vitest';
import { bedragIn, prestatiesIn } from '../../src/dashboard/pages/bericht/prestatie.ts';
import { retourcodesIn } from '../../src/dashboard/pages/bericht/retourcodes.ts';
import { writeBericht } from '../../src/xml/write/write.ts';
import { jw303, jw323 } from '../rules/declaration/berichten.ts';

const bedrag = (naam: string, cent: number, dc = 'D') =>
  `<i:${naam}><i:Bedrag>${cent}</i:Bedrag><i:DebetCredit>${dc}</i:DebetCredit></i:${naam}>`;
/** As a line stands in a JW304: its toewijzing before its own number, what was calculated and the btw before what it asks for. */
const lijn = (dc = 'D') =>
  `<i:Prestatie><i:ToewijzingNummer>1001</i:ToewijzingNummer><i:IngediendeBedragPrestatie>${bedrag('BerekendBedrag', 6000)}${bedrag('BtwBedrag', 21)}${bedrag('DeclaratieFactuurBedrag', 3000, dc)}</i:IngediendeBedragPrestatie><i:ProductReferentie><i:ReferentieNummer>P7</i:ReferentieNummer></i:ProductReferentie><i:ToegekendeBedragPrestatie>${bedrag('GemeenteBerekendBedrag', 1)}${bedrag('ToegekendBedrag', 0, 'C')}</i:ToegekendeBedragPrestatie><i:RetourCodes><i:RetourCode>9321</i:RetourCode></i:RetourCodes></i:Prestatie>`;

it('a retourcode in a JW304 is told of the line by its own number, with what it asks for', () => {
  expect(retourcodesIn(lijn())).toMatchObject([{ over: 'Prestatie', nummer: 'P7', bedrag: 3000, code: '9321' }]);
  expect(retourcodesIn(lijn('C'))).toMatchObject([{ nummer: 'P7', bedrag: -3000 }]);
});

it('of another thing than a line it is told by the number of that', () => {
  const start =
    '<StartProduct><ToewijzingNummer>1001</ToewijzingNummer><RetourCodes><RetourCode>9321</RetourCode></RetourCodes></StartProduct>';
  expect(retourcodesIn(start)).toMatchObject([{ over: 'StartProduct', nummer: '1001', bedrag: null }]);
});

it('what a line asks for is read of both releases as it is written', () => {
  const lezen = (bericht: Parameters<typeof writeBericht>[0]) =>
    prestatiesIn(new TextDecoder().decode(writeBericht(bericht))).map(({ tekst }) => bedragIn(tekst));
  const regels = [{ bedrag: 15_000 }, { bedrag: 700, dc: 'C' }] as const;
  expect([lezen(jw323(regels)), lezen(jw303(regels))]).toEqual([
    [15_000, -700],
    [15_000, -700],
  ]);
  // A line that was refused for its structure may say it nowhere.
  expect(bedragIn(`<Prestatie>${bedrag('BerekendBedrag', 6000)}</Prestatie>`)).toBeNull();
});
