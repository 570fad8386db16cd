import { defineMessage } from './message-descriptor.ts';

/** Retour on the JW301. */
export const JW302 = defineMessage({
  type: 'JW302',
  aard: 'retour',
  zender: 'aanbieder',
  antwoord: null,
  codes: ['437'],
  header: { gemeente: 'Afzender', aanbieder: 'Ontvanger', identificatie: 'BerichtIdentificatie/Identificatie' },
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
