import type { ModelBericht } from '../bericht.ts';
import { plus } from '../datum.ts';
import type { Kies } from '../keuze.ts';
import type { Versie } from '../naief/gegevens.ts';
import type { Stand } from '../naief/stand.ts';
import { AANBIEDERS, CLIENTEN, GEMEENTEN, VANDAAG } from '../wereld.ts';

/** Messages are made out of what the model knows at that moment: mostly right, and often wrong. */
export interface Omstandigheid {
  readonly kies: Kies;
  readonly stand: Stand;
  /** Rises with every message. */
  readonly nr: number;
}
/** Null when nothing of the kind can be sent yet. */
export type Maak = (bij: Omstandigheid) => ModelBericht | null;

export function kop({ kies, nr }: Omstandigheid) {
  return {
    release: '3.2' as const,
    gemeente: kies.soms(4) ? GEMEENTEN[1] : GEMEENTEN[0],
    aanbieder: kies.soms(6) ? AANBIEDERS[1] : AANBIEDERS[0],
    identificatie: kies.soms(25) ? 'ID1' : `ID${nr}`,
    dagtekening: kies.soms(25) ? plus(VANDAAG, 1) : VANDAAG,
  };
}
/** Now and then of the release before. */
export const oudeKop = (bij: Omstandigheid) => ({
  ...kop(bij),
  release: bij.kies.uit(['3.2', '3.2', '3.2', '2.3'] as const),
});
export type Partijen = Pick<ReturnType<typeof kop>, 'gemeente' | 'aanbieder'>;

/** A toewijzing that this aanbieder has for this client; sometimes somebody else's, or none at all. */
export function versie({ kies, stand }: Omstandigheid, { gemeente, aanbieder }: Partijen, bsn: string) {
  const eigen = stand.van(gemeente, aanbieder, bsn);
  const alle: Versie[] = kies.soms(12) ? stand.van(gemeente, aanbieder) : eigen;
  return alle.length === 0 || kies.soms(25) ? undefined : kies.uit(alle);
}

/** A client that this aanbieder already has, more often than not. */
export function client({ kies, stand }: Omstandigheid, { gemeente, aanbieder }: Partijen): string {
  const bekend = stand.van(gemeente, aanbieder);
  return bekend.length === 0 || kies.soms(6) ? kies.uit(CLIENTEN) : kies.uit(bekend).bsn;
}
