import { beforeEach, expect, it, vi } from 'vitest';
import type { DryRun } from '../../src/gateway/trials/dry-run.ts';
import type { Voorstel } from '../../src/rules/voorstellen.ts';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const regel = (nr: number, anders: Partial<Voorstel> = {}): Voorstel => {
  const { element = 'ProductTarief' } = anders;
  return {
    ...{ regel: 'TR418', element, pad: `/P[${nr}]/${element}`, waarde: '130', hoort: '125' },
    ...{ prestatie: { pad: `/P[${nr}]`, product: 'AA04' }, ...anders },
  };
};
const VOORSTELLEN = [
  regel(1),
  regel(2),
  regel(3, { waarde: '185', hoort: '178', prestatie: { pad: '/P[3]', product: 'AV11' } }),
  regel(3, { regel: 'TR381', hoort: null }),
  regel(1, { regel: 'TR322', element: 'GeleverdVolume', waarde: '600', hoort: '360' }),
  regel(2, { regel: 'TR338', element: 'ToewijzingNummer', waarde: '77', hoort: null }),
  regel(0, { regel: 'TR333', element: 'DeclaratieNummer', waarde: 'D2026001', hoort: null, prestatie: null }),
];
const proef = (anders: Partial<Extract<DryRun, { kind: 'judged' }>> = {}): DryRun => ({
  ...{ kind: 'judged', type: 'JW323', release: '3.2', status: 'afgekeurd', bevindingen: [], antwoorden: [], alsof: [] },
  ...{ voorstellen: VOORSTELLEN, ...anders },
});

let o: Opstelling;
let visitor: Visitor;
const { id } = bericht();
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(id, bericht({ type: 'JW323', status: 'afgekeurd' }));
  o.gateway.bytes.set(id, new TextEncoder().encode('<x/>'));
  visitor = await Visitor.signedIn(o, 'aanbieder');
});

it('each cause has its correction, once for all of its lines, from the moment the message is in the box', async () => {
  vi.spyOn(o.gateway.intake, 'dryRun').mockResolvedValue(proef());
  const { payload } = await visitor.get(`/proberen?bericht=${id}`);
  const tekst = payload.replaceAll(/<[^>]+>/g, '').replaceAll('\u00a0', ' ');
  expect(tekst).toContain('3 prestaties');
  expect(tekst).toContain('ProductTarief: € 1,30 wordt € 1,25 (AA04), 2 keer; € 1,85 wordt € 1,78 (AV11)');
  expect(payload).toMatch(/name="volg" value="TR418\|ProductTarief" checked/);
  expect(tekst).not.toContain('TR381');
  // Asking for less is for the sender to choose.
  expect(payload).toMatch(/name="volg" value="TR322\|GeleverdVolume"(?! checked)/);
  expect(tekst).toContain('ToewijzingNummer is 77');
  expect(payload).toContain('value="D2026001B"');
});

it('what was chosen is changed, tried and shown, and nothing is sent', async () => {
  const improve = vi.spyOn(o.gateway.intake, 'improve').mockResolvedValue({
    kind: 'tried',
    text: '<TotaalIngediendBedrag><TotaalBedrag>395280</TotaalBedrag>',
    proef: proef({ status: 'goedgekeurd', voorstellen: [] }),
  });
  const velden = { doen: 'verbeter', bericht: '<x/>', volg: 'TR418|ProductTarief', haaluit: 'TR322|GeleverdVolume' };
  const gezet = { oorzaak: 'TR346|Bedrag|130', element: 'Bedrag', waarde: '€ 1,25' };
  const { payload } = await visitor.send('/proberen', { ...velden, ...gezet });
  expect(improve.mock.calls.map(([, ...rest]) => rest)).toEqual([
    [
      '<x/>',
      {
        follow: new Set(['TR418|ProductTarief']),
        set: new Map([['TR346|Bedrag|130', '125']]),
        remove: new Set(['TR322|GeleverdVolume']),
        granted: new Set(),
      },
      { alsof: false },
    ],
  ]);
  const tekst = payload.replaceAll(/<[^>]+>/g, '').replaceAll('\u00a0', ' ');
  expect(tekst).toContain('Er is nog niets verstuurd.');
  expect(tekst).toContain('Er zou € 3.952,80 worden toegekend.');
  expect(payload).toContain('download="JW323.xml"');
  expect(o.gateway.ontvangen).toEqual([]);
});

it('keeps the message when nothing would be left of it', async () => {
  vi.spyOn(o.gateway.intake, 'improve').mockResolvedValue({ kind: 'nothing-left' });
  const { statusCode, payload } = await visitor.send('/proberen', { doen: 'verbeter', bericht: '<blijft/>' });
  expect([statusCode, payload.includes('blijft er geen prestatie over'), payload.includes('&lt;blijft/>')]).toEqual([
    422,
    true,
    true,
  ]);
});
