import type { Jw317, Uitkomst } from '../bericht.ts';
import { isFout, type Klasse, retour } from './oordeel.ts';
import { isVerwijderd, overlapt, type Stand } from './stand.ts';

/** JW317: TR352, TR353; TR304, TR347, TR349, TR350, TR351, TR357, TR361, TR373, TR374. */
export function vow(bericht: Jw317, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, bsn, referentie, ongewijzigd, wijzigen, nieuw, dagtekening } = bericht;
  const leeg = ongewijzigd.length + wijzigen.length === 0 || wijzigen.length + nieuw.length === 0;
  const gestapeldNieuw = nieuw.some((a, i) => nieuw.some((b, j) => i < j && a.code === b.code && overlapt(a, b)));
  if (leeg || gestapeldNieuw) return retour('JW317', ['0001'], null);

  const bekend = stand.van(gemeente, aanbieder, bsn);
  const versie = (nummer: number) => bekend.find((v) => v.nummer === nummer);
  const isActueel = (nummer: number) => {
    const v = versie(nummer);
    return v !== undefined && !isVerwijderd(v) && (v.einde === null || v.einde >= dagtekening);
  };
  const wensen = [
    ...ongewijzigd.map((n) => ({ v: versie(n), einde: versie(n)?.einde ?? null })),
    ...wijzigen.map((w) => ({ v: versie(w.nummer), einde: w.einde })),
  ].map(({ v, einde }) => (v === undefined ? null : { begin: v.begin, einde, code: v.code }));
  const alle = [...wensen, ...nieuw.map(({ begin, einde, code }) => ({ begin, einde, code }))];
  /** The one that begins last stacks on the other. */
  const stapelt = (i: number) => {
    const hier = alle[i];
    return alle.some((ander, j) => {
      if (hier == null || ander == null || i === j || hier.code !== ander.code || !overlapt(hier, ander)) return false;
      return ander.begin < hier.begin || (ander.begin === hier.begin && j < i);
    });
  };
  const verzoekCodes: string[] = [];
  if (stand.referentieGebruikt(aanbieder, referentie)) verzoekCodes.push('9347');
  if (
    bekend.some(
      (v) => isActueel(v.nummer) && !ongewijzigd.includes(v.nummer) && !wijzigen.some((w) => w.nummer === v.nummer),
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
            codes: [...(isActueel(n) ? [] : ['9350']), ...(stapelt(i) ? ['9361'] : [])],
          })),
          ...wijzigen.map((w, i) => {
            const v = versie(w.nummer);
            const codes: string[] = [];
            if (!isActueel(w.nummer)) codes.push('9351');
            if (v !== undefined && w.begin <= dagtekening && w.begin !== v.begin) codes.push('9357');
            if (stapelt(ongewijzigd.length + i)) codes.push('9361');
            if (v?.omvang.frequentie === '6' && w.begin !== v.begin) codes.push('9373');
            return { naam: 'TeWijzigenProduct', codes };
          }),
          ...nieuw.map((_, i) => ({
            naam: 'NieuwProduct',
            codes: stapelt(ongewijzigd.length + wijzigen.length + i) ? ['9361'] : [],
          })),
        ],
      },
    ],
  };
  if (!isFout(client)) {
    stand.verzoeken.push({ soort: 'VOW', gemeente, aanbieder, bsn, referentie, stand: 'open', antwoorden: 0 });
  }
  return retour('JW317', [], client);
}
