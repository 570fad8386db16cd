import { beforeEach, describe, expect, it } from 'vitest';
import { bericht } from '../api/nep-gateway.ts';
import { Opstelling, type Wie } from '../api/opstelling.ts';
import { Visitor } from './visitor.ts';

const { id } = bericht();
const HERHALING = '0196f000-0000-7000-8000-000000000004';
const gebeurd = (soort: string, uur: string, gegevens: Record<string, unknown> | null = null, doorNaam?: string) => ({
  ...{ soort, op: `2026-01-02T${uur}:00.000Z`, gegevens, doorNaam: doorNaam ?? null },
});

let o: Opstelling;
beforeEach(async () => {
  o = await Opstelling.maak({ paginas: true });
  o.gateway.berichten.set(id, bericht({ status: 'goedgekeurd' }));
});

/** With plain blanks, and without what marks it up. */
async function pagina(wie: Wie): Promise<string> {
  const { payload } = await (await Visitor.signedIn(o, wie)).get(`/berichten/${id}`);
  return payload.replaceAll(/<[^>]+>/g, ' ').replaceAll(/[\s\u00a0]+/g, ' ');
}

describe('the time line of a message', () => {
  beforeEach(() => {
    o.gateway.gebeurd = [
      gebeurd('ontvangen', '08:00'),
      gebeurd('beoordeeld', '08:01', { status: 'geweigerd', afspraken: 1, antwoorden: [] }),
      gebeurd('geopend', '08:30', { door: 'k' }, 'Nieuwsgierig'),
      gebeurd('opnieuw-aangeboden', '09:00', { door: 'k', herhaling: HERHALING, regels: { XSD: 2 } }, 'Beheer Noord'),
      gebeurd('beoordeeld', '09:01', { status: 'goedgekeurd', afspraken: 2, antwoorden: [] }),
    ];
  });

  it('keeps the first judgement after another, with who asked for it and what stood there', async () => {
    const gelezen = await pagina('operator');
    expect(gelezen).toContain(
      '02-01-2026 09:00 Ontvangen langs HTTP-API 02-01-2026 09:01 Beoordeeld: geweigerd (met afspraken 1) ' +
        '02-01-2026 10:00 Opnieuw ter beoordeling aangeboden door Beheer Noord, met andere van dezelfde oorzaak . ' +
        'Tot dan stond er: XSD past niet bij de structuur van de standaard ×2. ' +
        '02-01-2026 10:01 Beoordeeld: goedgekeurd (met afspraken 2)',
    );
    expect(gelezen).not.toContain('Nieuwsgierig');
  });

  it('does not tell a party who works for the gateway', async () => {
    const gelezen = await pagina('aanbieder');
    expect(gelezen).toContain('Opnieuw ter beoordeling aangeboden door de beheerder van de gateway. Tot dan stond er');
    expect(gelezen).not.toContain('Beheer Noord');
  });

  it('tells what the message itself says where its steps are not kept any more', async () => {
    o.gateway.gebeurd = [];
    expect(await pagina('aanbieder')).toContain('Ontvangen langs HTTP-API 02-01-2026 11:00 Beoordeeld: goedgekeurd');
  });
});

describe('a request that was approved as a message', () => {
  const open = (item: string | null) => ({ berichtId: id, laan: 'AA|42420001', stand: 'open' as const, item });
  const besloten = (stand: 'toegewezen' | 'afgewezen') => ({ berichtId: id, laan: 'AA|42420001', stand, item: null });

  it('waits for the gemeente, whose page leads to the decision', async () => {
    o.gateway.verzoeken = [open('w-1')];
    const aanbieder = await pagina('aanbieder');
    expect(aanbieder).toContain('goedgekeurd, wacht op een besluit van de gemeente Het bericht klopt');
    expect(aanbieder).not.toContain('verwerkt');
    expect(aanbieder).not.toContain('beslis op dit verzoek');
    expect(await pagina('gemeente')).toContain('In de werkbak: beslis op dit verzoek');
  });

  it.each([
    [[open(null), besloten('toegewezen')], 'over 1 van de 2 verzoeken beslist de gemeente nog.'],
    [[besloten('afgewezen')], 'goedgekeurd Het bericht is goedgekeurd en het verzoek is afgewezen.'],
    [[besloten('toegewezen'), besloten('toegewezen')], 'en beide verzoeken zijn toegewezen.'],
    [[besloten('toegewezen'), besloten('afgewezen')], 'van de 2 verzoeken: 1 toegewezen, 1 afgewezen.'],
  ])('says what became of %j', async (verzoeken, zin) => {
    o.gateway.verzoeken = verzoeken;
    expect(await pagina('aanbieder')).toContain(zin);
  });

  it('waits in lists too', async () => {
    o.gateway.verzoeken = [open('w-1')];
    const lijst = async () => (await (await Visitor.signedIn(o, 'aanbieder')).get('/berichten')).payload;
    expect(await lijst()).toContain('wacht op een besluit van de gemeente');
    o.gateway.verzoeken = [besloten('toegewezen')];
    expect(await lijst()).not.toContain('wacht op een besluit van de gemeente');
  });

  it('is nothing that the status of another message tells', async () => {
    expect(await pagina('aanbieder')).toContain('goedgekeurd Het bericht is goedgekeurd en verwerkt.');
  });
});

it('finds messages by the name of a party, and keeps its code in the address', async () => {
  const visitor = await Visitor.signedIn(o, 'operator');
  const { statusCode, headers } = await visitor.get('/berichten?partij=amstel&type=JW315');
  expect([statusCode, headers.location]).toEqual([303, '/berichten?partij=0362&type=JW315']);
  const niet = await visitor.get('/berichten?partij=nergens');
  expect([niet.statusCode, niet.payload.includes('geen partij met deze naam')]).toEqual([400, true]);
  // Those of its own region to choose from.
  const { payload } = await visitor.get('/berichten');
  expect(payload).toContain('<option value="0362">Amstelveen (0362)</option>');
  expect(payload).not.toContain('<option value="0439">');
});
