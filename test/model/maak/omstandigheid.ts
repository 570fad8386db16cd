import type { ModelBericht } from '../bericht.ts';
import { plus } from '../datum.ts';
import type { Kies } from '../keuze.ts';
import type { Versie } from '../naief/gegevens.ts';
import type { Stand } from '../naief/stand.ts';
import { AALSMEER, AANBIEDERS, AMSTELVEEN, CLIENTEN, PURMEREND, VANDAAG } from '../wereld.ts';

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
    gemeente: kies.uit([AMSTELVEEN, AMSTELVEEN, PURMEREND, AALSMEER]),
    aanbieder: kies.uit([AANBIEDERS[0], AANBIEDERS[0], AANBIEDERS[0], AANBIEDERS[2], AANBIEDERS[1]]),
    identificatie: kies.soms(25) ? 'ID1' : `ID${nr}`,
    dagtekening: kies.soms(25) ? plus(VANDAAG, 1) : VANDAAG,
  };
}
/** Now and then of the release before. */
export const oudeKop = (bij: Omstandigheid) => ({
  ...kop(bij),
  release: bij.kies.uit(['3.2', '3.2', '3.2', '2.3'] as const),
});
/** Between parties that already have something together, more often than not. */
export function bekend<K extends Partijen>({ kies, stand }: Omstandigheid, hoofd: K): K {
  const alle = stand.toewijzingen;
  if (alle.length === 0 || kies.soms(8)) return hoofd;
  const { gemeente, aanbieder } = kies.uit(alle);
  return { ...hoofd, gemeente, aanbieder };
}
export interface Partijen {
  readonly gemeente: string;
  readonly aanbieder: string;
}

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
