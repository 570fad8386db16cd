import { defineMessage } from './message-descriptor.ts';

/** Retour on the JW315. */
export const JW316 = defineMessage({
  type: 'JW316',
  aard: 'retour',
  zender: 'gemeente',
  antwoord: null,
  codes: ['447'],
  header: { gemeente: 'Ontvanger', aanbieder: 'Afzender', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: false,
  naamVanHeen: 'Header/BerichtIdentificatie/Identificatie',
  perRelease: {
    '2.3': { lines: [], besluitNummers: 'none' },
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
