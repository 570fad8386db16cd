import type { BerichtType, Release } from '../standard/message-types.ts';
import { MESSAGES } from '../standard/messages/index.ts';
import { below, type ElementPath } from '../standard/path.ts';
import type { Bericht } from './tree.ts';
import { waardeVan } from './tree.ts';

export interface Partijen {
  readonly gemeente: string;
  readonly aanbieder: string;
  /** The party that really sends the message, and the one it is for (by BerichtCode: IV028). */
  readonly zender: string;
  readonly ontvanger: string;
}

/** What the Header of a message tells: whose it is, and what it is called. */
export interface Kop extends Partijen {
  readonly type: BerichtType;
  readonly release: Release;
  /** As the header says; for JW303 and JW304, which have none, Gemeente and Aanbieder in the order of sending. */
  readonly afzender: string;
  /** BerichtIdentificatie/Identificatie; DeclarantFactuurNummer for JW303 and JW304. Null when it cannot be read. */
  readonly identificatie: string | null;
  /** IdentificatieRetour; null for what is no retourbericht. */
  readonly identificatieRetour: string | null;
}

/** A value of the Header by its path below it. */
type HeaderWaarde = (pad: ElementPath) => string | undefined;

/** Who is who in a valid message. */
export function partijenVan({ type, inhoud }: Bericht): Partijen {
  return partijenUit(type, (pad) => waardeVan(inhoud, below('Header', pad)));
}

/** The Header of a valid message. */
export function kopVan({ type, release, inhoud }: Bericht): Kop {
  return kopUit(type, release, (pad) => waardeVan(inhoud, below('Header', pad)));
}

/** The same of any values: the look at the door reads a Header with other eyes, and must find what the reader finds. */
export function kopUit(type: BerichtType, release: Release, waarde: HeaderWaarde): Kop {
  const partijen = partijenUit(type, waarde);
  return {
    type,
    release,
    ...partijen,
    afzender: waarde('Afzender') ?? partijen.zender,
    identificatie: waarde(MESSAGES[type].header.identificatie) || null,
    identificatieRetour: waarde('IdentificatieRetour') || null,
  };
}

function partijenUit(type: BerichtType, waarde: HeaderWaarde): Partijen {
  const soort = MESSAGES[type];
  const gemeente = waarde(soort.header.gemeente) ?? '';
  const aanbieder = waarde(soort.header.aanbieder) ?? '';
  return soort.zender === 'gemeente'
    ? { gemeente, aanbieder, zender: gemeente, ontvanger: aanbieder }
    : { gemeente, aanbieder, zender: aanbieder, ontvanger: gemeente };
}
