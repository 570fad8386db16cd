import { beforeEach, describe, expect, it } from 'vitest';
import { Opstelling, type Wie } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

let o: Opstelling;
let visitor: Visitor;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  visitor = await Visitor.signedIn(o, 'beheerder');
});

const van = (wie: Wie) => {
  const naam = { beheerder: 'b', aanbieder: 'a', operator: 'o' }[wie as 'aanbieder'];
  const een = o.gateway.sleutels.find(({ sleutel }) => sleutel.naam === naam);
  if (een === undefined) throw new Error(`no key of ${wie}`);
  return een.sleutel;
};
const text = (html: string) => html.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
const send = (wie: Wie, velden: Readonly<Record<string, string>>) =>
  visitor.send(`/sleutels/${van(wie).id}`, velden, '/sleutels');

describe('the end of a key', () => {
  it('is asked for once more, with what ends by it, and then told', async () => {
    const vraag = await send('aanbieder', { doen: 'beeindig', naam: 'a', geldigTot: '' });
    const gelezen = text(vraag.payload);
    expect(gelezen).toContain('Wilt u de sleutel “a” beëindigen?');
    expect(gelezen).toContain(
      '42420001 heeft geen andere geldige sleutel waarmee berichten zijn op te halen. Wat daar binnenkomt blijft wachten',
    );
    expect(gelezen).toContain('Dit is niet terug te draaien.');
    expect(van('aanbieder').beeindigdOp).toBeNull();
    const ja = await send('aanbieder', { doen: 'beeindig', zeker: 'ja' });
    expect([ja.statusCode, van('aanbieder').beeindigdOp === null]).toEqual([303, false]);
    expect(text((await visitor.get(String(ja.headers.location))).payload)).toContain('De sleutel “a” is beëindigd.');
  });

  it('tells what becomes of abonnementen that were made with it, and ends them where that is ticked', async () => {
    const { id, partij } = van('aanbieder');
    const maker = { kind: 'party', role: 'aanbieder', parties: [String(partij)], keyId: id, keyName: 'a' } as const;
    const abonneer = () =>
      o.gateway.subscriptions.make(
        { ...maker, readOnly: false, via: 'web' },
        { weg: 'mail', adres: 'wacht@voorbeeld.nl' },
      );
    await abonneer();
    const gelezen = async () => text((await send('aanbieder', { doen: 'beeindig' })).payload);
    expect(await gelezen()).toContain('naar wacht@voorbeeld.nl: stopt tot er weer een sleutel van deze partij is');
    const GEWOON = { partijen: null, regios: null, alleenLezen: true, geldigTot: null };
    await o.gateway.kast.maak({ ...GEWOON, naam: 'kijkt', rol: 'aanbieder', partij });
    expect(await gelezen()).toContain('naar wacht@voorbeeld.nl: gaat door, want de partij heeft een andere');
    expect(await gelezen()).toContain('geen andere geldige sleutel waarmee berichten zijn op te halen');
    await send('aanbieder', { doen: 'beeindig', zeker: 'ja', abonnementen: 'ja' });
    expect(await o.gateway.subscriptions.list({ ...maker, readOnly: true, via: 'web' })).toEqual([]);
  });

  it('says when it is one’s own, and the last of its kind', async () => {
    const gelezen = text((await send('beheerder', { doen: 'beeindig' })).payload);
    expect(gelezen).toContain('waarmee u nu bent aangemeld');
    expect(gelezen).toContain('geen andere geldige sleutel van een beheerder');
    expect(gelezen).not.toContain('Wat daar binnenkomt');
  });

  it('by a last day that is over is one too; a later day is not', async () => {
    const voorbij = await send('aanbieder', { doen: 'wijzig', naam: 'a', geldigTot: '2026-01-01' });
    expect(text(voorbij.payload)).toContain('De laatste dag die u invulde is voorbij.');
    expect(van('aanbieder').geldigTot).toBeNull();
    await send('aanbieder', { doen: 'wijzig', naam: 'a', geldigTot: '2026-01-01', zeker: 'ja' });
    expect(van('aanbieder').geldigTot).toBe('2026-01-01');
    await send('operator', { doen: 'wijzig', naam: 'o', geldigTot: '2026-01-02' });
    expect(van('operator').geldigTot).toBe('2026-01-02');
  });
});

it.each([
  [{ rol: '', partij: '' }, 'rol', 'Kies een rol.'],
  [{ rol: 'aanbieder', partij: '12' }, 'partij', 'acht cijfers van een aanbieder (AGB), vier van een gemeente'],
])('of %j the new key says beside the field what is wrong, and keeps what was typed', async (velden, veld, zin) => {
  const { statusCode, payload } = await visitor.send('/sleutels', { naam: 'Zorgsysteem', ...velden });
  expect([statusCode, payload.includes('value="Zorgsysteem"'), payload.includes(`id="fout-${veld}"`)]).toEqual([
    ...[422, true, true],
  ]);
  expect(text(payload)).toContain(zin);
});
