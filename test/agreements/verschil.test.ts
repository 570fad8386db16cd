import { expect, test } from 'vitest';
import { verschil } from '../../src/agreements/verschil.ts';
import { voorbeeldDocument } from './voorbeeld.ts';

function meldingen(verander: (document: ReturnType<typeof voorbeeldDocument>) => void): string[] {
  const nieuw = voorbeeldDocument();
  verander(nieuw);
  return verschil(voorbeeldDocument(), nieuw).map((wijziging) => wijziging.melding);
}

test('nothing changed but the label: no difference', () => {
  expect(
    meldingen((d) => {
      d.versie = 'anders';
    }),
  ).toEqual([]);
});

test('amounts in euros, dates in words, nothing as nothing', () => {
  expect(
    meldingen((d) => {
      Object.assign(d.producten[0] ?? {}, { signaalbudget: 600_000, maxDagen: 42 });
      Object.assign(d.contracten[1] ?? {}, { geldigTot: '2026-12-31' });
    }),
  ).toEqual([
    'Product NIEUW 45 45A01 is gewijzigd: signaalbudget van 5.000,00 euro naar 6.000,00 euro; maxDagen van niets naar 42.',
    'Contract C2 is gewijzigd: geldigTot van niets naar 31 december 2026.',
  ]);
});

test('lists: what came, what went, what changed in an entry', () => {
  expect(
    meldingen((d) => {
      Object.assign(d.regimes[1] ?? {}, { gemeenten: ['0362', '0370'] });
      Object.assign(d.contracten[0] ?? {}, { producten: [{ code: '45A01', tarief: 175, tariefEenheid: '01' }] });
    }),
  ).toEqual([
    'Regime NIEUW is gewijzigd: gemeenten erbij 0370; gemeenten eraf 0439.',
    'Contract C1 is gewijzigd: 45A01: tarief van 1,50 euro naar 1,75 euro.',
  ]);
});

test('what came and went as a whole', () => {
  expect(
    meldingen((d) => {
      d.aanbieders.push({ agb: '42420009', naam: 'Negen', retour: 'gateway' });
      d.contracten.pop();
    }),
  ).toEqual(['Aanbieder 42420009 is toegevoegd.', 'Contract C2 is vervallen.']);
});

test('settings: what holds when they are left out, amounts by name, moments in words', () => {
  expect(
    meldingen((d) => {
      Object.assign(d.producten[0] ?? {}, { tariefDatum: 'toewijzing' });
      const tariefDelen = [{ naam: 'verblijf', bedrag: 150 }];
      Object.assign(d.contracten[0]?.producten[0] ?? {}, { tariefDelen });
      d.bevriezing = [{ van: '2026-12-31T18:00', tot: '2027-01-04T08:00' }];
    }),
  ).toEqual([
    'Product NIEUW 45 45A01 is gewijzigd: tariefDatum van periode naar toewijzing.',
    'Contract C1 is gewijzigd: 45A01: tariefDelen van niets naar naam verblijf bedrag 1,50 euro.',
    'Bevriezing vanaf 31 december 2026 18:00 uur is toegevoegd.',
  ]);
});
