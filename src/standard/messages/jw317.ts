import { defineMessage } from './message-descriptor.ts';

/** Verzoek om wijziging: one request, on all toewijzingen of a client. Products that stay as they are need nothing. */
export const JW317 = defineMessage({
  type: 'JW317',
  aard: 'heen',
  zender: 'aanbieder',
  antwoord: 'JW318',
  codes: ['486'],
  header: { gemeente: 'Ontvanger', aanbieder: 'Afzender', identificatie: 'BerichtIdentificatie/Identificatie' },
  eigenIdentificatie: true,
  naamVanHeen: null,
  perRelease: {
    '2.3': null,
    '3.2': {
      lines: ['Client/Verzoek/TeWijzigenProducten/TeWijzigenProduct', 'Client/Verzoek/NieuweProducten/NieuwProduct'],
      besluitNummers: 'per-line',
      toewijzingen: 'van-clienten',
    },
  },
  eigenKlassen: ['TeWijzigenProduct', 'NieuwProduct'],
  verzoek: 'VOW',
  beslist: false,
  declaratie: null,
  claims: [{ soort: 'referentieAanbieder', element: 'ReferentieAanbieder' }],
  overDeclaraties: false,
  raakt: null,
  nummers: { identificaties: 1, perLine: false },
  antwoordTermijn: 'retour',
});
