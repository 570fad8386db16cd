import type { HeenBericht, Jw304, ModelBericht } from '../bericht.ts';
import { jw301, jw305, jw307, jw315 } from './client.ts';
import { identificatie303, jw303, jw323 } from './declaratie.ts';
import { b, el, totaal } from './element.ts';
import { jw304, jw325, kop304, metCodes, retourcodes } from './retour.ts';
import { jw317, jw319 } from './verzoek.ts';

/** BerichtCode, and whether the header names the gemeente first. */
const SOORTEN = {
  JW301: [436, true],
  JW302: [437, true],
  JW305: [438, false],
  JW306: [439, false],
  JW307: [440, false],
  JW308: [441, false],
  JW315: [446, false],
  JW316: [447, false],
  JW317: [486, false],
  JW318: [487, false],
  JW319: [488, true],
  JW320: [489, true],
  JW323: [490, false],
  JW325: [491, true],
} as const;

/** A model message as the bytes that a party would send. */
export function schrijf(bericht: ModelBericht): Uint8Array {
  const p = bericht.type.toLowerCase();
  const ns = (deel: string) => `http://www.istandaarden.nl/ijw/${bericht.release.replace('.', '_')}/${deel}/schema`;
  const tekst = `${el('Header', versie(bericht), kop(bericht))}${lichaam(bericht)}`
    .replaceAll('<:', '<ijw:')
    .replaceAll('</:', '</ijw:')
    .replaceAll('<_', `<${p}:`)
    .replaceAll('</_', `</${p}:`);
  return new TextEncoder().encode(
    `<?xml version="1.0" encoding="UTF-8"?>\r\n<${p}:Bericht xmlns:ijw="${ns('basisschema')}" xmlns:${p}="${ns(p)}">${tekst}</${p}:Bericht>`,
  );
}

const XSD_VERSIE = b('BasisschemaXsdVersie', '1.0.0') + b('BerichtXsdVersie', '1.0.0');

function versie(m: ModelBericht): string {
  const [hoofd = '', sub = ''] = m.release.split('.');
  return el('BerichtCode', code(m)) + el('BerichtVersie', hoofd) + el('BerichtSubversie', sub);
}

function code(m: ModelBericht): number {
  if (m.type === 'JW303') return m.vorm === 'factuur' ? 450 : 432;
  if (m.type === 'JW304') return m.vorm === 'factuur' ? 451 : 433;
  return SOORTEN[m.type][0];
}

function kop(m: ModelBericht): string {
  if (m.type === 'JW303') {
    return (
      kopVanDeclaratie(m) +
      identificatie303(m) +
      el('DeclaratieFactuurBedragen', b('DeclaratieFactuurTotaalBedrag', totaal(m.totaal)))
    );
  }
  if (m.type === 'JW304') return kopVanDeclaratie(m) + kop304(m);
  const [afzender, ontvanger] = SOORTEN[m.type][1] ? [m.gemeente, m.aanbieder] : [m.aanbieder, m.gemeente];
  return (
    el('Afzender', afzender) +
    el('Ontvanger', ontvanger) +
    el('BerichtIdentificatie', identificatie(m)) +
    (m.release === '2.3' ? '' : el('XsdVersie', XSD_VERSIE)) +
    staart(m)
  );
}

const identificatie = (m: { readonly identificatie: string; readonly dagtekening: string }) =>
  b('Identificatie', m.identificatie) + b('Dagtekening', m.dagtekening);

const kopVanDeclaratie = (m: { readonly gemeente: string; readonly aanbieder: string }) =>
  el('Gemeente', m.gemeente) + el('Aanbieder', m.aanbieder) + el('BetalingAanID', '02');

/** What the header of an answer has after that. */
function staart(m: Exclude<ModelBericht, Jw304>): string {
  if (m.type === 'JW325') {
    return (
      el('DeclaratieIdentificatie', identificatie(m.op)) +
      el('XsdVersieDeclaratie', XSD_VERSIE) +
      retourcodes(m.kopcodes)
    );
  }
  if (!('echo' in m)) return '';
  const eigen = el('IdentificatieRetour', 'EIGEN1') + el('DagtekeningRetour', '2026-06-15');
  return eigen + (m.release === '2.3' ? '' : el('XsdVersieRetour', XSD_VERSIE)) + retourcodes(m.codes);
}

function lichaam(m: ModelBericht): string {
  if (m.type === 'JW304') return jw304(m);
  if (m.type === 'JW325') return jw325(m);
  if ('echo' in m) return m.echo === null ? '' : metCodes(vanHeen(m.echo));
  return vanHeen(m);
}

function vanHeen(m: HeenBericht): string {
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
