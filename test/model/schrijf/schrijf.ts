import type { ModelBericht } from '../bericht.ts';
import { jw301, jw305, jw307, jw315 } from './client.ts';
import { identificatie303, jw303, jw323 } from './declaratie.ts';
import { b, el, totaal } from './element.ts';
import { jw317, jw319 } from './verzoek.ts';

const CODES = { JW301: 436, JW305: 438, JW307: 440, JW315: 446, JW317: 486, JW319: 488, JW323: 490 } as const;

/** A model message as the bytes that a party would send. */
export function schrijf(bericht: ModelBericht): Uint8Array {
  const p = bericht.type.toLowerCase();
  const ns = (deel: string) => `http://www.istandaarden.nl/ijw/${bericht.release.replace('.', '_')}/${deel}/schema`;
  const tekst = `${el('Header', ...kop(bericht))}${lichaam(bericht)}`
    .replaceAll('<:', '<ijw:')
    .replaceAll('</:', '</ijw:')
    .replaceAll('<_', `<${p}:`)
    .replaceAll('</_', `</${p}:`);
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<${p}:Bericht xmlns:ijw="${ns('basisschema')}" xmlns:${p}="${ns(p)}">${tekst}</${p}:Bericht>`,
  );
}

export const XSD_VERSIE = b('BasisschemaXsdVersie', '1.0.0') + b('BerichtXsdVersie', '1.0.0');

function kop(m: ModelBericht): string[] {
  const code = m.type === 'JW303' ? (m.vorm === 'factuur' ? 450 : 432) : CODES[m.type];
  const [versie = '', subversie = ''] = m.release.split('.');
  const begin = [el('BerichtCode', code), el('BerichtVersie', versie), el('BerichtSubversie', subversie)];
  if (m.type === 'JW303') {
    return [
      ...begin,
      el('Gemeente', m.gemeente),
      el('Aanbieder', m.aanbieder),
      el('BetalingAanID', '02'),
      identificatie303(m),
      el('DeclaratieFactuurBedragen', b('DeclaratieFactuurTotaalBedrag', totaal(m.totaal))),
    ];
  }
  const vanGemeente = m.type === 'JW301' || m.type === 'JW319';
  return [
    ...begin,
    el('Afzender', vanGemeente ? m.gemeente : m.aanbieder),
    el('Ontvanger', vanGemeente ? m.aanbieder : m.gemeente),
    el('BerichtIdentificatie', b('Identificatie', m.identificatie), b('Dagtekening', m.dagtekening)),
    ...(m.release === '2.3' ? [] : [el('XsdVersie', XSD_VERSIE)]),
  ];
}

function lichaam(m: ModelBericht): string {
  switch (m.type) {
    case 'JW301':
      return jw301(m);
    case 'JW303':
      return jw303(m);
    case 'JW305':
      return jw305(m);
    case 'JW307':
      return jw307(m);
    case 'JW315':
      return jw315(m);
    case 'JW317':
      return jw317(m);
    case 'JW319':
      return jw319(m);
    case 'JW323':
      return jw323(m);
  }
}
