import type { Prestatie } from '../bericht.ts';
import { client, kop, type Maak } from './omstandigheid.ts';
import { debet, som, zonderHerhaling } from './prestatie.ts';

/** New lines, and credits of lines that stand. */
export const jw323: Maak = (bij) => {
  const { kies, stand, nr } = bij;
  const hoofd = kop(bij);
  const eerste = client(bij, hoofd);
  const tweede = client(bij, hoofd);
  const namen = tweede === eerste || kies.soms(2) ? [eerste] : [eerste, tweede];
  const gemaakt = namen.map((bsn, c) => ({
    bsn,
    prestaties: kies.aantal(3, (p): Prestatie => {
      const referentie = kies.soms(20) ? 'P1' : `P${nr}-${c}-${p}`;
      const eigen = stand.geboekt.filter((g) => g.aanbieder === hoofd.aanbieder && g.bsn === bsn);
      if (eigen.length === 0 || !kies.soms(2)) return debet(bij, hoofd, bsn, referentie, 2 - p);
      const { gemeente: _g, aanbieder: _a, bsn: _b, ...oud } = kies.uit(eigen);
      const kopie: Prestatie = { ...oud, referentie, vorige: kies.soms(12) ? 'NIET' : oud.referentie, dc: 'C' };
      return kies.soms(12) && kopie.eenheid !== '83' ? { ...kopie, bedrag: kopie.bedrag + 1 } : kopie;
    }),
  }));
  const clienten = kies.soms(10) ? gemaakt : zonderHerhaling(gemaakt);
  return {
    ...hoofd,
    type: 'JW323',
    nummer: kies.soms(15) ? 'D1' : `D${nr}`,
    maand: kies.soms(12) ? '2026-04' : '2026-05',
    totaal: som(clienten) + (kies.soms(25) ? 1 : 0),
    clienten,
  };
};
