import { defineMessage } from './message-descriptor.ts';

/**
 * Toewijzing: what the gemeente grants a client at this aanbieder. What it removes or lowers is held against what was
 * paid.
 */
export const JW301 = defineMessage({
  type: 'JW301',
  aard: 'heen',
  zender: 'gemeente',
  antwoord: 'JW302',
  codes: ['436'],
  header: { gemeente: 'Afzender', aanbieder: 'Ontvanger', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: null,
  perRelease: {
    '2.3': {
      lines: ['Client/Beschikking/ToegewezenProducten/ToegewezenProduct'],
      besluitNummers: 'none',
      toewijzingen: 'van-clienten',
    },
    '3.2': { lines: ['Client/ToegewezenProducten/ToegewezenProduct'], besluitNummers: 'none', toewijzingen: 'genoemd' },
  },
  eigenKlassen: ['Relatie', 'Contact', 'ToegewezenProduct'],
  verzoek: null,
  beslist: true,
  declaratie: null,
  claims: [{ soort: 'toewijzing', element: 'ToewijzingNummer' }],
  overDeclaraties: true,
  raakt: null,
  nummers: { identificaties: 1, perLine: false },
  antwoordTermijn: 'retour',
});
