import { defineMessage } from './message-descriptor.ts';

/**
 * Verzoek om toewijzing: a request for each product. Judging it may use a JW316, and then one JW301 or a JW319 for
 * each product. In iJW 2.3 one reference may be that of several.
 */
export const JW315 = defineMessage({
  type: 'JW315',
  aard: 'heen',
  zender: 'aanbieder',
  antwoord: 'JW316',
  codes: ['446'],
  header: { gemeente: 'Ontvanger', aanbieder: 'Afzender', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: null,
  perRelease: {
    '2.3': {
      lines: ['Client/AangevraagdeProducten/AangevraagdProduct'],
      besluitNummers: 'per-line',
      toewijzingen: 'van-clienten',
    },
    '3.2': {
      lines: ['Client/AangevraagdeProducten/AangevraagdProduct'],
      besluitNummers: 'one',
      toewijzingen: 'van-clienten',
    },
  },
  eigenKlassen: ['AangevraagdProduct'],
  verzoek: 'VOT',
  beslist: false,
  declaratie: null,
  claims: [{ soort: 'referentieAanbieder', element: 'ReferentieAanbieder' }],
  overDeclaraties: false,
  raakt: null,
  nummers: { identificaties: 2, perLine: true },
  antwoordTermijn: 'retour',
});
