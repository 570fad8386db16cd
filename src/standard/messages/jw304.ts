import { defineMessage } from './message-descriptor.ts';

/** Answer of the gemeente on a JW303. It has no Identificatie: it is called as what it answers. */
export const JW304 = defineMessage({
  type: 'JW304',
  aard: 'declaratie-antwoord',
  zender: 'gemeente',
  antwoord: null,
  codes: ['433', '451'],
  header: {
    gemeente: 'Gemeente',
    aanbieder: 'Aanbieder',
    identificatie: 'DeclaratieFactuurIdentificatie/DeclarantFactuurNummer',
  },
  eigenIdentificatie: false,
  naamVanHeen: 'Header/DeclaratieFactuurIdentificatie/DeclarantFactuurNummer',
  perRelease: {
    '2.3': { lines: ['Clienten/Client/Prestaties/Prestatie'], besluitNummers: 'none', toewijzingen: 'van-clienten' },
    '3.2': null,
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
