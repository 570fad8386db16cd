import type { Projectie } from './projectie.ts';
import { clientSleutel } from './projectie-kennis.ts';
import { CLIENTEN } from './wereld.ts';

const bsnVan = (client: string) => CLIENTEN.find((bsn) => clientSleutel(bsn) === client) ?? client;

/** What the store holds, in the words of the model. */
export function beeldVan({ toewijzingen, regie, verzoeken, prestaties }: Projectie): string[] {
  const bedragOp = (sleutel: string) =>
    [...prestaties.values()]
      .filter((p) => p.toewijzing === sleutel && p.stand !== 'afgewezen')
      .reduce((som, p) => som + (p.debetCredit === 'D' ? p.bedrag : -p.bedrag), 0);
  return [
    ...[...toewijzingen.values()].map((t) =>
      ['toewijzing', t.gemeente, t.nummer, t.aanbieder, bsnVan(t.client), t.categorie, t.code]
        .concat([t.toewijzingsdatum, t.toewijzingstijd, t.ingangsdatum, t.einddatum, t.redenWijziging])
        .concat([t.volume ?? '-', t.eenheid ?? '-', t.frequentie ?? '-', t.budget, t.referentieAanbieder])
        .concat([t.signaalbudget === null ? 'geen' : `${t.signaalbudget.soort} ${t.signaalbudget.bedrag}`])
        .concat([bedragOp(t.sleutel), t.voorlopig ? 'voorlopig' : 'vast'])
        .join(' '),
    ),
    ...regie.map((r) =>
      [r.soort, r.tussen.gemeente, r.tussen.aanbieder, bsnVan(r.client), r.toewijzingNummer, r.code]
        .concat([r.begindatum, r.einddatum ?? '-', r.redenBeeindiging ?? '-'])
        .join(' '),
    ),
    ...[...verzoeken.values()].map((v) =>
      [
        'verzoek',
        v.soort,
        v.tussen.gemeente,
        v.tussen.aanbieder,
        bsnVan(v.client),
        v.referentie,
        v.stand,
        v.antwoorden,
      ].join(' '),
    ),
    ...[...prestaties.values()].map((p) =>
      ['prestatie', p.tussen.gemeente, p.tussen.aanbieder, bsnVan(p.client), p.referentie, p.vorigeReferentie]
        .concat([String(p.toewijzing !== null), p.stand, p.debetCredit, String(p.bedrag)])
        .join(' '),
    ),
  ].sort();
}
