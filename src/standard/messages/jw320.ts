import { defineMessage } from './message-descriptor.ts';

/** Retour on the JW319. */
export const JW320 = defineMessage({
  type: 'JW320',
  aard: 'retour',
  zender: 'aanbieder',
  antwoord: null,
  codes: ['489'],
  header: { gemeente: 'Afzender', aanbieder: 'Ontvanger', identificatie: 'BerichtIdentificatie/Identificatie' },
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
