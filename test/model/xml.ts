import type { ModelBericht, Prestatie, Product } from './bericht.ts';
import { laatsteVan } from './datum.ts';
import { categorieVan } from './wereld.ts';

type Deel = string | null;

/** A model message as the bytes that a party would send. */
export function schrijf(bericht: ModelBericht): Uint8Array {
  const p = bericht.type.toLowerCase();
  const ns = (deel: string) => `http://www.istandaarden.nl/ijw/3_2/${deel}/schema`;
  const inhoud = `${kop(bericht)}${lichaam(bericht)}`;
  const tekst = inhoud
    .replaceAll('<:', '<ijw:')
    .replaceAll('</:', '</ijw:')
    .replaceAll('<_', `<${p}:`)
    .replaceAll('</_', `</${p}:`);
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<${p}:Bericht xmlns:ijw="${ns('basisschema')}" xmlns:${p}="${ns(p)}">${tekst}</${p}:Bericht>`,
  );
}

const el = (naam: string, ...delen: (Deel | number)[]) =>
  `<_${naam}>${delen.filter((d) => d !== null).join('')}</_${naam}>`;
/** In the namespace of the base schema. */
const b = (naam: string, ...delen: (Deel | number)[]) =>
  `<:${naam}>${delen.filter((d) => d !== null).join('')}</:${naam}>`;
const als = <T>(waarde: T | null, maak: (waarde: T) => string) => (waarde === null ? null : maak(waarde));

const CODES = { JW301: 436, JW305: 438, JW307: 440, JW315: 446, JW317: 486, JW319: 488, JW323: 490 } as const;

function kop(m: ModelBericht): string {
  const vanGemeente = m.type === 'JW301' || m.type === 'JW319';
  return el(
    'Header',
    el('BerichtCode', CODES[m.type]),
    el('BerichtVersie', 3),
    el('BerichtSubversie', 2),
    el('Afzender', vanGemeente ? m.gemeente : m.aanbieder),
    el('Ontvanger', vanGemeente ? m.aanbieder : m.gemeente),
    el('BerichtIdentificatie', b('Identificatie', m.identificatie), b('Dagtekening', m.dagtekening)),
    el('XsdVersie', b('BasisschemaXsdVersie', '1.0.0'), b('BerichtXsdVersie', '1.0.0')),
  );
}

const geleverd = (code: string) => el('Product', b('Categorie', categorieVan(code)), b('Code', code));
const product = ({ categorie, code }: Pick<Product, 'categorie' | 'code'>) =>
  als(categorie, (c) =>
    el(
      'Product',
      b('Categorie', c),
      als(code, (d) => b('Code', d)),
    ),
  );
const omvang = ({ omvang, budget }: Pick<Product, 'omvang' | 'budget'>) =>
  (als(omvang, (o) => el('Omvang', b('Volume', o.volume), b('Eenheid', o.eenheid), b('Frequentie', o.frequentie))) ??
    '') + (als(budget, (bedrag) => el('Budget', bedrag)) ?? '');

function persoon(bsn: string, ...naam: Deel[]): string {
  return (
    el('Bsn', bsn) +
    el('Geboortedatum', b('Datum', '2014-05-05')) +
    el('Geslacht', 1) +
    el('Naam', b('Geslachtsnaam', b('Achternaam', 'Wit')), ...naam)
  );
}

const CONTACT = el(
  'Contactgegevens',
  el('Contact', el('Soort', '01'), el('Adres', b('Huis', b('Huisnummer', 12)), b('Postcode', '1181AA'))),
);

function lichaam(m: ModelBericht): string {
  switch (m.type) {
    case 'JW301':
      return el(
        'Client',
        persoon(m.bsn, b('NaamGebruik', 1)),
        CONTACT,
        el(
          'ToegewezenProducten',
          ...m.producten.map((t) =>
            el(
              'ToegewezenProduct',
              el('ToewijzingNummer', t.nummer),
              als(t.referentie, (r) => el('ReferentieAanbieder', r)),
              product(t),
              el('Toewijzingsdatum', t.datum),
              el('Toewijzingstijd', t.tijd),
              el('Ingangsdatum', t.begin),
              als(t.einde, (e) => el('Einddatum', e)),
              als(t.reden, (r) => el('RedenWijziging', r)),
              omvang(t),
            ),
          ),
        ),
      );
    case 'JW305':
      return el(
        'Client',
        persoon(m.bsn),
        el(
          'StartProducten',
          ...m.producten.map((s) =>
            el(
              'StartProduct',
              el('ToewijzingNummer', s.nummer),
              geleverd(s.code),
              el('Begindatum', s.begin),
              el('StatusAanlevering', s.status),
            ),
          ),
        ),
      );
    case 'JW307':
      return el(
        'Client',
        persoon(m.bsn),
        el(
          'StopProducten',
          ...m.producten.map((s) =>
            el(
              'StopProduct',
              el('ToewijzingNummer', s.nummer),
              geleverd(s.code),
              el('Begindatum', s.begin),
              el('RedenBeeindiging', s.reden),
              el('Einddatum', s.einde),
              el('StatusAanlevering', s.status),
            ),
          ),
        ),
      );
    case 'JW315':
      return el(
        'Client',
        persoon(m.bsn),
        el(
          'AangevraagdeProducten',
          ...m.producten.map((a) =>
            el(
              'AangevraagdProduct',
              el('ReferentieAanbieder', a.referentie),
              product(a),
              el('ToewijzingIngangsdatum', a.begin),
              als(a.einde, (e) => el('ToewijzingEinddatum', e)),
              omvang(a),
              el('Verwijzer', b('Type', a.verwijzer), a.verwijzer === '02' ? b('ZorgverlenerCode', '01000001') : null),
            ),
          ),
        ),
      );
    case 'JW317':
      return el(
        'Client',
        el('Bsn', m.bsn),
        el(
          'Verzoek',
          el('ReferentieAanbieder', m.referentie),
          el('RedenVerzoek', 1),
          lijst(
            'OngewijzigdeProducten',
            m.ongewijzigd.map((n) => el('OngewijzigdProduct', el('ToewijzingNummer', n))),
          ),
          lijst(
            'TeWijzigenProducten',
            m.wijzigen.map((w) =>
              el(
                'TeWijzigenProduct',
                el('ToewijzingNummer', w.nummer),
                el('GewensteIngangsdatum', w.begin),
                als(w.einde, (e) => el('Einddatum', e)),
                omvang(w),
              ),
            ),
          ),
          lijst(
            'NieuweProducten',
            m.nieuw.map((n) =>
              el(
                'NieuwProduct',
                product(n),
                el('GewensteIngangsdatum', n.begin),
                als(n.einde, (e) => el('Einddatum', e)),
                omvang(n),
              ),
            ),
          ),
        ),
      );
    case 'JW319':
      return el(
        'Antwoord',
        el('ReferentieAanbieder', m.referentie),
        el('VerzoekAntwoord', m.antwoord),
        als(m.reden, (r) => el('RedenAfwijzingVerzoek', r)),
      );
    case 'JW323':
      return el(
        'Declaratie',
        el('DeclaratieNummer', m.nummer),
        el('DeclaratiePeriode', b('Begindatum', `${m.maand}-01`), b('Einddatum', laatsteVan(m.maand))),
        el('DeclaratieDagtekening', m.dagtekening),
        el('TotaalIngediendBedrag', b('TotaalBedrag', Math.abs(m.totaal)), b('DebetCredit', m.totaal < 0 ? 'C' : 'D')),
        el(
          'Clienten',
          ...m.clienten.map((c) => el('Client', el('Bsn', c.bsn), el('Prestaties', ...c.prestaties.map(prestatie)))),
        ),
      );
  }
}

const lijst = (naam: string, items: readonly string[]) => (items.length === 0 ? null : el(naam, ...items));

function prestatie(p: Prestatie): string {
  return el(
    'Prestatie',
    el(
      'ProductReferentie',
      b('ReferentieNummer', p.referentie),
      als(p.vorige, (v) => b('VorigReferentieNummer', v)),
    ),
    el('ToewijzingNummer', p.nummer),
    el('ProductCategorie', p.categorie),
    el('ProductCode', p.code),
    el('ProductPeriode', b('Begindatum', p.begin), b('Einddatum', p.einde)),
    el('GeleverdVolume', p.volume),
    el('Eenheid', p.eenheid),
    als(p.tarief, (t) => el('ProductTarief', t)),
    el('IngediendBedrag', b('Bedrag', p.bedrag), b('DebetCredit', p.dc)),
  );
}
