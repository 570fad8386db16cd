import type { Jw303, Jw304, Jw323, Prestatie } from '../bericht.ts';
import { als, b, bedrag, el, persoon, totaal } from './element.ts';

const periode = ({ begin, einde }: { readonly begin: string; readonly einde: string }) =>
  b('Begindatum', begin) + b('Einddatum', einde);

const referentie = (p: Prestatie) =>
  el(
    'ProductReferentie',
    b('ReferentieNummer', p.referentie),
    als(p.vorige, (v) => b('VorigReferentieNummer', v)),
  );

const product = (p: Prestatie) =>
  (als(p.nummer, (n) => el('ToewijzingNummer', n)) ?? '') +
  el('ProductCategorie', p.categorie) +
  el('ProductCode', p.code) +
  el('ProductPeriode', periode(p));

export const prestatie323 = (p: Prestatie) =>
  referentie(p) +
  product(p) +
  el('GeleverdVolume', p.volume) +
  el('Eenheid', p.eenheid) +
  (als(p.tarief, (t) => el('ProductTarief', t)) ?? '') +
  el('IngediendBedrag', b('Bedrag', p.bedrag), b('DebetCredit', p.dc));

export const jw323 = (m: Jw323) =>
  el(
    'Declaratie',
    el('DeclaratieNummer', m.nummer),
    el('DeclaratiePeriode', periode(m)),
    el('DeclaratieDagtekening', m.dagtekening),
    el('TotaalIngediendBedrag', totaal(m.totaal)),
    el(
      'Clienten',
      ...m.clienten.map((c) =>
        el('Client', el('Bsn', c.bsn), el('Prestaties', ...c.prestaties.map((p) => el('Prestatie', prestatie323(p))))),
      ),
    ),
  );

export const prestatie303 = (p: Prestatie, vrijgesteld: boolean) =>
  product(p) +
  el(
    'IngediendeBedragPrestatie',
    b('GeleverdVolume', p.volume),
    b('Eenheid', p.eenheid),
    als(p.tarief, (t) => b('ProductTarief', t)),
    als(p.berekend, (som) => bedrag('BerekendBedrag', som, p.dc)),
    vrijgesteld ? b('BtwVrijstellingIndicatie', 1) : null,
    bedrag('DeclaratieFactuurBedrag', p.bedrag, p.dc),
  ) +
  referentie(p);

export const identificatie303 = (m: Jw303 | Jw304) =>
  el(
    'DeclaratieFactuurIdentificatie',
    b('DeclaratiePeriode', periode(m)),
    b('DeclarantFactuurNummer', m.nummer),
    b('FactuurDagtekening', m.dagtekening),
    b('ValutaCode', 'EUR'),
  );

export const jw303 = (m: Jw303) =>
  el(
    'Clienten',
    ...m.clienten.map((c) =>
      el(
        'Client',
        persoon(c.bsn),
        el('Prestaties', ...c.prestaties.map((p) => el('Prestatie', prestatie303(p, m.vrijgesteld)))),
      ),
    ),
  );
