import type { Jw317, Jw319 } from '../bericht.ts';
import { als, el, lijst } from './element.ts';
import { omvang, product } from './product.ts';

const van = (begin: string, einde: string | null) =>
  el('GewensteIngangsdatum', begin) + (als(einde, (e) => el('Einddatum', e)) ?? '');

export const jw317 = (m: Jw317) =>
  el(
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
          el('TeWijzigenProduct', el('ToewijzingNummer', w.nummer), van(w.begin, w.einde), omvang(w)),
        ),
      ),
      lijst(
        'NieuweProducten',
        m.nieuw.map((n) => el('NieuwProduct', product(n), van(n.begin, n.einde), omvang(n))),
      ),
    ),
  );

export const jw319 = (m: Jw319) =>
  el(
    'Antwoord',
    el('ReferentieAanbieder', m.referentie),
    el('VerzoekAntwoord', m.antwoord),
    als(m.reden, (r) => el('RedenAfwijzingVerzoek', r)),
  );
