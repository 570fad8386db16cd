import { dagenTotEnMet, inAmsterdam, maandagVan, plusDagen } from '../../../standard/datum.ts';

/** Periods that a person may choose. */
export const PERIODS = [
  { waarde: 'gisteren', tekst: 'Sinds gisteren' },
  { waarde: 'vandaag', tekst: 'Vandaag' },
  { waarde: 'week', tekst: 'Deze week' },
  { waarde: 'maand', tekst: 'Laatste 31 dagen' },
] as const;

export interface Period {
  readonly waarde: string;
  /** In a sentence: `vandaag`. */
  readonly woorden: string;
  /** First and last day, `YYYY-MM-DD`. */
  readonly van: string;
  readonly tot: string;
  readonly span: { readonly van: Date; readonly tot: Date; readonly per: 'uur' | 'dag' };
}

const WOORDEN: Readonly<Record<string, string>> = {
  gisteren: 'sinds gisteren',
  vandaag: 'vandaag',
  week: 'deze week',
  maand: 'in de laatste 31 dagen',
};

/** Calendar days are those of the Netherlands. */
export function periodOf(waarde: string, now: Date): Period {
  const vandaag = inAmsterdam(now).datum;
  const van =
    waarde === 'gisteren'
      ? plusDagen(vandaag, -1)
      : waarde === 'week'
        ? maandagVan(vandaag)
        : waarde === 'maand'
          ? plusDagen(vandaag, -30)
          : vandaag;
  return {
    ...{ waarde, woorden: WOORDEN[waarde] ?? waarde, van, tot: vandaag },
    span: {
      van: midnight(van),
      tot: new Date(now.getTime() + 1),
      per: waarde === 'vandaag' || waarde === 'gisteren' ? 'uur' : 'dag',
    },
  };
}

/** Every hour or day of the period, as counts name them. */
export function bucketsOf({ van, tot, span }: Period): string[] {
  const dagen = Array.from({ length: dagenTotEnMet(van, tot) }, (_, dag) => plusDagen(van, dag));
  if (span.per === 'dag') return dagen;
  const uren = Array.from({ length: 24 }, (_, uur) => String(uur).padStart(2, '0'));
  return dagen.flatMap((dag) => uren.map((uur) => `${dag}T${uur}`));
}

/** The moment at which a day begins in Amsterdam: one or two hours before it does in UTC. */
function midnight(datum: string): Date {
  const utc = Date.parse(`${datum}T00:00:00Z`);
  for (const uren of [1, 2]) {
    const moment = new Date(utc - uren * 3_600_000);
    if (inAmsterdam(moment).tijd === '00:00:00') return moment;
  }
  return new Date(utc);
}
