import type { Jw323, Prestatie, Uitkomst } from '../bericht.ts';
import { eerderVan, laatsteVan, laterVan, maandenIn } from '../datum.ts';
import { CONTRACT, MINUTEN, MINUUTTARIEF, UREN, UURTARIEF } from '../wereld.ts';
import { type Geboekt, isVerwijderd, type Stand, type Versie } from './stand.ts';

const metTeken = ({ bedrag, dc }: Prestatie) => (dc === 'D' ? bedrag : -bedrag);
const totaal = (naam: string, som: number) => `${naam} ${Math.abs(som)} ${som < 0 ? 'C' : 'D'}`;
const periode = (p: Prestatie) => `${p.nummer} ${p.code} ${p.begin} ${p.einde}`;

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
            maand,
            gemeente,
            aanbieder,
            geboekt: [...voor, ...goed],
            versie: eigen.find((v) => v.nummer === p.nummer),
          });
    if (dubbel || eerder) fout.push('8021');
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
          ? [`Prestatie ${ordelijk(fouten.get(`${c.bsn} ${p.referentie}`) ?? [])}`]
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

/** In order of the rules' own codes. */
const VOLGORDE = [
  '9307',
  '9308',
  '8021',
  '9319',
  '9321',
  '9322',
  '8017',
  '9338',
  '9339',
  '9340',
  '9341',
  '9346',
  '9369',
  '9384',
  '9387',
  '9388',
  '9389',
  '9390',
  '0611',
];
const ordelijk = (codes: readonly string[]) =>
  [...codes].sort((a, b) => VOLGORDE.indexOf(a) - VOLGORDE.indexOf(b)).join(' ');

function jw325(status: string, codes: string[], inhoud: string[]): Uitkomst {
  return { status, antwoorden: [{ type: 'JW325', codes, inhoud }] };
}

/** TR358, TR315, TR316, TR416, TR101 (one ReferentieNummer twice for one client). */
function isInhoudFout(bericht: Jw323, regels: readonly (Prestatie & { bsn: string })[], ingediend: number): boolean {
  const dubbel = (waarden: readonly string[]) => new Set(waarden).size < waarden.length;
  const credits = regels.filter((p) => p.dc === 'C').map((p) => p.vorige ?? '');
  return (
    bericht.totaal !== ingediend ||
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
  const codes = kopie ? [] : ['8017'];
  if (voor.some((c) => c.dc === 'C' && c.vorige === p.vorige)) codes.push('9390');
  return codes;
}

interface Bij {
  readonly maand: string;
  readonly gemeente: string;
  readonly aanbieder: string;
  readonly versie: Versie | undefined;
  readonly geboekt: readonly Geboekt[];
}

function debet(p: Prestatie, { versie: t, geboekt, gemeente, aanbieder, maand }: Bij): string[] {
  const later = p.einde > laatsteVan(maand) ? ['9319'] : [];
  if (t === undefined) return [...later, '9338', ...bedrag(p, t, gemeente, aanbieder)];
  const codes = later;
  const eerste = `${p.begin.slice(0, 7)}-01`;
  const laatste = laatsteVan(p.einde.slice(0, 7));
  if (p.begin < t.begin) codes.push('9307');
  if (t.einde !== null && p.einde > t.einde) codes.push('9308');
  if (p.code !== t.code) codes.push('9340');
  const pastEenheid = p.eenheid === t.omvang.eenheid || (p.eenheid === '01' && t.omvang.eenheid === '04');
  if (!pastEenheid) codes.push('9341');
  if (isVerwijderd(t)) codes.push('9384');
  if (p.begin !== (t.begin.slice(0, 7) === p.begin.slice(0, 7) ? laterVan(eerste, t.begin) : eerste))
    codes.push('9387');
  if (p.einde !== (t.einde?.slice(0, 7) === p.einde.slice(0, 7) ? eerderVan(laatste, t.einde) : laatste))
    codes.push('9388');
  const op = geboekt.filter((g) => g.nummer === p.nummer);
  const gecrediteerd = (g: Geboekt) => op.some((c) => c.dc === 'C' && c.vorige === g.referentie);
  if (op.some((g) => g.dc === 'D' && !gecrediteerd(g) && periode(g) === periode(p))) codes.push('9389');
  if (pastEenheid) codes.push(...volume(p, t, op));
  codes.push(...bedrag(p, t, gemeente, aanbieder));
  return codes;
}

/** In minutes where the toewijzing is in hours. */
const minuten = (volume: number, eenheid: string, t: Versie) =>
  t.omvang.eenheid === '04' && eenheid === '04' ? 60 * volume : volume;

/** TR321 and TR322: a month at most the Volume; in total the Volume, or as many times as there are months. */
function volume(p: Prestatie, t: Versie, op: readonly Geboekt[]): string[] {
  const ruimte = minuten(t.omvang.volume, t.omvang.eenheid, t);
  const codes: string[] = [];
  if (minuten(p.volume, p.eenheid, t) > ruimte) codes.push('9321');
  const alles = op.reduce(
    (som, g) => som + (g.dc === 'D' ? 1 : -1) * minuten(g.volume, g.eenheid, t),
    minuten(p.volume, p.eenheid, t),
  );
  const tot = t.einde ?? [p, ...op].map((g) => g.einde).reduce(laterVan);
  const maal = t.omvang.frequentie === '4' ? maandenIn(t.begin, tot) : 1;
  if (alles > ruimte * maal) codes.push('9322');
  return codes;
}

/** TR346 and TR418: the contract's tariff; minutes of an hour tariff are rounded on the amount (IV081). */
function bedrag(p: Prestatie, t: Versie | undefined, gemeente: string, aanbieder: string): string[] {
  // A unit that the contract has no tariff for leaves nothing to compare; TR341 has said so.
  const contract =
    t !== undefined && p.eenheid !== '14' && (CONTRACT[gemeente]?.[aanbieder]?.includes(p.code) ?? false);
  const inMinuten = p.code === UREN && p.eenheid === '01';
  const rond = (teller: number) => Math.floor((2 * teller + 60) / 120);
  const codes: string[] = [];
  const perUur = rond(UURTARIEF * p.volume);
  const tarief = p.code === MINUTEN ? MINUUTTARIEF : inMinuten ? rond(UURTARIEF) : UURTARIEF;
  const product = p.bedrag === p.volume * p.tarief;
  // Without a contract any hour tariff that rounds to this minute tariff will do, where hours were assigned.
  const inUren = p.eenheid === '01' && (t?.omvang.eenheid ?? '04') === '04';
  const eenUurtarief =
    inUren &&
    [...Array(60).keys()].some((cent) => {
      const uur = 60 * p.tarief - 30 + cent;
      return rond(uur) === p.tarief && rond(uur * p.volume) === p.bedrag;
    });
  const volgensContract = inMinuten ? p.bedrag === perUur || (p.tarief !== tarief && product) : product;
  const goed = contract ? volgensContract : product || eenUurtarief;
  if (!goed) codes.push('9346');
  if (contract && p.tarief !== tarief) codes.push('0611');
  return codes;
}
