import { defineMessage } from './message-descriptor.ts';

/** Retour on the JW317. */
export const JW318 = defineMessage({
  type: 'JW318',
  aard: 'retour',
  zender: 'gemeente',
  antwoord: null,
  codes: ['487'],
  header: { gemeente: 'Ontvanger', aanbieder: 'Afzender', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: false,
  naamVanHeen: 'Header/BerichtIdentificatie/Identificatie',
  perRelease: {
    '2.3': null,
    '3.2': { lines: [], besluitNummers: 'none' },
  },
  eigenKlassen: [],
  verzoek: null,
  beslist: false,
  declaratie: null,
  claims: [],
  overDeclaraties: false,
  raakt: 'alles',
  nummers: { identificaties: 0, perLine: false },
  antwoordTermijn: null,
});
