import type { Aangevraagd, Jw301, Jw305, Jw307, Jw315, Start, Stop, Toegewezen } from '../bericht.ts';
import { als, b, el, persoon } from './element.ts';
import { geleverd, omvang, product } from './product.ts';

const CONTACT = el(
  'Contactgegevens',
  el(
    'Contact',
    el('Soort', '01'),
    el('Adres', b('Huis', b('Huisnummer', 12)), b('Postcode', '1181AA'), b('LandCode', 'NL')),
  ),
);

const toegewezen = (t: Toegewezen) =>
  el(
    'ToegewezenProduct',
    als(t.nummer, (n) => el('ToewijzingNummer', n)),
    als(t.referentie, (r) => el('ReferentieAanbieder', r)),
    product(t),
    el('Toewijzingsdatum', t.datum),
    el('Toewijzingstijd', t.tijd),
    el('Ingangsdatum', t.begin),
    als(t.einde, (e) => el('Einddatum', e)),
    als(t.reden, (r) => el('RedenWijziging', r)),
    omvang(t),
  );

/** iJW 2.3 has its products inside a Beschikking. */
export function jw301({ bsn, producten, release }: Jw301): string {
  const lijst = el('ToegewezenProducten', ...producten.map(toegewezen));
  const beschikking = el(
    'Beschikking',
    el('BeschikkingNummer', 1),
    el('Afgiftedatum', '2026-03-01'),
    el('Ingangsdatum', '2026-03-01'),
    lijst,
  );
  return el('Client', persoon(bsn, b('NaamGebruik', 1)), CONTACT, release === '2.3' ? beschikking : lijst);
}

/** iJW 2.3 has a StatusAanlevering of the Client as well. */
const client = ({ bsn, release }: Jw305 | Jw307, lijst: string) =>
  el('Client', persoon(bsn), release === '2.3' ? el('StatusAanlevering', 1) : null, lijst);

const start = ({ nummer, code, begin }: Start) =>
  (als(nummer, (n) => el('ToewijzingNummer', n)) ?? '') + geleverd(code) + el('Begindatum', begin);

export const jw305 = (m: Jw305) =>
  client(
    m,
    el('StartProducten', ...m.producten.map((s) => el('StartProduct', start(s), el('StatusAanlevering', s.status)))),
  );

const stop = (s: Stop) =>
  el(
    'StopProduct',
    start(s),
    el('RedenBeeindiging', s.reden),
    el('Einddatum', s.einde),
    el('StatusAanlevering', s.status),
  );
export const jw307 = (m: Jw307) => client(m, el('StopProducten', ...m.producten.map(stop)));

const aangevraagd = (a: Aangevraagd, release: string) =>
  el(
    'AangevraagdProduct',
    el('ReferentieAanbieder', a.referentie),
    product(a),
    el('ToewijzingIngangsdatum', a.begin),
    als(a.einde, (e) => el('ToewijzingEinddatum', e)),
    omvang(a),
    el(
      'Verwijzer',
      b('Type', a.verwijzer),
      release === '3.2' && a.verwijzer === '02' ? b('ZorgverlenerCode', '01000001') : null,
    ),
  );
export const jw315 = ({ bsn, producten, release }: Jw315) =>
  el('Client', persoon(bsn), el('AangevraagdeProducten', ...producten.map((a) => aangevraagd(a, release))));
