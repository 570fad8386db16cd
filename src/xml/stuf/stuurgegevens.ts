import type { XmlElement } from 'libxml2-wasm';
import { zonderHeelBsn } from '../bsn-in-tekst.ts';
import { childOf, textOf } from './elements.ts';
import type { Herkend, Stuurgegevens, Systeem } from './envelope.ts';

/** Of an envelope that the schema accepted. */
export function stuurgegevensVan(stuur: XmlElement | undefined): Stuurgegevens {
  return {
    zender: systeemVan(childOf(stuur, 'zender')),
    ontvanger: systeemVan(childOf(stuur, 'ontvanger')),
    referentienummer: textOf(stuur, 'referentienummer') ?? '',
    tijdstipBericht: textOf(stuur, 'tijdstipBericht') ?? '',
  };
}

function systeemVan(systeem: XmlElement | undefined): Systeem {
  const administratie = textOf(systeem, 'administratie');
  const gebruiker = textOf(systeem, 'gebruiker');
  return {
    organisatie: textOf(systeem, 'organisatie'),
    applicatie: textOf(systeem, 'applicatie') ?? '',
    ...(administratie === null ? {} : { administratie }),
    ...(gebruiker === null ? {} : { gebruiker }),
  };
}

const REFERENTIE = /^[\w.:/+-]{1,40}$/;
const CODE = /^[\dA-Za-z]{2,10}$/;

/**
 * Of an envelope that is not as it should be: what has the form of a reference or a code goes back to its sender, so that it
 * knows which envelope is refused; nothing else does.
 */
export function herkendIn(stuur: XmlElement | undefined): Herkend {
  const referentie = textOf(stuur, 'referentienummer');
  return {
    zender: herkendSysteem(childOf(stuur, 'zender')),
    ontvanger: herkendSysteem(childOf(stuur, 'ontvanger')),
    referentienummer: referentie !== null && REFERENTIE.test(referentie) ? zonderHeelBsn(referentie) : null,
  };
}

function herkendSysteem(systeem: XmlElement | undefined): Systeem | null {
  const organisatie = textOf(systeem, 'organisatie');
  return organisatie !== null && CODE.test(organisatie) ? { organisatie, applicatie: '' } : null;
}

export const NIETS_HERKEND: Herkend = { zender: null, ontvanger: null, referentienummer: null };

/** The same of an envelope that breaks off: its first bytes, by their markup alone. */
export function herkendInBegin(skelet: Uint8Array): Herkend {
  const tekst = new TextDecoder().decode(skelet);
  const [, referentie = ''] = /<(?:\w+:)?referentienummer>([^<]+)</.exec(tekst) ?? [];
  const [zender, ontvanger] = [/<(?:\w+:)?zender>/, /<(?:\w+:)?ontvanger>/].map((wie) => {
    const deel = tekst.slice(Math.max(tekst.search(wie), 0));
    const [, organisatie = ''] = /<(?:\w+:)?organisatie>([^<]+)</.exec(deel) ?? [];
    return CODE.test(organisatie) ? { organisatie, applicatie: '' } : null;
  });
  return {
    zender: zender ?? null,
    ontvanger: ontvanger ?? null,
    referentienummer: REFERENTIE.test(referentie) ? zonderHeelBsn(referentie) : null,
  };
}
