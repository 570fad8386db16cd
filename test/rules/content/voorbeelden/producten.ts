import type { Bericht, Groep } from '../../../../src/xml/tree.ts';
import { bericht, erbij, met, zonder } from '../../builders.ts';
import { type Fout, fout, type Goed, goed } from './voorbeeld.ts';

const jw301 = bericht('JW301');
const jw315 = bericht('JW315');
const jw317 = bericht('JW317');
const oud301 = bericht('JW301', '2.3');
const oud315 = bericht('JW315', '2.3');
const TOE = 'Client/ToegewezenProducten/ToegewezenProduct[2]';
const OUD_TOE = 'Client/Beschikking/ToegewezenProducten/ToegewezenProduct[2]';
const AAN = 'Client/AangevraagdeProducten/AangevraagdProduct[2]';
const WIJ = 'Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct[1]';
const NIEUW = 'Client/Verzoek/NieuweProducten/NieuwProduct[1]';

/** With Budget in place of Omvang; a code may not stand with it (CD041). */
function metBudget(basis: Bericht, pad: string): Bericht {
  const kaal = met(basis, [`${pad}/Budget`, '500000']);
  return zonder(pad === WIJ ? kaal : met(kaal, [`${pad}/Product`, { Categorie: '46' }]), `${pad}/Omvang`);
}

function omvang(basis: Bericht, pad: string, eenheid: string, frequentie: string): Bericht {
  return met(basis, [`${pad}/Omvang`, { Volume: '3', Eenheid: eenheid, Frequentie: frequentie }]);
}

const generiek = (basis: Bericht, pad: string) => zonder(metBudget(basis, pad), `${pad}/Product`);
const zonderProduct = { ReferentieAanbieder: 'R3', ToewijzingIngangsdatum: '2026-04-01', Verwijzer: { Type: '01' } };
const nieuw = (wijziging: Groep) => erbij(jw317, 'Client/Verzoek/NieuweProducten/NieuwProduct', wijziging);

export const PRODUCT_FOUT: readonly Fout[] = [
  fout('CS003', met(oud315, [`${AAN}/ToewijzingEinddatum`, '2026-03-31'])),
  fout('CD041', zonder(oud315, `${AAN}/Omvang`)),
  fout('CD079', met(jw315, ['Client/AangevraagdeProducten/AangevraagdProduct', [zonderProduct]])),
  fout('CD079', zonder(jw317, `${NIEUW}/Product`, `${NIEUW}/Omvang`)),
  fout('CD041', zonder(jw301, `${TOE}/Omvang`)),
  fout('CD041', zonder(jw315, `${AAN}/Omvang`)),
  fout('CD041', zonder(jw317, `${NIEUW}/Omvang`)),
  fout('CD041', zonder(oud301, `${OUD_TOE}/Omvang`)),
  fout('CD075', zonder(metBudget(jw301, TOE), `${TOE}/Einddatum`)),
  fout('CD075', zonder(metBudget(jw315, AAN), `${AAN}/ToewijzingEinddatum`)),
  fout('CD075', zonder(metBudget(jw317, NIEUW), `${NIEUW}/Einddatum`)),
  fout('CD075', zonder(metBudget(jw317, WIJ), `${WIJ}/Einddatum`)),
  fout('CD076', zonder(omvang(jw301, TOE, '01', '2'), `${TOE}/Einddatum`)),
  fout('CD076', zonder(omvang(jw315, AAN, '01', '2'), `${AAN}/ToewijzingEinddatum`)),
  fout('CD076', zonder(omvang(jw317, NIEUW, '01', '2'), `${NIEUW}/Einddatum`)),
  fout('CD076', zonder(omvang(jw317, WIJ, '01', '2'), `${WIJ}/Einddatum`)),
  fout('CD077', met(jw301, [`${TOE}/Budget`, '500000']), 'CD078'),
  fout('CD078', met(jw315, [`${AAN}/Budget`, '500000']), 'CD077'),
  fout('CD077', met(jw317, [`${NIEUW}/Budget`, '500000']), 'CD078'),
  fout('CD078', met(jw317, [`${WIJ}/Budget`, '500000']), 'CD077'),
  fout(
    'CD079',
    zonder(
      met(jw301, [
        'Client/ToegewezenProducten/ToegewezenProduct',
        [
          {
            ToewijzingNummer: '1',
            Toewijzingsdatum: '2026-03-01',
            Toewijzingstijd: '10:00:00',
            Ingangsdatum: '2026-04-01',
          },
        ],
      ]),
    ),
  ),
  fout('CD080', zonder(jw301, `${TOE}/Product/Code`), 'TR302'),
  fout('CD095', met(jw315, [`${AAN}/Product`, { Categorie: '46' }])),
  fout('CD096', zonder(jw317, `${NIEUW}/Product/Code`)),
  fout('CS338', omvang(jw301, TOE, '14', '1')),
  fout('CS338', omvang(jw317, NIEUW, '16', '1')),
  fout('CS338', zonder(omvang(jw317, WIJ, '84', '1'), `${WIJ}/Einddatum`)),
  fout('CS343', omvang(jw315, AAN, '83', '1')),
  fout('CS003', met(jw301, [`${TOE}/Einddatum`, '2026-03-31'])),
  fout('CS003', met(jw315, [`${AAN}/ToewijzingEinddatum`, '2026-03-31'])),
  fout('CS003', met(jw317, [`${NIEUW}/Einddatum`, '2026-03-31'])),
  fout('CS003', met(jw317, [`${WIJ}/Einddatum`, '2025-12-31'])),
  fout('CS003', met(oud301, [`${OUD_TOE}/Einddatum`, '2026-03-31'])),
  fout('CS335', met(jw301, [`${TOE}/RedenWijziging`, '13'])),
  fout('CS336', met(jw301, [`${TOE}/RedenWijziging`, '01'])),
  fout('TR134', met(jw301, [`${TOE}/Toewijzingsdatum`, '2026-03-03'])),
  fout('TR134', met(oud301, [`${OUD_TOE}/Toewijzingsdatum`, '2026-03-03'])),
  fout('TR302', met(jw301, [`${TOE}/Product/Code`, '45A01'], [`${TOE}/Ingangsdatum`, '2026-09-30'])),
  fout('TR302', zonder(jw301, `${TOE}/Product/Code`, `${TOE}/Omvang`)),
  fout('TR302', generiek(jw301, TOE)),
  fout('TR302', met(oud301, [`${OUD_TOE}/Product/Code`, '45A01'])),
  fout('TR386', met(jw315, [`${AAN}/Product/Code`, '45A01'])),
  fout('TR410', nieuw({ GewensteIngangsdatum: '2026-05-01' })),
  fout('TR380', met(jw317, [`${NIEUW}/GewensteIngangsdatum`, '2026-03-02'])),
];

export const PRODUCT_GOED: readonly Goed[] = [
  goed('CD076', 'geldt niet in iJW 2.3', zonder(omvang(oud301, OUD_TOE, '01', '2'), `${OUD_TOE}/Einddatum`)),
  goed('CD076', 'geldt niet in iJW 2.3', zonder(omvang(oud315, AAN, '01', '2'), `${AAN}/ToewijzingEinddatum`)),
  goed(
    'CD080',
    'geldt niet in iJW 2.3',
    zonder(met(oud301, [`${OUD_TOE}/Product`, { Categorie: '46' }]), `${OUD_TOE}/Einddatum`),
  ),
  goed('CD095', 'geldt niet in iJW 2.3', met(oud315, [`${AAN}/Product`, { Categorie: '46' }])),
  goed('CS338', 'geldt niet in iJW 2.3', omvang(oud301, OUD_TOE, '16', '1')),
  goed('CS343', 'geldt niet in iJW 2.3', omvang(oud315, AAN, '83', '1')),
  goed('TR386', 'geldt niet in iJW 2.3', met(oud315, [`${AAN}/Product/Code`, '45A01'])),
  goed(
    'CD079',
    'generiek',
    generiek(
      erbij(jw301, 'Client/ToegewezenProducten/ToegewezenProduct', {
        ToewijzingNummer: '1003',
        Ingangsdatum: '2027-01-01',
        Einddatum: '2027-12-31',
      }),
      'Client/ToegewezenProducten/ToegewezenProduct[3]',
    ),
  ),
  goed('CD075', 'aspecifiek met budget', metBudget(jw301, TOE)),
  goed('CD041', 'aspecifiek', zonder(met(jw315, [`${AAN}/Product`, { Categorie: '46' }]), `${AAN}/Omvang`)),
  goed(
    'CD080',
    'geëindigd in 2020',
    met(
      zonder(jw301, `${TOE}/Product/Code`),
      [`${TOE}/Ingangsdatum`, '2020-01-01'],
      [`${TOE}/Einddatum`, '2020-12-31'],
    ),
  ),
  goed(
    'CS338',
    'per dag, geëindigd in 2020',
    met(omvang(jw301, TOE, '14', '1'), [`${TOE}/Ingangsdatum`, '2020-01-01'], [`${TOE}/Einddatum`, '2020-12-31']),
  ),
  goed('CS338', 'minuten per dag', omvang(jw301, TOE, '01', '1')),
  goed('CS338', 'per vier weken in iJW 2.3', omvang(oud301, OUD_TOE, '16', '3')),
  goed('CS003', 'een dag', met(jw301, [`${TOE}/Einddatum`, '2026-04-01'])),
  goed('CS335', 'verwijderd', met(jw301, [`${TOE}/RedenWijziging`, '13'], [`${TOE}/Einddatum`, '2026-04-01'])),
  goed('CS336', 'verwijderd in iJW 2.3', met(oud301, [`${OUD_TOE}/RedenWijziging`, '01'])),
  goed('TR134', 'op de dag zelf', met(jw301, [`${TOE}/Toewijzingsdatum`, '2026-03-02'])),
  goed(
    'TR302',
    'aansluitend',
    met(
      jw301,
      [`${TOE}/Product/Code`, '45A01'],
      [`${TOE}/Ingangsdatum`, '2026-10-01'],
      [`${TOE}/Einddatum`, '2026-12-31'],
    ),
  ),
  goed(
    'TR302',
    'verwijderd',
    met(jw301, [`${TOE}/Product/Code`, '45A01'], [`${TOE}/RedenWijziging`, '13'], [`${TOE}/Einddatum`, '2026-04-01']),
  ),
  goed(
    'TR302',
    'andere categorie zonder code',
    zonder(met(jw301, [`${TOE}/Product`, { Categorie: '46' }]), `${TOE}/Omvang`),
  ),
  goed(
    'TR386',
    'aansluitend',
    met(
      jw315,
      [`${AAN}/Product/Code`, '45A01'],
      [`${AAN}/ToewijzingIngangsdatum`, '2026-10-01'],
      [`${AAN}/ToewijzingEinddatum`, '2026-12-31'],
    ),
  ),
  goed('TR410', 'aansluitend', nieuw({ GewensteIngangsdatum: '2027-01-01', Einddatum: '2027-12-31' })),
  goed('TR380', 'de dag erna', met(jw317, [`${NIEUW}/GewensteIngangsdatum`, '2026-03-03'])),
];
