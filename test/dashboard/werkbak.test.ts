import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { WerkbakItemBeeld } from '../../src/store/requests/contract.ts';
import { toewijzing } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  visitor = await Visitor.signedIn(o, 'gemeente');
});

const UIT = {
  kind: 'decided',
  antwoorden: [{ type: 'JW319', ontvanger: '42420001', xml: '<x/>' }],
  gevolgen: [],
  signalen: [],
} as const;
const AFWIJZEN = { besluit: 'afwijzen', reden: '4', toelichting: 'vol' };

/** A form in which a field stands several times. */
async function send(items: readonly string[], velden: Readonly<Record<string, string>>) {
  const csrf = /name="csrf" value="([^"]+)"/.exec((await visitor.get('/werkbak')).payload)?.[1] ?? '';
  const payload = new URLSearchParams({ csrf, ...velden });
  for (const item of items) payload.append('item', item);
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return visitor.ask({ method: 'POST', url: '/werkbak', headers, payload: payload.toString() });
}

const ITEM: WerkbakItemBeeld = {
  ...{ id: 'w1', gemeente: '0362', aanbieder: '42420001', referentie: 'R1', soort: 'VOT', redenen: [] },
  ...{ berichtId: 'b1', omvang: 9, op: '2026-01-02T10:00:00.000Z', termijn: null, laan: 'AA|42420001', regio: 'AA' },
  ...{ open: true, verzoek: { stand: 'open', beslistOp: null, beslistDoor: null } },
};

describe('a decision', () => {
  beforeEach(() => {
    vi.spyOn(o.gateway.werkbak, 'item').mockResolvedValue({ item: ITEM, toets: null });
    vi.spyOn(o.gateway.werkbak, 'tryDecision').mockResolvedValue(UIT);
  });
  const besluit = (stap: string) => visitor.send('/werkbak/w1', { ...AFWIJZEN, stap });

  it('has no choice beside what is shown, so that what is recorded is what was read', async () => {
    const { payload } = await besluit('proef');
    expect(payload).toContain('Leg het besluit vast');
    expect(payload.match(/name="besluit"/g)).toHaveLength(1);
    expect(payload).toContain('<input type="hidden" name="besluit" value="afwijzen"');
    expect(payload).not.toMatch(/type="radio"|<input[^>]*id="veld-toelichting"/);
  });

  it('tells how much of the signaalbudget is used, now and after it', async () => {
    const was = toewijzing({ gemeente: '0362' });
    const wordt = { ...was, signaalbudget: { soort: 'maatwerk', bedrag: 600_000 } as const };
    const gevolg = { was, wordt, gebruikt: 450_000, waardeWas: null, waardeWordt: null, vast: null };
    vi.spyOn(o.gateway.werkbak, 'tryDecision').mockResolvedValue({ ...UIT, gevolgen: [gevolg] });
    const gelezen = (await besluit('proef')).payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
    expect(gelezen).toContain('Gebruikt (€ 4.500,00) 90 % 75 %');
  });

  it('shows what was written and whose key it bears; above the fixed budget it asks why', async () => {
    expect((await besluit('proef')).payload).toMatch(/Uw toelichting: vol[\s\S]*sleutel “[^”]+”/);
    const wordt = { ...toewijzing({ gemeente: '0362' }), signaalbudget: null };
    const gevolg = { was: null, wordt, gebruikt: null, waardeWas: null, waardeWordt: 480_000, vast: 300_000 };
    vi.spyOn(o.gateway.werkbak, 'tryDecision').mockResolvedValue({ ...UIT, gevolgen: [gevolg] });
    const toewijzen = { ...AFWIJZEN, besluit: 'toewijzen', stap: 'proef' };
    const leeg = (await visitor.send('/werkbak/w1', { ...toewijzen, toelichting: '' })).payload;
    expect(leeg).toContain('Waarom boven het vaste signaalbudget?');
    expect(leeg.match(/name="toelichting"/g)).toHaveLength(1);
    const wel = (await visitor.send('/werkbak/w1', toewijzen)).payload;
    expect(wel).not.toContain('Waarom boven het vaste signaalbudget?');
    expect(wel).toContain('<input type="hidden" name="toelichting" value="vol"');
    const samen = (await send(['w1'], { ...toewijzen, toelichting: '' })).payload;
    expect(samen).toContain('Waarom boven het vaste signaalbudget?');
  });

  it('asks why of maatwerk too, and says above the fixed budget only of what is', async () => {
    const vraagt = async (bedrag: number, vast: number | null) => {
      const wordt = { ...toewijzing({ gemeente: '0362' }), signaalbudget: { soort: 'maatwerk', bedrag } as const };
      const gevolg = { was: null, wordt, gebruikt: null, waardeWas: null, waardeWordt: null, vast };
      vi.spyOn(o.gateway.werkbak, 'tryDecision').mockResolvedValue({ ...UIT, gevolgen: [gevolg] });
      const velden = { ...AFWIJZEN, besluit: 'toewijzen', toelichting: '', stap: 'proef' };
      const { payload } = await visitor.send('/werkbak/w1', velden);
      return [...payload.matchAll(/Waarom [^<?]*\?/g)].map(([vraag]) => vraag);
    };
    expect(await vraagt(250_000, 300_000)).toEqual(['Waarom een maatwerksignaalbudget?']);
    expect(await vraagt(250_000, null)).toEqual(['Waarom een maatwerksignaalbudget?']);
    expect(await vraagt(350_000, 300_000)).toEqual(['Waarom boven het vaste signaalbudget?']);
  });

  it('is changed in the form, filled in as it was', async () => {
    const decide = vi.spyOn(o.gateway.werkbak, 'decide');
    const { statusCode, payload } = await besluit('pas-aan');
    expect([statusCode, payload.includes('Leg het besluit vast')]).toEqual([200, false]);
    expect(payload).toMatch(/<input[^>]*id="besluit-afwijzen"[^>]*checked/);
    expect(payload).toMatch(/<input[^>]*id="veld-toelichting"[^>]*value="vol"/);
    expect(decide).not.toHaveBeenCalled();
  });
});

describe('a request that goes above the fixed budget', () => {
  const BOVEN = 'Het vaste signaalbudget van 45A01 is € 2.500,00; hiermee wordt het € 3.748,70, € 1.248,70 meer.';
  const was = toewijzing({ gemeente: '0362' });
  const gevolg = { was, wordt: was, gebruikt: null, waardeWas: 249_850, waardeWordt: 374_870, vast: 250_000 };
  const bijToewijzen = { mogelijk: true, toewijzingen: [], melding: null, bevindingen: [] };
  const algemeen = 'Het gevraagde gaat boven het signaalbudget van het product.';
  const toets = { controles: [], voor: [], tegen: [algemeen], waarde: null, bijToewijzen };
  const plat = (tekst: string) => tekst.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
  beforeEach(() => {
    vi.spyOn(o.gateway.werkbak, 'item').mockResolvedValue({ item: { ...ITEM, soort: 'VOW' }, toets });
    vi.spyOn(o.gateway.werkbak, 'tryDecision').mockResolvedValue({ ...UIT, gevolgen: [gevolg] });
  });

  it('says so as what speaks against it, and by how much, also of a change and in what is shown first', async () => {
    const gelezen = plat((await visitor.get('/werkbak/w1')).payload);
    expect(gelezen).toContain(`tegen ${BOVEN}`);
    expect(gelezen).not.toContain(algemeen);
    const proef = { ...AFWIJZEN, besluit: 'toewijzen', stap: 'proef' };
    expect(plat((await visitor.send('/werkbak/w1', proef)).payload)).toContain(BOVEN);
  });

  it('does not where it stays within it', async () => {
    const binnen = { ...gevolg, waardeWordt: 250_000 };
    vi.spyOn(o.gateway.werkbak, 'tryDecision').mockResolvedValue({ ...UIT, gevolgen: [binnen] });
    const gelezen = plat((await visitor.get('/werkbak/w1')).payload);
    expect(gelezen).not.toContain('hiermee wordt het');
    expect(gelezen).toContain('Vast signaalbudget van het product: € 2.500,00.');
  });
});

describe('the same decision on several requests', () => {
  it('shows first what each would send, and decides on none', async () => {
    const decide = vi.spyOn(o.gateway.werkbak, 'decide');
    vi.spyOn(o.gateway.werkbak, 'tryDecision').mockImplementation(async (_wie, { item }) =>
      item === 'w2' ? { kind: 'unknown' } : UIT,
    );
    const { statusCode, payload } = await send(['w1', 'w2', 'w3'], { ...AFWIJZEN, stap: 'proef' });
    const delen = [
      'Er gaat uit: ',
      'Dit verzoek wacht niet (meer) op u.',
      'Leg 2 besluiten vast',
      'value="w1"',
      'value="w3"',
    ];
    expect([statusCode, delen.filter((deel) => !payload.includes(deel)), payload.includes('value="w2"')]).toEqual([
      200,
      [],
      false,
    ]);
    expect(decide).not.toHaveBeenCalled();
  });

  it('decides on each once, and tells which could not', async () => {
    const decide = vi
      .spyOn(o.gateway.werkbak, 'decide')
      .mockImplementation(async (_wie, { item }) =>
        item === 'w2'
          ? { kind: 'decided', opdracht: '1', uitkomst: { stand: 'geweigerd', reden: 'Al besloten.' }, antwoorden: [] }
          : { kind: 'pending', opdracht: '2' },
      );
    const { statusCode, payload } = await send(['w1', 'w2'], { ...AFWIJZEN, stap: 'vast', eenmaal: 'sleutel' });
    expect([statusCode, payload.includes('Al besloten.'), payload.includes('het wordt zo uitgevoerd')]).toEqual([
      200,
      true,
      true,
    ]);
    const gevraagd = decide.mock.calls.map(([, { item, idempotentie, besluit, reden }]) => [
      item,
      idempotentie,
      besluit,
      reden,
    ]);
    expect(gevraagd).toEqual([
      ['w1', 'sleutel-w1', 'afwijzen', '4'],
      ['w2', 'sleutel-w2', 'afwijzen', '4'],
    ]);
  });

  it('says what is missing', async () => {
    for (const [items, velden, melding] of [
      [[], AFWIJZEN, 'Vink een of meer verzoeken aan.'],
      [['w1'], { besluit: 'afwijzen', reden: '' }, 'Kies waarom u het verzoek afwijst.'],
      [['w1'], { besluit: '' }, 'Kies wat u besluit.'],
    ] as const) {
      const { statusCode, payload } = await send(items, { ...velden, stap: 'proef' });
      expect([statusCode, payload.includes(melding)]).toEqual([422, true]);
    }
  });

  it('is not for who only looks on', async () => {
    const operator = await Visitor.signedIn(o, 'operator');
    expect((await operator.send('/werkbak', { item: 'w1', ...AFWIJZEN }, '/berichten')).statusCode).toBe(403);
  });
});

it('the list says of a request that the gemeente looks into that it does', async () => {
  const item = (id: string, soort: string) => ({
    item: { ...ITEM, id, referentie: id, termijn: { soort, uiterlijk: '2026-02-01' } },
    toets: null,
  });
  const items = [item('R1', 'verzoek-om-toewijzing'), item('R2', 'onderzoek')];
  vi.spyOn(o.gateway.werkbak, 'list').mockResolvedValue({ items, next: null });
  const { payload } = await visitor.get('/werkbak');
  expect(payload.match(/verzoek om toewijzing(?:, in onderzoek)?/g)).toEqual([
    'verzoek om toewijzing',
    'verzoek om toewijzing, in onderzoek',
  ]);
  expect(payload).toContain('<small class="uitleg">5 werkdagen na ontvangst</small>');
  expect(payload).toContain('<small class="uitleg">in onderzoek: 8 weken na de dagtekening van het verzoek</small>');
});
