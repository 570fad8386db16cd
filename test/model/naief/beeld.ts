import type { Stand } from './stand.ts';

/** All that a state is compared by, in a fixed order. */
export function beeld(stand: Stand): string[] {
  const bedragOp = (sleutel: string) =>
    stand.geboekt.filter((g) => g.op === sleutel).reduce((som, p) => som + (p.dc === 'D' ? p.bedrag : -p.bedrag), 0);
  return [
    ...stand.toewijzingen.map((v) =>
      ['toewijzing', v.gemeente, v.nummer, v.aanbieder, v.bsn, v.categorie, v.code, v.datum, v.tijd, v.begin]
        .concat([v.einde, v.reden, v.omvang?.volume ?? '-', v.omvang?.eenheid ?? '-', v.omvang?.frequentie ?? '-'])
        .concat([v.budget, v.referentie, v.signaalbudget, bedragOp(v.sleutel), v.voorlopig ? 'voorlopig' : 'vast'])
        .join(' '),
    ),
    ...stand.regie.map((r) =>
      [r.soort, r.gemeente, r.aanbieder, r.bsn, r.nummer, r.code, r.begin, r.einde, r.reden].join(' '),
    ),
    ...stand.verzoeken.map((v) =>
      ['verzoek', v.soort, v.gemeente, v.aanbieder, v.bsn, v.referentie, v.stand, v.antwoorden].join(' '),
    ),
    ...stand.regels.map((g) =>
      [
        'prestatie',
        g.gemeente,
        g.aanbieder,
        g.bsn,
        g.referentie,
        g.vorige,
        g.op !== null,
        g.stand,
        g.dc,
        g.bedrag,
      ].join(' '),
    ),
  ].sort();
}
