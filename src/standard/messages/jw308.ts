import { defineMessage } from './message-descriptor.ts';

/** Retour on the JW307. */
export const JW308 = defineMessage({
  type: 'JW308',
  aard: 'retour',
  zender: 'gemeente',
  antwoord: null,
  codes: ['441'],
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
