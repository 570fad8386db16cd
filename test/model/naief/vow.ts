import type { Jw317, Uitkomst } from '../bericht.ts';
import { isVerwijderd } from './gegevens.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { heeftStapeling, isOnmogelijk, isOnmogelijkeOmvang, stapelt } from './product.ts';
import type { Stand } from './stand.ts';
import { isOnbekend } from './toewijzing.ts';

/** JW317: TR352, TR353; TR304, TR347, TR349, TR350, TR351, TR357, TR361, TR373 to TR375, TR411, TR412. */
export function vow(bericht: Jw317, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, bsn, referentie, ongewijzigd, wijzigen, nieuw, dagtekening } = bericht;
  const leeg = ongewijzigd.length + wijzigen.length === 0 || wijzigen.length + nieuw.length === 0;
  const onmogelijk = nieuw.some((p) => isOnmogelijk(p, '3.2')) || wijzigen.some(isOnmogelijkeOmvang);
  if (leeg || onmogelijk || heeftStapeling(nieuw)) return retour(bericht, ['0001'], null);

  const bekend = stand.van(gemeente, aanbieder, bsn);
  const versie = (nummer: number) => bekend.find((v) => v.nummer === nummer);
  const isActueel = (nummer: number) => {
    const v = versie(nummer);
    return v !== undefined && !isVerwijderd(v) && (v.einde === null || v.einde >= dagtekening);
  };
  const wensen = [
    ...ongewijzigd.map((n) => ({ v: versie(n), einde: versie(n)?.einde ?? null })),
    ...wijzigen.map((w) => ({ v: versie(w.nummer), einde: w.einde })),
  ].map(({ v, einde }) => (v === undefined ? null : { begin: v.begin, einde, categorie: v.categorie, code: v.code }));
  const alle = [...wensen, ...nieuw];
  /** The one that begins last stacks on the other. */
  const komtErbij = (i: number) => {
    const hier = alle[i];
    return alle.some((ander, j) => {
      if (hier == null || ander == null || i === j || !stapelt(hier, ander)) return false;
      return ander.begin < hier.begin || (ander.begin === hier.begin && j < i);
    });
  };
  const verzoekCodes: string[] = [];
  if (stand.referentieGebruikt(aanbieder, referentie)) verzoekCodes.push('9347');
  if (
    bekend.some(
      ({ nummer, voorlopig }) =>
        nummer !== null &&
        !voorlopig &&
        isActueel(nummer) &&
        !ongewijzigd.includes(nummer) &&
        !wijzigen.some((w) => w.nummer === nummer),
    )
  ) {
    verzoekCodes.push('9349');
  }
  if (stand.isOpen(gemeente, aanbieder, bsn)) verzoekCodes.push('9374');
  const client: Klasse = {
    naam: 'Client',
    codes: bekend.length === 0 ? ['8187'] : [],
    kinderen: [
      {
        naam: 'Verzoek',
        codes: verzoekCodes,
        kinderen: [
          ...ongewijzigd.map((n, i) => ({
            naam: 'OngewijzigdProduct',
            codes: [...(isActueel(n) ? [] : ['9350']), ...(komtErbij(i) ? ['9361'] : [])],
          })),
          ...wijzigen.map((w, i) => {
            const v = versie(w.nummer);
            const codes: string[] = [];
            if (!isActueel(w.nummer)) codes.push('9351');
            if (v !== undefined && w.begin <= dagtekening && w.begin !== v.begin) codes.push('9357');
            if (komtErbij(ongewijzigd.length + i)) codes.push('9361');
            if ((v?.omvang?.frequentie === '6' || v?.budget != null) && w.begin !== v.begin) codes.push('9373');
            if (v !== undefined && v.categorie === null && w.omvang !== null) codes.push('9375');
            if (v !== undefined && v.code !== null && w.omvang === null) codes.push('9411');
            if (v !== undefined && v.code === null && w.omvang !== null) codes.push('9412');
            return { naam: 'TeWijzigenProduct', codes };
          }),
          ...nieuw.map((n, i) => ({
            naam: 'NieuwProduct',
            codes: [
              ...(komtErbij(ongewijzigd.length + wijzigen.length + i) ? ['9361'] : []),
              ...(isOnbekend(n) ? ['S329'] : []),
            ],
          })),
        ],
      },
    ],
  };
  if (!isFout(client)) {
    stand.vraag({ soort: 'VOW', gemeente, aanbieder, bsn, referentie, bericht: stand.nu });
  }
  return retour(bericht, [], client);
}
