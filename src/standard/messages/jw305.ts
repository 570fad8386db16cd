import { defineMessage } from './message-descriptor.ts';

/** Start of help. */
export const JW305 = defineMessage({
  type: 'JW305',
  aard: 'heen',
  zender: 'aanbieder',
  antwoord: 'JW306',
  codes: ['438'],
  header: { gemeente: 'Ontvanger', aanbieder: 'Afzender', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: null,
  perRelease: {
    '2.3': { lines: ['Client/StartProducten/StartProduct'], besluitNummers: 'none', toewijzingen: 'van-clienten' },
    '3.2': { lines: ['Client/StartProducten/StartProduct'], besluitNummers: 'none', toewijzingen: 'genoemd' },
  },
  eigenKlassen: ['StartProduct'],
  verzoek: null,
  beslist: false,
  declaratie: null,
  claims: [],
  overDeclaraties: false,
  raakt: null,
  nummers: { identificaties: 1, perLine: false },
  antwoordTermijn: 'retour',
});
