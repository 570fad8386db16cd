import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { DryRun } from '../../src/gateway/trials/dry-run.ts';
import type { Voorstel } from '../../src/rules/voorstellen.ts';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const regel = (nr: number, anders: Partial<Voorstel> = {}): Voorstel => {
  const { element = 'ProductTarief' } = anders;
  return {
    ...{ regel: 'TR418', element, pad: `/P[${nr}]/${element}`, waarde: '130', hoort: '125' },
    ...{ prestatie: { pad: `/P[${nr}]`, product: 'AA04' }, vol: null, eerder: false, mee: false, ...anders },
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

it('keeps the message, and what was chosen and typed, when nothing would be left of it', async () => {
  vi.spyOn(o.gateway.intake, 'improve').mockResolvedValue({ kind: 'nothing-left', voorstellen: VOORSTELLEN });
  const gezet = { oorzaak: 'TR333|DeclaratieNummer|D2026001', element: 'DeclaratieNummer', waarde: 'EIGEN9' };
  const velden = { doen: 'verbeter', bericht: '<blijft/>', haaluit: 'TR418|ProductTarief', ...gezet };
  const { statusCode, payload } = await visitor.send('/proberen', velden);
  expect(payload).toMatch(/name="haaluit" value="TR418\|ProductTarief" checked/);
  expect(payload).toMatch(/name="volg" value="TR418\|ProductTarief"(?! checked)/);
  expect(payload).toContain('value="EIGEN9"');
  expect([statusCode, payload.includes('blijft er geen prestatie over'), payload.includes('&lt;blijft/>')]).toEqual([
    422,
    true,
    true,
  ]);
});

const VOL = { welke: 'toewijzing 1001', gedeclareerd: 1800, toegewezen: 1800, eenheid: 'minuten', ookHier: false };
const vol = (nr: number) =>
  regel(nr, { regel: 'TR322', element: 'GeleverdVolume', waarde: '600', hoort: null, vol: VOL });
const prestaties = (aantal: number) => '<Prestatie></Prestatie>'.repeat(aantal);
const lees = (payload: string) => payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
const OP = 'Toewijzing 1001 is opgebruikt (1.800 van 1.800 minuten): voor deze prestatie is er nu niets te sturen';

describe('a line on a toewijzing of which nothing is left', () => {
  const probeer = async (aantal: number, ...voorstellen: Voorstel[]) => {
    vi.spyOn(o.gateway.intake, 'dryRun').mockResolvedValue(proef({ voorstellen }));
    const { payload } = await visitor.send('/proberen', { bericht: prestaties(aantal) });
    return { payload, tekst: lees(payload) };
  };

  it('has no box for another volume, and can be taken out while there are others', async () => {
    // Another rule that knows a lower volume does not know that nothing fits.
    const periode = regel(1, { regel: 'TR321', element: 'GeleverdVolume', waarde: '600', hoort: '360' });
    const { payload, tekst } = await probeer(2, periode, vol(1));
    expect(tekst).toContain(OP);
    expect(tekst).toContain('JW317');
    expect(tekst).not.toMatch(/maak daarvan|wordt 360|Er is nu niets om te sturen/);
    expect(payload).toContain('name="haaluit" value="TR322|GeleverdVolume|vol"');
  });

  it('leaves nothing to send when all are so, and says what to do', async () => {
    const { payload, tekst } = await probeer(1, vol(1));
    for (const deel of ['Er is nu niets om te sturen.', OP, 'JW317', 'Zie wat u nu kunt doen'])
      expect(tekst).toContain(deel);
    expect(payload).not.toMatch(/name="haaluit"|value="verbeter"/);
    expect(payload).toContain('id="verbeter"');
  });
});

it('a declaratieperiode is one choice, with why it is right', async () => {
  const dag = (element: string, waarde: string, hoort: string) => ({
    ...regel(0, { regel: 'TR318', element, waarde, hoort, prestatie: null }),
    pad: `/Bericht/Declaratie/DeclaratiePeriode/${element}`,
  });
  const voorstellen = [dag('Begindatum', '2026-09-01', '2026-10-01'), dag('Einddatum', '2026-09-30', '2026-10-31')];
  vi.spyOn(o.gateway.intake, 'dryRun').mockResolvedValue(proef({ voorstellen }));
  const { payload } = await visitor.send('/proberen', { bericht: '<x/>' });
  expect(payload.match(/name="volg"/g)).toHaveLength(1);
  expect(lees(payload)).toContain(
    'Begindatum 01-09-2026 wordt 01-10-2026; Einddatum 30-09-2026 wordt 31-10-2026. De prestaties houden hun eigen periode',
  );
});

describe('a message that would be approved', () => {
  const bewaar = async (bericht: string) => {
    vi.spyOn(o.gateway.intake, 'dryRun').mockResolvedValue(proef({ status: 'goedgekeurd', voorstellen: [] }));
    const { payload } = await visitor.send('/proberen', { bericht });
    return { bestand: /download="([^"]*)"/.exec(payload)?.[1], tekst: lees(payload) };
  };
  const nummers = (identificatie: string, declaratie = '') =>
    `<a:BerichtIdentificatie><a:Identificatie>${identificatie}</a:Identificatie></a:BerichtIdentificatie><DeclaratieNummer>${declaratie}</DeclaratieNummer>`;

  it('is saved under its own number, never one that holds a BSN or what no file is called', async () => {
    const namen = [
      nummers('12296945D1B'),
      nummers('../x', 'D 1'),
      nummers('a/b', 'D7B'),
      nummers('999900006', '999900006'),
    ];
    const gekregen = [];
    for (const een of namen) gekregen.push((await bewaar(een)).bestand);
    expect(gekregen).toEqual(['JW323-12296945D1B.xml', 'JW323.xml', 'JW323-D7B.xml', 'JW323.xml']);
  });

  it('ends with nothing more to go to', async () => {
    expect((await bewaar('<x/>')).tekst).not.toContain('ga naar uw bericht');
  });
});

describe('lines that were granted before', () => {
  const eerder = (nr: number) =>
    regel(nr, { regel: 'TR314', element: 'ReferentieNummer', waarde: `P${nr}`, hoort: null, eerder: true });
  const probeer = async (aantal: number, nummers: readonly number[]) => {
    vi.spyOn(o.gateway.intake, 'dryRun').mockResolvedValue(proef({ voorstellen: nummers.map(eerder) }));
    const { payload } = await visitor.send('/proberen', { bericht: prestaties(aantal) });
    return { payload, tekst: lees(payload) };
  };

  it('are one cause with one correction, however many there are', async () => {
    const nummers = Array.from({ length: 30 }, (_, i) => i + 1);
    const { payload, tekst } = await probeer(31, nummers);
    expect(tekst).toContain('TR314 referentienummer al gebruikt, 30 prestaties');
    expect(tekst).toContain('die zijn aangenomen of nog in behandeling. Stuurde u ze al eens, haal ze er dan uit.');
    expect(payload.match(/name="haaluit"/g)).toHaveLength(1);
    expect(tekst).not.toMatch(/En nog \d+; die ziet u/);
    expect(payload).not.toContain('name="oorzaak"');
  });

  it('leave nothing to send when they are all there is', async () => {
    const { payload, tekst } = await probeer(2, [1, 2]);
    expect(tekst).toContain('Stuurde u deze declaratie al eens, dan is er niets te sturen.');
    expect(payload).not.toContain('name="haaluit"');
  });
});
