import { defineMessage } from './message-descriptor.ts';

/** Answer of the gemeente on a JW323. */
export const JW325 = defineMessage({
  type: 'JW325',
  aard: 'declaratie-antwoord',
  zender: 'gemeente',
  antwoord: null,
  codes: ['491'],
  header: { gemeente: 'Afzender', aanbieder: 'Ontvanger', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: 'Header/DeclaratieIdentificatie/Identificatie',
  perRelease: {
    '2.3': null,
    '3.2': {
      lines: ['DeclaratieAntwoord/Clienten/Client/Prestaties/Prestatie'],
      besluitNummers: 'none',
      toewijzingen: 'van-clienten',
    },
  },
  eigenKlassen: [],
  verzoek: null,
  beslist: false,
  declaratie: null,
  claims: [],
  overDeclaraties: true,
  raakt: 'alles',
  nummers: { identificaties: 0, perLine: false },
  antwoordTermijn: null,
});
