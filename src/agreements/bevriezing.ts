import { inAmsterdam, plusDagen } from '../standard/datum.ts';
import type { Release } from '../standard/message-types.ts';
import { bestaandeDatum } from './datum-vorm.ts';
import type { Bevriezing } from './document.ts';

/**
 * Until when no message of this release is taken, at this moment; null when messages are taken. Freezes that overlap or
 * follow each other at once are one: the end is the first moment at which messages are taken again.
 *
 * At a release change regions stop the traffic on the evening of one day and open it on the morning of another, so a
 * freeze is told in moments: `van` is within, `tot` is not. Where whole days are told both are within.
 */
export function bevrorenTot(bevriezingen: readonly Bevriezing[], release: Release, moment: Date): Date | null {
  const perioden = bevriezingen.filter(({ releases }) => releases?.includes(release) ?? true).map(grenzen);
  let nu = moment.getTime();
  for (let verder = true; verder; ) {
    const einde = Math.max(...perioden.filter(({ van, tot }) => van <= nu && nu < tot).map(({ tot }) => tot));
    verder = einde > nu;
    if (verder) nu = einde;
  }
  return nu === moment.getTime() ? null : new Date(nu);
}

/** Begin (within) and end (not within) of a freeze, ms since 1970; NaN for what is no moment. */
export function grenzen({ van, tot }: Pick<Bevriezing, 'van' | 'tot'>): { readonly van: number; readonly tot: number } {
  return { van: msVan(van), tot: msVan(isDatum(tot) && bestaandeDatum(tot) ? plusDagen(tot, 1) : tot) };
}

const isDatum = (tekst: string) => !tekst.includes('T');

/** A date is its first moment; without offset the clock is that of Amsterdam. */
function msVan(tekst: string): number {
  if (!bestaandeDatum(tekst.slice(0, 10))) return Number.NaN;
  const voluit = isDatum(tekst) ? `${tekst}T00:00:00` : tekst;
  if (/(Z|[+-]\d{2}:\d{2})$/.test(voluit)) return Date.parse(voluit);
  const klok = Date.parse(`${voluit}Z`);
  if (Number.isNaN(klok)) return klok;
  // The clock is ahead of UTC by what it shows at about that moment; once more, for the change may lie in between.
  const eerste = klok - voorsprong(klok);
  return klok - voorsprong(eerste);
}

function voorsprong(ms: number): number {
  const { datum, tijd } = inAmsterdam(new Date(ms));
  return Date.parse(`${datum}T${tijd}Z`) - Math.floor(ms / 1000) * 1000;
}
