import { defineMessage } from './message-descriptor.ts';

/** Answer of the gemeente on a request. It closes the request of a client whose BSN it does not hold. */
export const JW319 = defineMessage({
  type: 'JW319',
  aard: 'heen',
  zender: 'gemeente',
  antwoord: 'JW320',
  codes: ['488'],
  header: { gemeente: 'Afzender', aanbieder: 'Ontvanger', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: null,
  perRelease: {
    '2.3': null,
    '3.2': { lines: [], besluitNummers: 'none', toewijzingen: 'van-clienten' },
  },
  eigenKlassen: [],
  verzoek: null,
  beslist: true,
  declaratie: null,
  claims: [],
  overDeclaraties: false,
  raakt: 'alles',
  nummers: { identificaties: 1, perLine: false },
  antwoordTermijn: 'retour',
});
