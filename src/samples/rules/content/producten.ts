import { plusDagen } from '../../../standard/datum.ts';
import type { Bericht, Groep } from '../../../xml/tree.ts';
import type { Decor } from '../../decor.ts';
import { jw301, toegewezen, toegewezenLijst } from '../../messages/toewijzing.ts';
import { jw317, straks, teWijzigen } from '../../messages/verzoek.ts';
import { type Sjabloon, sjabloon } from '../../scenario.ts';
import type { UitgangspuntSoort } from '../../uitgangspunt.ts';
import { met, zonder } from '../../wijzig.ts';
import { BEIDE, inhoud, NIEUW } from './inhoud.ts';

/** What a product in a JW301, JW315 or JW317 must, may and may not hold. */

interface Klasse {
  readonly type: UitgangspuntSoort;
  readonly pad: (bericht: Bericht) => string;
  /** The first day of its period. */
  readonly begin: (decor: Decor) => string;
  /** The element with the last day. */
  readonly einde: string;
  readonly naam: string;
}

const TOEGEWEZEN: Klasse = {
  type: 'JW301',
  pad: (b) => `${toegewezenLijst(b)}[2]`,
  begin: (d) => d.begin,
  einde: 'Einddatum',
  naam: '',
};
const AANGEVRAAGD: Klasse = {
  type: 'JW315',
  pad: () => 'Client/AangevraagdeProducten/AangevraagdProduct[1]',
  begin: straks,
  einde: 'ToewijzingEinddatum',
  naam: '',
};
const TE_WIJZIGEN: Klasse = {
  type: 'JW317',
  pad: () => 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]',
  begin: (d) => d.begin,
  einde: 'Einddatum',
  naam: 'wijziging',
};
const NIEUW_PRODUCT: Klasse = {
  type: 'JW317',
  pad: () => 'Client/Verzoek/NieuweProducten/NieuwProduct[1]',
  begin: straks,
  einde: 'Einddatum',
  naam: 'nieuw',
};
const ALLE = [TOEGEWEZEN, AANGEVRAAGD, NIEUW_PRODUCT, TE_WIJZIGEN];
const MET_PRODUCT = [TOEGEWEZEN, AANGEVRAAGD, NIEUW_PRODUCT];

const releasesVan = ({ type }: Klasse) => (type === 'JW317' ? NIEUW : BEIDE);

/** Of another categorie, without code, with a budget: what an aspecific product looks like. */
const ASPECIFIEK: Groep = { Product: { Categorie: '46' }, Omvang: undefined, Budget: '500000' };

function metBudget(b: Bericht, { pad }: Klasse): Bericht {
  return met(b, ...Object.entries(ASPECIFIEK).map(([naam, waarde]) => [`${pad(b)}/${naam}`, waarde] as const));
}

/** Rules that hold in each klasse alike. */
function perKlasse(klasse: Klasse): Sjabloon[] {
  const { type, pad, begin, einde, naam } = klasse;
  const releases = releasesVan(klasse);
  return [
    inhoud('CS003', type, releases, (b, d) => met(b, [`${pad(b)}/${einde}`, plusDagen(begin(d), -1)]), {
      naam,
      eerst: (b, d) => met(b, [`${pad(b)}/${einde}`, begin(d)]),
    }),
    inhoud('CD076', type, NIEUW, (b) => zonder(b, `${pad(b)}/${einde}`), {
      naam,
      eerst: (b) => met(b, [`${pad(b)}/Omvang`, { Volume: '60', Eenheid: '01', Frequentie: '2' }]),
    }),
    inhoud(type === 'JW315' ? 'CS343' : 'CS338', type, NIEUW, (b) => met(b, [`${pad(b)}/Omvang/Frequentie`, '1']), {
      naam,
      eerst: (b) => met(b, [`${pad(b)}/Omvang`, { Volume: '3', Eenheid: '14', Frequentie: '6' }]),
    }),
    inhoud('CD077', type, NIEUW, (b) => met(b, [`${pad(b)}/Budget`, '500000']), { naam }),
    inhoud('CD078', type, NIEUW, (b) => met(b, [`${pad(b)}/Budget`, '500000']), { naam }),
  ];
}

const ZONDER_CODE: readonly (readonly [code: string, klasse: Klasse])[] = [
  ['CD080', TOEGEWEZEN],
  ['CD095', AANGEVRAAGD],
  ['CD096', NIEUW_PRODUCT],
];

export const PRODUCTEN: readonly Sjabloon[] = [
  ...ALLE.flatMap(perKlasse),
  ...MET_PRODUCT.map((klasse) =>
    inhoud('CD041', klasse.type, releasesVan(klasse), (b) => zonder(b, `${klasse.pad(b)}/Omvang`)),
  ),
  ...MET_PRODUCT.map((klasse) =>
    inhoud('CD075', klasse.type, NIEUW, (b) => zonder(b, `${klasse.pad(b)}/${klasse.einde}`), {
      naam: klasse.naam,
      eerst: (b) => metBudget(b, klasse),
    }),
  ),
  sjabloon(
    'CD075',
    NIEUW,
    (d) => {
      const goed = jw317(d, { anders: [teWijzigen(d, { Omvang: undefined, Budget: '600000' })] });
      return {
        voor: [jw301(d, [toegewezen(d, ASPECIFIEK)])],
        goed,
        fout: zonder(goed, `${TE_WIJZIGEN.pad(goed)}/Einddatum`),
      };
    },
    TE_WIJZIGEN.naam,
  ),
  ...[AANGEVRAAGD, NIEUW_PRODUCT].map((klasse) =>
    inhoud('CD079', klasse.type, NIEUW, (b) => zonder(b, `${klasse.pad(b)}/Product`), {
      eerst: (b) => zonder(met(b, [`${klasse.pad(b)}/Product`, { Categorie: '46' }]), `${klasse.pad(b)}/Omvang`),
    }),
  ),
  inhoud('CD079', 'JW301', NIEUW, (b) => zonder(b, `${toegewezenLijst(b)}[1]/Product`), {
    eerst: (_b, d) => jw301(d, [toegewezen(d, { ...ASPECIFIEK, Budget: undefined })]),
  }),
  ...ZONDER_CODE.map(([code, klasse]) =>
    inhoud(code, klasse.type, NIEUW, (b) => zonder(b, `${klasse.pad(b)}/Product/Code`), {
      eerst: (b) =>
        met(
          b,
          [`${klasse.pad(b)}/Product`, { Categorie: '46', Code: '46A01' }],
          [`${klasse.pad(b)}/Omvang`, { Volume: '50000', Eenheid: '83', Frequentie: '6' }],
        ),
    }),
  ),
];
