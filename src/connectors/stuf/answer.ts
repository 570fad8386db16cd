import { randomUUID } from 'node:crypto';
import { foutBetekenis, foutcode, NIET_VERWERKT, type Weigergrond } from '../../standard/codelists/foutcodes.ts';
import { inAmsterdam } from '../../standard/datum.ts';
import { PRODUCT } from '../../standard/product.ts';
import type { Herkend, StufAntwoord, Stuurgegevens, Systeem } from '../../xml/stuf/envelope.ts';

/** `yyyyMMddHHmmss`, Dutch time. */
export function tijdstip(moment: Date): string {
  const { datum, tijd } = inAmsterdam(moment);
  return `${datum}${tijd}`.replace(/[-:]/g, '');
}

export function bevestiging(op: Herkend, nu: Date): StufAntwoord {
  return { soort: 'Bv03', ...terug(op, nu), fout: null };
}

/** An envelope that cannot be taken, by the list of codes that holds now. `reden` says what to do. */
export function weigering(op: Herkend, grond: Weigergrond, reden: string, nu: Date): StufAntwoord {
  const { datum } = inAmsterdam(nu);
  const code = foutcode(grond, datum);
  const omschrijving = foutBetekenis(code, datum) ?? 'De envelop kan niet worden aangenomen';
  return { soort: 'Fo03', ...terug(op, nu), fout: { code, plek: 'client', omschrijving, details: reden } };
}

/** Our own trouble: nothing was taken. */
export function storing(op: Herkend, nu: Date): StufAntwoord {
  const fout = {
    code: NIET_VERWERKT,
    plek: 'server',
    omschrijving: 'Proces voor afhandelen bericht geeft fout',
    details: 'De gateway kan nu niet bij de opslag. Er is niets bevestigd; stuur dezelfde envelop later opnieuw.',
  } as const;
  return { soort: 'Fo03', ...terug(op, nu), fout };
}

/** The answer goes back the way it came: who it was for answers, to who sent it, about its number. */
function terug(op: Herkend, nu: Date): Stuurgegevens & Pick<StufAntwoord, 'crossRefnummer'> {
  return {
    zender: { organisatie: op.ontvanger?.organisatie ?? null, applicatie: PRODUCT.naam },
    ontvanger: systeem(op.zender),
    referentienummer: randomUUID(),
    tijdstipBericht: tijdstip(nu),
    crossRefnummer: op.referentienummer ?? '',
  };
}

/** An applicatie has three characters at least; what could not be read has none. */
function systeem(zender: Systeem | null): Systeem {
  if (zender === null) return { organisatie: null, applicatie: 'onbekend' };
  return zender.applicatie.length < 3 ? { ...zender, applicatie: 'onbekend' } : zender;
}
