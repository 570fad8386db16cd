import type { Clienten, Prestatie } from '../bericht.ts';
import { eerderVan, laatsteVan, laterVan } from '../datum.ts';
import type { Kies } from '../keuze.ts';
import type { Geboekt, Versie } from '../naief/gegevens.ts';
import { kosten } from '../naief/tarief.ts';
import { categorieVan, MINUTEN, SOORTEN, STUKS, UREN } from '../wereld.ts';
import { type Omstandigheid, type Partijen, versie } from './omstandigheid.ts';

const MAANDEN = ['2026-03', '2026-04', '2026-05'] as const;
const LOSSE_VOLUMES: Readonly<Record<string, readonly number[]>> = {
  '01': [60, 20, 100, 40, 201, 1],
  '04': [1, 2, 40, 3],
  '82': [1, 2, 5, 10],
};

/** Often just what a week, month or day's volume adds up to, or one more. */
function volume(kies: Kies, eenheid: string, t: Versie | undefined): number {
  if (t?.omvang?.eenheid === eenheid && t.omvang.frequentie !== '6' && !kies.soms(3))
    return t.omvang.volume * kies.uit([1, 4, 5, 2, 3, 6, 30, 31]) + (kies.soms(6) ? 1 : 0);
  return kies.uit(LOSSE_VOLUMES[eenheid] ?? [1]);
}

function code(kies: Kies, t: Versie | undefined): string {
  if (kies.soms(15)) return UREN;
  if (t?.code != null) return t.code;
  return kies.uit(t?.categorie === '41' ? [STUKS, MINUTEN] : [MINUTEN, UREN, STUKS]);
}

function eenheid(kies: Kies, product: string, t: Versie | undefined): string {
  if (kies.soms(20)) return kies.uit(['14', '83']);
  if (t?.budget != null && kies.soms(6)) return '83';
  if (product === UREN) return kies.uit(['01', '04']);
  return SOORTEN[product]?.eenheid ?? '01';
}

/** A line on a toewijzing of the client, for a whole month or what lies in it of the toewijzing. */
export function debet(bij: Omstandigheid, hoofd: Partijen, bsn: string, referentie: string, nr: number): Prestatie {
  const { kies } = bij;
  const t = versie(bij, hoofd, bsn);
  const keuze = MAANDEN[(nr + kies.getal(2)) % MAANDEN.length] ?? MAANDEN[0];
  const maand = t === undefined || kies.soms(15) ? keuze : laterVan(keuze, eerderVan(t.begin.slice(0, 7), '2026-05'));
  const wat = code(kies, t);
  const per = eenheid(kies, wat, t);
  const hoeveel = per === '83' ? kies.uit([5000, 1000, 12_000]) : volume(kies, per, t);
  const soort = SOORTEN[wat] ?? { tarief: 100, eenheid: per };
  const juist = kosten(1, per, soort) ?? soort.tarief;
  const tarief = kies.soms(15) ? juist + 10 : juist;
  const bedrag = kies.soms(15) ? hoeveel * tarief : (kosten(hoeveel, per, soort) ?? hoeveel * tarief);
  const precies = t !== undefined && !kies.soms(10);
  return {
    referentie,
    vorige: null,
    nummer: t?.nummer ?? 777,
    categorie: kies.soms(30) ? '50' : categorieVan(wat),
    code: wat,
    begin: precies && t.begin.startsWith(maand) ? laterVan(`${maand}-01`, t.begin) : `${maand}-01`,
    einde: precies && t.einde?.startsWith(maand) === true ? eerderVan(laatsteVan(maand), t.einde) : laatsteVan(maand),
    volume: hoeveel,
    eenheid: per,
    tarief: (per === '83') === !kies.soms(60) ? null : tarief,
    bedrag: kies.soms(20) && per !== '83' ? bedrag + 1 : bedrag,
    dc: 'D',
  };
}

/** A credit that copies it, unless something went wrong. */
export function credit(kies: Kies, debet: Geboekt, referentie: string): Prestatie {
  const { gemeente: _g, aanbieder: _a, bsn: _b, bericht: _c, op: _d, stand: _s, ...oud } = debet;
  const kopie: Prestatie = { ...oud, referentie, vorige: kies.soms(12) ? 'NIET' : oud.referentie, dc: 'C' };
  if (!kies.soms(12) || kopie.eenheid === '83') return kopie;
  return { ...kopie, bedrag: kopie.bedrag + 1, berekend: null };
}

/** Without lines that a declaratie may hold but once: the same debet again, or a credit of the same line. */
export function zonderHerhaling(clienten: Clienten): Clienten {
  const gezien = new Set<string>();
  const nieuw = (p: Prestatie) => {
    const sleutel = p.dc === 'C' ? `C ${p.vorige}` : `${p.nummer} ${p.code} ${p.begin} ${p.einde}`;
    const is = !gezien.has(sleutel);
    gezien.add(sleutel);
    return is;
  };
  return clienten.map((c) => ({ ...c, prestaties: c.prestaties.filter(nieuw) })).filter((c) => c.prestaties.length > 0);
}

export const som = (clienten: Clienten) =>
  clienten.flatMap((c) => c.prestaties).reduce((tot, p) => tot + (p.dc === 'D' ? p.bedrag : -p.bedrag), 0);
