import { beforeEach, describe, expect, it } from 'vitest';
import { brief } from '../../src/dashboard/pages/oorzaken/brief.ts';
import { namesOf } from '../../src/dashboard/words/names.ts';
import type { Bevinding } from '../../src/findings/bevinding.ts';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const tarief = (nr: number): Bevinding => ({
  ...{ niveau: 3, regel: 'TR418', retourcode: '0611', ernst: 'fout', kolom: 1, lijn: nr },
  pad: `/Bericht/Prestatie[${nr}]/ProductTarief`,
  melding: `Het tarief van product ${nr % 3 === 0 ? '45A04' : '45A01'} is € 1,2${nr % 3}, maar het contract zegt op 2026-06-01 € 1,18. Declareer anders.`,
});
const BEVINDINGEN: readonly Bevinding[] = [
  { ...tarief(1), regel: 'GW-X', retourcode: null, ernst: 'signaal', melding: 'Let op.' },
  ...Array.from({ length: 75 }, (_, nr) => tarief(nr)),
];
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(bericht().id, bericht({ type: 'JW323', status: 'afgekeurd', bevindingen: BEVINDINGEN }));
  o.gateway.bytes.set(bericht().id, new TextEncoder().encode('<Bericht/>\n'.repeat(90)));
});

describe('the findings on a message', () => {
  it('stand there by kind: how often, each sentence once, three places, and the rest folded away', async () => {
    const { payload } = await (await Visitor.signedIn(o, 'operator')).get(`/berichten/${bericht().id}`);
    const lijst = payload.slice(payload.indexOf('<ol class="bevindingen">'), payload.indexOf('</ol>'));
    expect(lijst.match(/<li class="(?:fout|signaal)"/g)).toEqual(['<li class="fout"', '<li class="signaal"']);
    const gelezen = text(lijst);
    expect(gelezen).toContain('TR418 75 keer retourcode 0611');
    expect(gelezen).toContain(
      '25 keer: Het tarief van product 45A04 is € 1,20, maar het contract zegt op 01-06-2026 € 1,18.',
    );
    // What every sentence ends with stands once, below them.
    expect(gelezen.match(/Declareer anders\./g)).toHaveLength(1);
    expect(lijst.slice(0, lijst.indexOf('<details')).match(/class="plek/g)).toHaveLength(3);
    expect(gelezen).toContain('Ook op 72 andere plaatsen');
  });

  it('have Dutch dates in their table and its file, as a Dutch spreadsheet wants them', async () => {
    const bezoeker = await Visitor.signedIn(o, 'operator');
    for (const vraag of ['', '?csv=bevindingen']) {
      const { payload } = await bezoeker.get(`/berichten/${bericht().id}${vraag}`);
      expect([vraag, payload.includes('2026-06-01'), payload.includes('op 01-06-2026')]).toEqual([vraag, false, true]);
    }
  });

  it('that count what was declared say of which day that is, and that there may be nothing to send', async () => {
    const bezoeker = await Visitor.signedIn(o, 'aanbieder');
    const pagina = async (regel: string) => {
      const bevindingen = [{ ...tarief(1), regel }];
      o.gateway.berichten.set(bericht().id, bericht({ type: 'JW323', status: 'deels-goedgekeurd', bevindingen }));
      const gelezen = text((await bezoeker.get(`/berichten/${bericht().id}`)).payload);
      return [gelezen.includes('op de dag van de beoordeling'), gelezen.includes('is er voor die prestatie nu niets')];
    };
    expect([await pagina('TR322'), await pagina('TR418')]).toEqual([
      [true, true],
      [false, false],
    ]);
  });

  it('lead its sender, and nobody else, to the box in which to make it better', async () => {
    const naar = `/proberen?bericht=${bericht().id}`;
    const eigen = await Visitor.signedIn(o, 'aanbieder');
    expect((await eigen.get(`/berichten/${bericht().id}`)).payload).toContain(`href="${naar}#verbeter"`);
    expect((await eigen.get(naar)).payload).toContain('&lt;Bericht/>');
    const laatste = 'Staat dezelfde zorg in meer afgewezen declaraties, verbeter dan alleen de laatste.';
    expect((await eigen.get(`/berichten/${bericht().id}`)).payload).toContain(laatste);
    for (const wie of ['operator', 'gemeente'] as const) {
      const { payload } = await (await Visitor.signedIn(o, wie)).get(`/berichten/${bericht().id}`);
      expect([wie, payload.includes('/proberen?bericht=')]).toEqual([wie, false]);
    }
    expect((await (await Visitor.signedIn(o, 'andereAanbieder')).get(naar)).statusCode).toBe(404);
  });
});

describe('the text for a sender', () => {
  it('says what is wrong, of which products, what to do and in which messages', () => {
    const names = namesOf({
      ...{ regios: [], gemeenten: [], aanbieders: [{ agb: '42420004', naam: 'Zonnewende' }] },
      producten: [{ categorie: '45', code: '45A04', naam: 'Begeleiding' }],
    } as unknown as Parameters<typeof namesOf>[0]);
    const { aantalBevindingen, perRegel, aantalAntwoorden, ...kort } = {
      ...bericht({ type: 'JW323', status: 'afgekeurd', identificatie: 'D-7' }),
      ...{ aantalBevindingen: 75, perRegel: {}, aantalAntwoorden: 0 },
    };
    const tekst = brief(
      {
        groep: {
          ...{ partij: '42420004', type: 'JW323', regel: 'TR418', retourcode: '0611', regels: 75, berichten: 1 },
          ...{ clienten: 3, trend: [], eerste: kort.ontvangenOp, laatste: kort.ontvangenOp, voorbeeld: kort.id },
          ...{ stand: 'open', notitie: null, standOp: null },
        },
        berichten: [{ ...kort, aantalBevindingen, perRegel, aantalAntwoorden }],
        ...{ bevindingen: BEVINDINGEN.slice(1), gelezen: 1 },
      },
      names,
      'Zaanstad (0479)',
    );
    for (const deel of [
      'Onderwerp: 1 bericht JW323 afgewezen (TR418, retourcode 0611)',
      'Aan Zonnewende (42420004)',
      'Op 02-01-2026 11:00 kwam er 1 bericht (',
      '- 25 keer: Het tarief van product 45A01',
      '- Begeleiding (45A04)',
      'Wat u doet:\nDeclareer anders.\nGeen enkele prestatie is toegekend.',
      'Goedendag,',
      `open /proberen?bericht=${kort.id} (`,
      'Hebt u geen sleutel',
      'Met vriendelijke groet,\nZaanstad (0479)',
      '- D-7, 02-01-2026 11:00',
    ])
      expect(tekst.replaceAll('\u00a0', ' ')).toContain(deel);
  });

  it('tells apart declaraties that were refused whole from those that were granted in part', () => {
    const names = namesOf({
      ...{ regios: [], gemeenten: [], aanbieders: [], producten: [] },
    } as unknown as Parameters<typeof namesOf>[0]);
    const bij = { aantalBevindingen: 1, perRegel: {}, aantalAntwoorden: 0 };
    const heel = { ...bericht({ type: 'JW323', status: 'afgekeurd', identificatie: 'D-7' }), ...bij };
    const deels = { ...heel, status: 'deels-goedgekeurd', identificatie: 'D-8' } as const;
    const over = (...berichten: readonly (typeof heel)[]) =>
      brief(
        {
          groep: {
            ...{ partij: '42420004', type: 'JW323', regel: 'TR322', retourcode: '9322', regels: 2 },
            ...{ berichten: berichten.length, clienten: 1, trend: [], eerste: heel.ontvangenOp },
            ...{ laatste: heel.ontvangenOp, voorbeeld: heel.id, stand: 'open', notitie: null, standOp: null },
          },
          ...{ berichten, bevindingen: [], gelezen: berichten.length },
        },
        names,
        'Zaanstad (0479)',
      ).replaceAll('\u00a0', ' ');
    const gemengd = over(heel, deels);
    for (const deel of [
      'Onderwerp: 2 berichten JW323 geheel of deels afgewezen (TR322',
      '- Van een declaratie die geheel afgewezen is: Geen enkele prestatie is toegekend.',
      '- Van een declaratie die deels toegekend is: Een deel van de prestaties is toegekend',
      '- D-7, 02-01-2026 11:00, geheel afgewezen',
      '- D-8, 02-01-2026 11:00, deels toegekend',
    ])
      expect(gemengd).toContain(deel);
    expect(over(deels, deels)).not.toMatch(/Geen enkele prestatie|geheel/);
    expect(over(deels, deels)).toContain('2 berichten JW323 deels afgewezen');
    expect(over(heel, heel)).not.toMatch(/deels/);
  });
});

it('a declaratie says on its page what it declares, and what of it was granted', async () => {
  const o = await Opstelling.maak({ paginas: true });
  const prestatie = (nummer: string, bedrag: number) =>
    `<Prestatie><ReferentieNummer>${nummer}</ReferentieNummer><IngediendBedrag><Bedrag>${bedrag}</Bedrag><DebetCredit>D</DebetCredit></IngediendBedrag></Prestatie>`;
  const xml = [
    '<Bericht><DeclaratieNummer>D1</DeclaratieNummer>',
    '<DeclaratiePeriode><Begindatum>2026-03-01</Begindatum><Einddatum>2026-03-31</Einddatum></DeclaratiePeriode>',
    '<TotaalIngediendBedrag><TotaalBedrag>125050</TotaalBedrag><DebetCredit>D</DebetCredit></TotaalIngediendBedrag>',
    prestatie('P1', 100_000),
    prestatie('P2', 25_050),
    '</Bericht>',
  ].join('\n');
  const fout: Bevinding = {
    ...{ niveau: 3, regel: 'TR322', retourcode: '9322', ernst: 'fout', lijn: 5, kolom: 12, melding: 'Te veel.' },
    pad: '/Bericht/Prestatie[2]',
  };
  const antwoorden = [{ id: 'a', type: 'JW325', ontvanger: '42420001' }] as const;
  const { id } = bericht();
  o.gateway.bytes.set(id, new TextEncoder().encode(xml));
  const lees = async (anders: Parameters<typeof bericht>[0]) => {
    o.gateway.berichten.set(id, bericht({ type: 'JW323', antwoorden, ...anders }));
    const { payload } = await (await Visitor.signedIn(o, 'aanbieder')).get(`/berichten/${id}`);
    return payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
  };
  const deels = await lees({ status: 'deels-goedgekeurd', bevindingen: [fout] });
  expect(deels).toContain('Declaratienummer D1 Declaratieperiode 01-03-2026 tot en met 31-03-2026');
  expect(deels).toContain('Prestaties 2, waarvan 1 afgewezen Ingediend € 1.250,50 Toegekend € 1.000,00');
  expect(await lees({ status: 'afgekeurd', bevindingen: [fout] })).toContain('Ingediend € 1.250,50 Toegekend € 0,00');
  expect(await lees({ status: 'goedgekeurd' })).toContain('Toegekend € 1.250,50');
  // Not answered by the gateway: the gemeente says later what it grants.
  expect(await lees({ status: 'goedgekeurd', antwoorden: [] })).not.toContain('Toegekend');
});
