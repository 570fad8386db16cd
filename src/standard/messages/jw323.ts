import { defineMessage } from './message-descriptor.ts';

/** Declaratie. The order of DeclaratiePeriodes runs over all clients. */
export const JW323 = defineMessage({
  type: 'JW323',
  aard: 'heen',
  zender: 'aanbieder',
  antwoord: 'JW325',
  codes: ['490'],
  header: { gemeente: 'Ontvanger', aanbieder: 'Afzender', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: null,
  perRelease: {
    '2.3': null,
    '3.2': {
      lines: ['Declaratie/Clienten/Client/Prestaties/Prestatie'],
      besluitNummers: 'none',
      toewijzingen: 'van-clienten',
    },
  },
  eigenKlassen: [],
  verzoek: null,
  beslist: false,
  declaratie: { in: 'Declaratie', nummer: 'DeclaratieNummer' },
  claims: [
    { soort: 'declaratie', element: 'DeclaratieNummer' },
    { soort: 'prestatie', element: 'ReferentieNummer' },
  ],
  overDeclaraties: true,
  raakt: 'declaraties',
  nummers: { identificaties: 1, perLine: false },
  antwoordTermijn: 'declaratie-antwoord',
});
