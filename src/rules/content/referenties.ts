import type { BerichtType } from '../../standard/message-types.ts';
import { prestatieVan } from '../declaration/prestatie.ts';
import type { Klasse } from '../klasse.ts';
import type { Omgeving, Regel } from '../regel.ts';
import { alsFout, BEIDE_RELEASES, inhoudsregel } from './inhoudsregel.ts';
import { herhalingen } from './sleutels.ts';

/**
 * How prestaties of one message refer to each other and to earlier ones: debet and credit
 * (docs/decisions/debet-and-credit.md).
 */

const DECLARATIES: readonly BerichtType[] = ['JW323', 'JW303'];
const VORIG = 'ProductReferentie/VorigReferentieNummer';
const BEIDE = { berichten: DECLARATIES, klassen: ['Header'], releases: BEIDE_RELEASES };

const prestatiesIn = ({ klassen }: Omgeving) => klassen.filter((klasse) => klasse.naam === 'Prestatie');
const bij = (element: string) => (klasse: Klasse) => ({ klasse, element });

export const REFERENTIE_REGELS: readonly Regel[] = [
  ...inhoudsregel(
    'CD060',
    { berichten: ['JW323', 'JW325', 'JW303', 'JW304'], klassen: ['Prestatie'], releases: BEIDE_RELEASES },
    (prestatie) => {
      const { debetCredit, vorigeReferentie } = prestatieVan(prestatie);
      const teken = debetCredit === 'C' ? 'C (credit)' : 'D (debet)';
      return alsFout((debetCredit === 'C') !== (vorigeReferentie !== null), VORIG, { teken });
    },
  ),
  ...inhoudsregel('TR315', BEIDE, (_header, omgeving) =>
    herhalingen(prestatiesIn(omgeving), (klasse) => prestatieVan(klasse).vorigeReferentie ?? undefined).map(bij(VORIG)),
  ),
  ...inhoudsregel('TR316', BEIDE, (_header, omgeving) => {
    const prestaties = prestatiesIn(omgeving);
    const eigen = new Set<string | null>(prestaties.map((klasse) => prestatieVan(klasse).referentie));
    return prestaties.filter((klasse) => eigen.has(prestatieVan(klasse).vorigeReferentie)).map(bij(VORIG));
  }),
  ...inhoudsregel('TR416', { berichten: ['JW323'], klassen: ['Header'] }, (_header, omgeving) =>
    herhalingen(prestatiesIn(omgeving), (klasse) => {
      const { debetCredit, begin, einde, categorie, code, toewijzingNummer } = prestatieVan(klasse);
      return debetCredit === 'C' ? undefined : [toewijzingNummer, categorie, code, begin, einde].join('|');
    }).map((klasse) => {
      const { begin, einde } = prestatieVan(klasse);
      return { klasse, element: 'ProductPeriode', waarden: { begin, einde } };
    }),
  ),
];
