import { describe, expect, it } from 'vitest';
import { maakAfspraken } from '../../src/agreements/maak-afspraken.ts';
import type { Toewijzing } from '../../src/dossier/toewijzing.ts';
import { afgesprokenVoor } from '../../src/requests/afgesproken.ts';
import type { GevraagdProduct } from '../../src/requests/gevraagd.ts';
import { redenVanAfwijzing } from '../../src/requests/reden-afwijzing.ts';
import { voorbeeldDocument } from '../agreements/voorbeeld.ts';
import { type Document, toewijzing } from '../verdict/wereld.ts';

const PARTIJEN = { gemeente: '0362', aanbieder: '42420001' };

const GOED: GevraagdProduct = {
  referentie: 'R1',
  categorie: '45',
  code: '45A01',
  ingangsdatum: '2023-04-01',
  einddatum: '2023-09-30',
  omvang: { volume: 600, eenheid: '01', frequentie: '6' },
  budget: null,
  verwijzer: '02',
};

interface Geval {
  readonly gevraagd?: Partial<GevraagdProduct>;
  readonly afspraken?: (document: Document) => void;
  readonly toewijzingen?: readonly Toewijzing[];
  readonly geboren?: string;
}

function reden({ gevraagd = {}, afspraken = () => undefined, toewijzingen = [], geboren = '2012-05-17' }: Geval) {
  const document = voorbeeldDocument();
  afspraken(document);
  const vraag = { ...GOED, ...gevraagd };
  return redenVanAfwijzing({
    gevraagd: vraag,
    geboorte: { datum: geboren, gebruik: null },
    afgesproken: afgesprokenVoor(vraag, PARTIJEN, maakAfspraken(document, 1)),
    toewijzingen,
  });
}

const geenContract = (d: Document) => {
  d.contracten = [];
};
const onderaannemer = (d: Document) => {
  for (const c of d.contracten) c.rol = 'onderaannemer';
};
const taakgericht = (d: Document) => {
  for (const r of d.regimes) r.variant = 'taakgericht';
};
const nietInContract = (d: Document) => {
  for (const c of d.contracten) c.producten = [];
};
const hoogstensTien = (d: Document) => {
  for (const p of d.producten) p.maxDagen = 10;
};
const lopend = toewijzing({ ingangsdatum: '2023-01-01', einddatum: '2023-04-01' });

describe('why a requested product is refused', () => {
  it('for nothing: all within the agreements', () => {
    expect(reden({})).toBeNull();
  });

  it.each<[string, string, Geval]>([
    ['geen-contract', '3', { gevraagd: { ingangsdatum: '2017-01-01' } }],
    ['geen-contract', '3', { afspraken: geenContract }],
    ['onderaannemer', '4', { afspraken: onderaannemer }],
    ['taakgericht', '4', { afspraken: taakgericht }],
    ['product-buiten-contract', '4', { gevraagd: { code: '45A77' } }],
    ['product-buiten-contract', '4', { afspraken: nietInContract }],
    ['periode-buiten-contract', '4', { gevraagd: { einddatum: '2025-01-01' } }],
    ['periode-buiten-contract', '4', { gevraagd: { einddatum: null } }],
    ['al-toegewezen', '6', { toewijzingen: [lopend] }],
    ['al-toegewezen', '6', { toewijzingen: [{ ...lopend, code: null }] }],
    ['al-toegewezen', '6', { toewijzingen: [{ ...lopend, code: null, categorie: null, budget: 100 }] }],
    ['al-toegewezen', '6', { toewijzingen: [{ ...lopend, einddatum: null }] }],
    ['leeftijd', '9', { geboren: '2005-04-01' }],
    ['verwijzer', '4', { gevraagd: { verwijzer: '06' } }],
    ['langer-dan-maximum', '4', { afspraken: hoogstensTien }],
    ['langer-dan-maximum', '4', { afspraken: hoogstensTien, gevraagd: { einddatum: '2023-04-11' } }],
  ])('%s: reason %s', (code, wordt, geval) => {
    expect(reden(geval)).toEqual({ code, reden: wordt });
  });

  it.each<[string, Geval]>([
    ['a contract that ends on the last day', { gevraagd: { einddatum: '2024-12-31' } }],
    ['another product in that period', { toewijzingen: [{ ...lopend, code: '45A02' }] }],
    ['the same product before that period', { toewijzingen: [{ ...lopend, einddatum: '2023-03-31' }] }],
    [
      'the same product that was removed',
      { toewijzingen: [{ ...lopend, ingangsdatum: '2023-05-01', einddatum: '2023-05-01', redenWijziging: '13' }] },
    ],
    ['seventeen on the first day', { geboren: '2005-04-02' }],
    ['as long as allowed, both days counted', { afspraken: hoogstensTien, gevraagd: { einddatum: '2023-04-10' } }],
    ['no product code: the gemeente decides', { gevraagd: { code: null, verwijzer: '06' } }],
  ])('not for %s', (_naam, geval) => {
    expect(reden(geval)).toBeNull();
  });

  it('by the first reason that holds, in the order of the agreements', () => {
    const alles: Geval = {
      afspraken: (d) => {
        onderaannemer(d);
        hoogstensTien(d);
      },
      gevraagd: { code: '45A77', verwijzer: '06', einddatum: '2025-06-01' },
      geboren: '1990-01-01',
      toewijzingen: [{ ...lopend, code: null }],
    };
    const zonderRol: Geval = { ...alles, afspraken: hoogstensTien };
    const metCode: Geval = { ...zonderRol, gevraagd: { verwijzer: '06', einddatum: '2025-06-01' } };
    const inPeriode: Geval = { ...metCode, gevraagd: { verwijzer: '06' } };
    const nietStapelend: Geval = { ...inPeriode, toewijzingen: [] };
    const jong: Geval = { ...nietStapelend, geboren: '2012-05-17' };
    const verwezen: Geval = { ...jong, gevraagd: {} };
    const reeks = [alles, zonderRol, metCode, inPeriode, nietStapelend, jong, verwezen];
    expect(reeks.map((geval) => reden(geval)?.code)).toEqual([
      'onderaannemer',
      'product-buiten-contract',
      'periode-buiten-contract',
      'al-toegewezen',
      'leeftijd',
      'verwijzer',
      'langer-dan-maximum',
    ]);
  });
});
