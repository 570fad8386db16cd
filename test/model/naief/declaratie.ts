import type { Jw323, Prestatie, Uitkomst } from '../bericht.ts';
import { laatsteVan } from '../datum.ts';
import { debet, periode } from './debet.ts';
import { codesVan } from './retourcode.ts';
import type { Geboekt, Stand } from './stand.ts';

const metTeken = ({ bedrag, dc }: Prestatie) => (dc === 'D' ? bedrag : -bedrag);
const totaal = (naam: string, som: number) => `${naam} ${Math.abs(som)} ${som < 0 ? 'C' : 'D'}`;

/** JW323 and the JW325 that answers it (STANDARD 3.3 to 3.5, 5.2 to 5.4). */
export function declaratie(bericht: Jw323, stand: Stand): Uitkomst {
  const { gemeente, aanbieder, clienten, nummer, maand } = bericht;
  const regels = clienten.flatMap((c) => c.prestaties.map((p) => ({ ...p, bsn: c.bsn })));
  const ingediend = regels.reduce((som, p) => som + metTeken(p), 0);
  if (isInhoudFout(bericht, regels, ingediend)) return jw325('afgekeurd', ['Header 0001'], []);
  const totalen = (toegekend: number) => [
    totaal('TotaalIngediendBedrag', bericht.totaal),
    totaal('TotaalToegekendBedrag', toegekend),
  ];

  const vanHem = stand.declaraties.filter((d) => d.aanbieder === aanbieder);
  const codes: string[] = [];
  if (vanHem.some((d) => d.gemeente === gemeente && d.maand > maand)) codes.push('8214');
  if (vanHem.some((d) => d.nummer === nummer)) codes.push('9333');
  if (codes.length > 0) return jw325('afgekeurd', ['Header 0200', `DeclaratieAntwoord ${codes.join(' ')}`], totalen(0));

  stand.declaraties.push({ gemeente, aanbieder, nummer, maand });
  const eigen = stand.van(gemeente, aanbieder);
  const onbekend = (bsn: string, prestaties: readonly Prestatie[]) =>
    !eigen.some((v) => v.bsn === bsn) ||
    prestaties.some((p) => eigen.some((v) => v.nummer === p.nummer && v.bsn !== bsn));
  const geweigerd = new Set(clienten.filter((c) => onbekend(c.bsn, c.prestaties)).map((c) => c.bsn));
  const fouten = new Map<string, string[]>();
  const goed: Geboekt[] = [];
  for (const p of [...regels.filter((r) => r.dc === 'C'), ...regels.filter((r) => r.dc === 'D')]) {
    if (geweigerd.has(p.bsn)) continue;
    const dubbel = regels.filter((r) => r.referentie === p.referentie).length > 1;
    const eerder = stand.geboekt.some((r) => r.aanbieder === aanbieder && r.referentie === p.referentie);
    const hier = (g: Geboekt) => g.gemeente === gemeente && g.aanbieder === aanbieder;
    const voor = stand.geboekt.filter(hier);
    const fout =
      p.dc === 'C'
        ? credit(p, voor)
        : debet(p, {
            tot: laatsteVan(maand),
            gemeente,
            aanbieder,
            op: [...voor, ...goed].filter((g) => g.nummer === p.nummer),
            versie: eigen.find((v) => v.nummer === p.nummer),
          });
    if (dubbel || eerder) fout.push('TR314');
    if (fout.length === 0) goed.push({ ...p, gemeente, aanbieder });
    else fouten.set(`${p.bsn} ${p.referentie}`, fout);
  }
  stand.geboekt.push(...goed);
  const toegekend = goed.reduce((som, p) => som + metTeken(p), 0);
  if (goed.length === regels.length)
    return jw325('goedgekeurd', ['Header 0200', 'DeclaratieAntwoord 8001'], totalen(toegekend));

  const status = goed.length === 0 ? 'afgekeurd' : 'deels-goedgekeurd';
  const genoemd = clienten.flatMap((c) =>
    c.prestaties.filter((p) => geweigerd.has(c.bsn) || fouten.has(`${c.bsn} ${p.referentie}`)),
  );
  const echo = clienten.flatMap((c) => {
    const wie = geweigerd.has(c.bsn);
    const regelcodes = c.prestaties.flatMap((p) =>
      wie
        ? ['Prestatie 0233']
        : fouten.has(`${c.bsn} ${p.referentie}`)
          ? [`Prestatie ${codesVan(fouten.get(`${c.bsn} ${p.referentie}`) ?? []).join(' ')}`]
          : [],
    );
    return regelcodes.length === 0 ? [] : [`Client ${wie ? '8187' : '0200'}`, ...regelcodes];
  });
  return jw325(
    status,
    ['Header 0200', 'DeclaratieAntwoord 0200', ...echo],
    [...totalen(toegekend), ...genoemd.map((p) => p.referentie)],
  );
}

function jw325(status: string, codes: string[], inhoud: string[]): Uitkomst {
  return { status, antwoorden: [{ type: 'JW325', codes, inhoud }] };
}

/** CD087 and CS339: euros have no tariff, and are their own amount. */
const isOnmogelijk = (p: Prestatie) =>
  p.eenheid === '83' ? p.tarief !== null || p.bedrag !== p.volume : p.tarief === null;

/** TR358, TR315, TR316, TR416, TR101 (one ReferentieNummer twice for one client). */
function isInhoudFout(bericht: Jw323, regels: readonly (Prestatie & { bsn: string })[], ingediend: number): boolean {
  const dubbel = (waarden: readonly string[]) => new Set(waarden).size < waarden.length;
  const credits = regels.filter((p) => p.dc === 'C').map((p) => p.vorige ?? '');
  return (
    bericht.totaal !== ingediend ||
    regels.some(isOnmogelijk) ||
    dubbel(credits) ||
    regels.some((p) => credits.includes(p.referentie)) ||
    dubbel(regels.filter((p) => p.dc === 'D').map(periode)) ||
    dubbel(regels.map((p) => `${p.bsn} ${p.referentie}`))
  );
}

/** TR323 and IV091: of a granted debet, copied in all but the references; TR390: once. */
function credit(p: Prestatie & { bsn: string }, voor: readonly Geboekt[]): string[] {
  const debet = voor.find((d) => d.dc === 'D' && d.referentie === p.vorige);
  const kopie =
    debet !== undefined &&
    debet.bsn === p.bsn &&
    periode(debet) === periode(p) &&
    debet.volume === p.volume &&
    debet.eenheid === p.eenheid &&
    debet.tarief === p.tarief &&
    debet.bedrag === p.bedrag;
  const codes = kopie ? [] : ['TR323'];
  if (voor.some((c) => c.dc === 'C' && c.vorige === p.vorige)) codes.push('TR390');
  return codes;
}
