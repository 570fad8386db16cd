import { defineMessage } from './message-descriptor.ts';

/** Declaratie or factuur of iJW 2.3. The order of DeclaratiePeriodes runs over all clients. */
export const JW303 = defineMessage({
  type: 'JW303',
  aard: 'heen',
  zender: 'aanbieder',
  antwoord: 'JW304',
  codes: ['432', '450'],
  header: {
    gemeente: 'Gemeente',
    aanbieder: 'Aanbieder',
    identificatie: 'DeclaratieFactuurIdentificatie/DeclarantFactuurNummer',
  },
  eigenIdentificatie: false,
  naamVanHeen: null,
  perRelease: {
    '2.3': { lines: ['Clienten/Client/Prestaties/Prestatie'], besluitNummers: 'none', toewijzingen: 'van-clienten' },
    '3.2': null,
  },
  eigenKlassen: [],
  verzoek: null,
  beslist: false,
  declaratie: { in: 'Header/DeclaratieFactuurIdentificatie', nummer: 'DeclarantFactuurNummer' },
  claims: [
    { soort: 'declaratie', element: 'DeclarantFactuurNummer' },
    { soort: 'prestatie', element: 'ReferentieNummer' },
  ],
  overDeclaraties: true,
  raakt: 'declaraties',
  nummers: { identificaties: 1, perLine: false },
  antwoordTermijn: 'factuur-antwoord',
});
