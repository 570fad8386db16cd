import { beforeEach, describe, expect, it } from 'vitest';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling, type Wie } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const VRAAG = bericht({ type: 'JW323', status: 'afgekeurd' });
const RETOUR = bericht({
  ...{ id: '0196f000-0000-7000-8000-000000000002', type: 'JW325', status: 'goedgekeurd', via: null },
  ...{ afzender: '0362', ontvanger: '42420001', partij: '0362', inAntwoordOp: VRAAG.id, beoordeeldOp: null },
  afleveringen: bericht().afleveringen.map((een) => ({ ...een, partij: '42420001' })),
});

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(VRAAG.id, VRAAG);
  o.gateway.berichten.set(RETOUR.id, RETOUR);
});

async function lees(url: string, wie: Wie = 'aanbieder'): Promise<string> {
  const { payload } = await (await Visitor.signedIn(o, wie)).get(url);
  return payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
}
const zet = (anders: Partial<typeof RETOUR>) => o.gateway.berichten.set(RETOUR.id, { ...RETOUR, ...anders });
const gezet = (status: 'aangeboden' | 'bevestigd' | 'mislukt', kanaal: 'ophalen' | 'webhook' = 'ophalen') =>
  zet({ afleveringen: RETOUR.afleveringen.map((een) => ({ ...een, status, kanaal })) });

describe('a message that the gateway composed', () => {
  it('says what it tells and whether it was fetched, and nothing of a judgement', async () => {
    const gelezen = await lees(`/berichten/${RETOUR.id}`);
    expect(gelezen).toContain('antwoord: afgewezen');
    expect(gelezen).toContain('klaar om op te halen');
    expect(gelezen).toContain('Samengesteld 02-01-2026 11:00');
    for (const niet of [
      'goedgekeurd',
      'niets op dit bericht aan te merken',
      'Binnengekomen langs',
      'bewijs van ontvangst',
    ])
      expect([niet, gelezen.includes(niet)]).toEqual([niet, false]);
    expect(gelezen).toContain('een afschrift');
  });

  it.each([
    ['deels-goedgekeurd', 'antwoord: deels toegekend'],
    ['goedgekeurd', 'antwoord: toegekend'],
  ] as const)('tells of a declaratie that is %s', async (status, woord) => {
    o.gateway.berichten.set(VRAAG.id, { ...VRAAG, status });
    expect(await lees(`/berichten/${RETOUR.id}`)).toContain(woord);
  });

  it('tells of a retour whether what it answers was accepted', async () => {
    o.gateway.berichten.set(VRAAG.id, { ...VRAAG, type: 'JW315' });
    zet({ type: 'JW316' });
    expect(await lees(`/berichten/${RETOUR.id}`)).toContain('antwoord: afgewezen');
    o.gateway.berichten.set(VRAAG.id, { ...VRAAG, type: 'JW315', status: 'goedgekeurd' });
    expect(await lees(`/berichten/${RETOUR.id}`)).toContain('antwoord: aangenomen');
  });

  it.each([
    ['aangeboden', 'ophalen', 'opgehaald, nog niet bevestigd'],
    ['bevestigd', 'ophalen', 'opgehaald en bevestigd'],
    ['bevestigd', 'webhook', 'afgeleverd'],
    ['mislukt', 'webhook', 'niet af te leveren'],
  ] as const)('says of a delivery that is %s by %s: %s', async (status, kanaal, woord) => {
    gezet(status, kanaal);
    expect(await lees(`/berichten/${RETOUR.id}`)).toContain(woord);
  });

  it('stands so in lists, and the message that it answers stands there as it was judged', async () => {
    const { payload } = await (await Visitor.signedIn(o, 'aanbieder')).get('/berichten');
    expect(payload).not.toContain('goedgekeurd</span>');
    expect(payload).toContain('antwoord: afgewezen');
    expect(payload).toContain('klaar om op te halen');
    expect(payload).toContain('afgekeurd</span>');
    const bestand = await (await Visitor.signedIn(o, 'aanbieder')).get('/berichten?csv=berichten');
    expect(bestand.payload).toContain('klaar om op te halen');
  });

  it('is the one without a proof of receipt: what came in has one, and the page says so', async () => {
    const gelezen = await lees(`/berichten/${VRAAG.id}`);
    expect(gelezen).toContain('Dit is een bewijs van ontvangst');
    expect(gelezen).toContain('Druk deze pagina af: op papier is zij een bewijs van ontvangst.');
  });
});

describe('an answer that refuses', () => {
  const BEVINDING: Bevinding = {
    ...({
      niveau: 3,
      regel: 'TR322',
      retourcode: '9322',
      ernst: 'fout',
      pad: '/Bericht/Declaratie',
      lijn: 2,
      kolom: 1,
    } as const),
    melding: 'Er past niet meer dan 100 bij deze toewijzing.',
  };
  const XML =
    '<b:Declaratie>\n<b:Prestatie><b:ReferentieNummer>P7</b:ReferentieNummer><b:IngediendBedrag><b:Bedrag>12050</b:Bedrag></b:IngediendBedrag></b:Prestatie>\n</b:Declaratie>';

  it('tells why, in lists and on its page, by line and amount, with the way to what it answers', async () => {
    o.gateway.berichten.set(VRAAG.id, { ...VRAAG, bevindingen: [BEVINDING] });
    o.gateway.bytes.set(VRAAG.id, Buffer.from(XML));
    const bezoeker = await Visitor.signedIn(o, 'aanbieder');
    const lijst = (await bezoeker.get('/berichten?csv=berichten')).payload.split('\r\n');
    const rij = lijst.find((een) => een.includes(RETOUR.id));
    expect(rij).toContain('TR322 ');
    expect(rij).toContain('(retourcode 9322)');
    const { payload } = await bezoeker.get(`/berichten/${RETOUR.id}`);
    expect(payload).toContain(`href="/berichten/${VRAAG.id}#bevindingen"`);
    const gelezen = await lees(`/berichten/${RETOUR.id}`);
    expect(gelezen).toMatch(/Dit antwoord zegt wat er mis is met .*JW323/);
    expect(gelezen).toContain(BEVINDING.melding);
    expect(gelezen).toContain('Prestatie met ReferentieNummer P7 , € 120,50.');
  });

  it('shows who needs a reason the findings, and nothing of the text', async () => {
    o.gateway.berichten.set(VRAAG.id, { ...VRAAG, bevindingen: [BEVINDING] });
    o.gateway.bytes.set(VRAAG.id, Buffer.from(XML));
    const gelezen = await lees(`/berichten/${RETOUR.id}`, 'operator');
    expect(gelezen).toContain(BEVINDING.melding);
    expect(gelezen).not.toContain('P7');
  });

  it('has no tick beside its cross: how far it is stands there in words', async () => {
    gezet('bevestigd');
    const { payload } = await (await Visitor.signedIn(o, 'aanbieder')).get('/berichten');
    expect(payload).toContain('<small class="uitleg">opgehaald en bevestigd</small>');
    expect(payload).not.toMatch(/merk goed/);
  });

  it('names no finding that only signals something, in lists and on its page', async () => {
    const signaal = { ...BEVINDING, regel: 'GW-DECLARATIETERMIJN', ernst: 'signaal', melding: 'Dit is laat.' } as const;
    o.gateway.berichten.set(VRAAG.id, { ...VRAAG, bevindingen: [BEVINDING, signaal] });
    const bestand = (await (await Visitor.signedIn(o, 'aanbieder')).get('/berichten?csv=berichten')).payload;
    const rijen = bestand.split('\r\n').filter((een) => een.includes(RETOUR.id) || een.includes(VRAAG.id));
    expect(rijen.map((een) => [een.includes('TR322 '), een.includes('GW-')])).toEqual([
      [true, false],
      [true, false],
    ]);
    const gelezen = await lees(`/berichten/${RETOUR.id}`);
    expect([gelezen.includes(BEVINDING.melding), gelezen.includes(signaal.melding)]).toEqual([true, false]);
    // Of the message itself it stays to be read.
    expect(await lees(`/berichten/${VRAAG.id}`)).toContain(signaal.melding);
  });

  it('tells nothing where all was granted', async () => {
    const goed = { ...VRAAG, status: 'goedgekeurd', bevindingen: [{ ...BEVINDING, ernst: 'signaal' }] } as const;
    o.gateway.berichten.set(VRAAG.id, goed);
    expect(await lees(`/berichten/${RETOUR.id}`)).not.toContain('Dit antwoord zegt wat er mis is');
  });
});

describe('a JW319 that refuses a request', () => {
  const VERZOEK = { ...VRAAG, type: 'JW315', status: 'goedgekeurd' } as const;
  const afgewezen = { type: 'JW319', zegt: 'geweigerd', zegtCodes: ['2'] } as const;

  it.each([
    ['composed', null],
    ['sent by a gemeente', 'http'],
  ] as const)('%s, looks refused in lists and at the head of its page, with the reason', async (_wie, via) => {
    o.gateway.berichten.set(VERZOEK.id, VERZOEK);
    zet({ ...afgewezen, via });
    const bezoeker = await Visitor.signedIn(o, 'aanbieder');
    const lijst = (await bezoeker.get('/berichten?csv=berichten')).payload.split('\r\n');
    const rij = lijst.find((een) => een.includes(RETOUR.id));
    expect(rij).toContain('antwoord: afgewezen');
    expect(rij).toContain('reden: Past niet binnen budget (2)');
    const gelezen = await lees(`/berichten/${RETOUR.id}`);
    const [kop = ''] = gelezen.split('Bevindingen');
    expect(kop).toMatch(
      /antwoord: afgewezen .*De gemeente wijst het verzoek af; reden: Past niet binnen budget \(2\)\./,
    );
    expect(gelezen).not.toMatch(/zij beoordeelt het niet|retourcode/);
  });

  it('does not, where it says that the request is in onderzoek', async () => {
    o.gateway.berichten.set(VERZOEK.id, VERZOEK);
    zet({ type: 'JW319' });
    expect([await lees('/berichten'), await lees(`/berichten/${RETOUR.id}`)].join()).not.toMatch(
      /antwoord: afgewezen|wijst het verzoek af/,
    );
  });
});

describe('an answer that came in', () => {
  const kwam = (anders: Partial<typeof RETOUR>) =>
    o.gateway.berichten.set(RETOUR.id, { ...RETOUR, via: 'http', beoordeeldOp: RETOUR.ontvangenOp, ...anders });

  it.each([
    ['JW325', 'geweigerd', 'antwoord: afgewezen', 'Dit antwoord kent van de declaratie niets toe'],
    ['JW325', 'deels', 'antwoord: deels toegekend', 'Dit antwoord kent een deel toe'],
    ['JW325', 'aangenomen', 'antwoord: toegekend', 'Dit antwoord keurt het bericht waarop het antwoordt goed'],
    ['JW306', 'geweigerd', 'antwoord: afgewezen', 'Dit antwoord weigert het bericht waarop het antwoordt'],
    // Judged before it was kept.
    ['JW306', null, 'antwoord, verwerkt', 'van oudere antwoorden is dat niet apart bewaard'],
  ] as const)(
    '%s, %s: tells what it says, in lists too, and not that it was taken up',
    async (type, zegt, woord, zin) => {
      kwam({ type, zegt });
      const [lijst, eigen] = [await lees('/berichten'), await lees(`/berichten/${RETOUR.id}`)];
      expect([lijst.includes(woord), eigen.includes(woord), eigen.includes(zin)]).toEqual([true, true, true]);
      expect(eigen).not.toMatch(/goedgekeurd en verwerkt|niets op dit bericht aan te merken/);
    },
  );

  it('tells its retourcodes in lists, and on its page what each is about', async () => {
    kwam({ type: 'JW325', zegt: 'deels', zegtCodes: ['9322'] });
    o.gateway.bytes.set(
      RETOUR.id,
      Buffer.from(
        '<a:Header><a:RetourCodes><a:RetourCode>0200</a:RetourCode></a:RetourCodes></a:Header><a:Prestatie><i:ReferentieNummer>P9</i:ReferentieNummer>' +
          '<i:IngediendBedrag><i:Bedrag>1000</i:Bedrag></i:IngediendBedrag><a:RetourCodes><a:RetourCode>9322</a:RetourCode></a:RetourCodes></a:Prestatie>',
      ),
    );
    const { payload } = await (await Visitor.signedIn(o, 'aanbieder')).get('/berichten?csv=berichten');
    expect(payload).toContain('retourcode 9322: ');
    const gelezen = await lees(`/berichten/${RETOUR.id}`);
    expect(gelezen).toContain('Het zegt: retourcode 9322: ');
    expect(gelezen).toContain('Prestatie P9 € 10,00 9322');
    // Staff learns the codes, and where they stand once the text was opened.
    const staf = await lees(`/berichten/${RETOUR.id}`, 'operator');
    expect([staf.includes('Het zegt: retourcode 9322'), staf.includes('P9')]).toEqual([true, false]);
  });

  it('that was refused itself says that', async () => {
    kwam({ status: 'afgekeurd' });
    expect(await lees(`/berichten/${RETOUR.id}`)).toContain('Het bericht is afgekeurd op inhoud');
  });
});

describe('a message that waits', () => {
  it.each(['ontvangen', 'vastgelopen'] as const)('has nothing said of it yet when it is %s', async (status) => {
    o.gateway.berichten.set(VRAAG.id, { ...VRAAG, status, beoordeeldOp: null });
    const gelezen = await lees(`/berichten/${VRAAG.id}`);
    expect(gelezen).toContain('Dit bericht is nog niet beoordeeld.');
    expect(gelezen).not.toContain('niets op dit bericht aan te merken');
  });
});

it('says what the filter on status is about: answers that refuse are found under goedgekeurd', async () => {
  const zin = 'Een antwoord dat klopt (zoals JW306 of JW319) staat onder goedgekeurd, ook als het iets afwijst';
  const gevonden = await lees('/berichten?type=JW325&status=goedgekeurd');
  expect([gevonden.includes('antwoord: afgewezen'), gevonden.includes(zin)]).toEqual([true, true]);
  o.gateway.berichten.clear();
  expect(await lees('/berichten?type=JW325&status=afgekeurd')).toContain(zin);
  expect(await lees('/berichten')).not.toContain(zin);
});

it('tells who searches for a BSN that refused messages are not among what is found', async () => {
  o.gateway.berichten.clear();
  const bezoeker = await Visitor.signedIn(o, 'aanbieder');
  const { payload } = await bezoeker.send('/berichten', { bsn: '999900006' });
  expect(payload).toContain('Geweigerde berichten');
  expect(payload).toContain('href="/berichten?status=geweigerd"');
  expect(payload).not.toContain('Er zijn geen berichten over dit BSN die u mag zien.');
});
