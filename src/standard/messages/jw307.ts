import { defineMessage } from './message-descriptor.ts';

/** Stop of help. */
export const JW307 = defineMessage({
  type: 'JW307',
  aard: 'heen',
  zender: 'aanbieder',
  antwoord: 'JW308',
  codes: ['440'],
  header: { gemeente: 'Ontvanger', aanbieder: 'Afzender', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: null,
  perRelease: {
    '2.3': { lines: ['Client/StopProducten/StopProduct'], besluitNummers: 'none', toewijzingen: 'van-clienten' },
    '3.2': { lines: ['Client/StopProducten/StopProduct'], besluitNummers: 'none', toewijzingen: 'genoemd' },
  },
  eigenKlassen: ['StopProduct'],
  verzoek: null,
  beslist: false,
  declaratie: null,
  claims: [],
  overDeclaraties: false,
  raakt: null,
  nummers: { identificaties: 1, perLine: false },
  antwoordTermijn: 'retour',
});
