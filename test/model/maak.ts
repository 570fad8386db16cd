import type { Aangevraagd, ModelBericht, Omvang, Prestatie, Start, Stop, Toegewezen } from './bericht.ts';
import { eerderVan, laatsteVan, laterVan, plus } from './datum.ts';
import type { Kies } from './keuze.ts';
import { isOpen, type Stand, type Versie } from './naief/stand.ts';
import {
  AANBIEDERS,
  CLIENTEN,
  GEMEENTEN,
  MINUTEN,
  MINUUTTARIEF,
  ONBEKEND,
  UREN,
  UURTARIEF,
  VANDAAG,
  ZONDER_CONTRACT,
} from './wereld.ts';

/** Makes messages that are mostly right and often wrong, out of what the model knows at that moment. */
export interface Omstandigheid {
  readonly kies: Kies;
  readonly stand: Stand;
  /** Rises with every message. */
  readonly nr: number;
}
type Maak = (bij: Omstandigheid) => ModelBericht;

function kop({ kies, nr }: Omstandigheid) {
  return {
    gemeente: kies.soms(4) ? GEMEENTEN[1] : GEMEENTEN[0],
    aanbieder: kies.soms(6) ? AANBIEDERS[1] : AANBIEDERS[0],
    identificatie: kies.soms(25) ? 'ID1' : `ID${nr}`,
    dagtekening: kies.soms(25) ? plus(VANDAAG, 1) : VANDAAG,
  };
}
type Kop = ReturnType<typeof kop>;

const MAANDEN = ['2026-03', '2026-04', '2026-05'] as const;

/** A toewijzing that this aanbieder has for this client; sometimes somebody else's, or none at all. */
function versie({ kies, stand }: Omstandigheid, { gemeente, aanbieder }: Kop, bsn: string): Versie | undefined {
  const eigen = stand.van(gemeente, aanbieder, bsn);
  const alle = kies.soms(12) ? stand.van(gemeente, aanbieder) : eigen;
  return alle.length === 0 || kies.soms(25) ? undefined : kies.uit(alle);
}

/** A client that this aanbieder already has, more often than not. */
function client({ kies, stand }: Omstandigheid, { gemeente, aanbieder }: Kop): string {
  const bekend = stand.van(gemeente, aanbieder);
  return bekend.length === 0 || kies.soms(6) ? kies.uit(CLIENTEN) : kies.uit(bekend).bsn;
}

function omvang(kies: Kies, code: string): Omvang {
  const frequentie = kies.soms(4) ? '4' : '6';
  if (code === UREN) return { volume: kies.uit([40, 3, 1, 200]), eenheid: '04', frequentie };
  return { volume: kies.uit([200, 100, 30, 201, 500]), eenheid: '01', frequentie };
}

const jw301: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = kop(bij);
  const bsn = kies.uit(CLIENTEN);
  const open = stand.verzoeken.filter(
    (v) => v.gemeente === hoofd.gemeente && v.aanbieder === hoofd.aanbieder && isOpen(v),
  );
  const verzoek = open.length > 0 && kies.soms(2) ? kies.uit(open) : undefined;
  const wie = verzoek !== undefined && !kies.soms(10) ? verzoek.bsn : bsn;
  const producten = kies.aantal(2, (nr): Toegewezen => {
    const oud = kies.soms(2) ? versie(bij, hoofd, wie) : undefined;
    const vreemd = kies.soms(15) ? kies.uit([ZONDER_CONTRACT, ONBEKEND]) : undefined;
    const code = oud?.code ?? vreemd ?? ((nr + kies.getal(2)) % 3 === 1 ? UREN : MINUTEN);
    const weg = oud !== undefined && kies.soms(3);
    const begin = oud?.begin ?? kies.uit(['2026-03-01', '2026-04-10', '2026-07-01']);
    const referentie = verzoek !== undefined && (nr === 0 || verzoek.soort === 'VOW') ? verzoek.referentie : null;
    return {
      nummer: oud?.nummer ?? 1000 + (kies.soms(8) ? kies.getal(5) : 10 * bij.nr + nr),
      referentie: kies.soms(15) ? kies.uit([null, 'R1', 'ONBEKEND']) : referentie,
      code,
      datum: kies.uit([VANDAAG, '2026-06-10']),
      tijd: kies.uit(['08:00:00', '12:00:00', '16:00:00']),
      begin,
      einde: weg ? begin : kies.uit(['2026-12-31', null, plus(begin, 40)]),
      reden: weg ? '13' : oud === undefined ? null : '12',
      omvang: omvang(kies, code),
    };
  });
  return { ...hoofd, type: 'JW301', bsn: wie, producten };
};

function start(bij: Omstandigheid, hoofd: Kop, bsn: string): Start {
  const { kies, stand } = bij;
  const t = versie(bij, hoofd, bsn);
  const code = kies.soms(12) ? UREN : (t?.code ?? MINUTEN);
  const eerder = stand.regie.filter((r) => r.bij === `${hoofd.gemeente} ${hoofd.aanbieder} ${bsn} ${t?.nummer}`);
  const status = kies.soms(40) ? '2' : eerder.length > 0 ? kies.uit(['1', '1', '1', '3']) : kies.soms(12) ? '3' : '1';
  return {
    nummer: t?.nummer ?? 777,
    code,
    begin: kies.uit(['2026-04-15', '2026-05-01', '2026-06-01']),
    status,
  };
}

const jw305: Maak = (bij) => {
  const hoofd = kop(bij);
  const bsn = client(bij, hoofd);
  return { ...hoofd, type: 'JW305', bsn, producten: bij.kies.aantal(2, () => start(bij, hoofd, bsn)) };
};

const jw307: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = kop(bij);
  const starts = stand.regie.filter(
    (r) => r.soort === 'start' && r.bij.startsWith(`${hoofd.gemeente} ${hoofd.aanbieder} `),
  );
  const bedoeld = starts.length === 0 || kies.soms(8) ? undefined : kies.uit(starts);
  const [, , van, nummer] = bedoeld?.bij.split(' ') ?? [];
  const bsn = van ?? client(bij, hoofd);
  const stop = (nr: number): Stop => {
    const los = start(bij, hoofd, bsn);
    const hetzelfde = nr === 0 && bedoeld !== undefined;
    const anders = hetzelfde ? { nummer: Number(nummer), code: bedoeld.code, begin: bedoeld.begin } : {};
    const begin = anders.begin ?? los.begin;
    const einde = plus(begin, kies.uit([10, 5, 10, 14]) - (kies.soms(30) ? 20 : 0));
    return { ...los, ...anders, reden: kies.uit(['20', '31', '20']), einde: eerderVan(einde, VANDAAG) };
  };
  return { ...hoofd, type: 'JW307', bsn, producten: kies.soms(4) ? [stop(0), stop(1)] : [stop(0)] };
};

const jw315: Maak = (bij) => {
  const { kies } = bij;
  const hoofd = kop(bij);
  const producten = kies.aantal(2, (nr): Aangevraagd => {
    const code = kies.soms(10)
      ? kies.uit([ZONDER_CONTRACT, ONBEKEND])
      : nr === 0
        ? kies.uit([MINUTEN, UREN])
        : kies.uit([UREN, MINUTEN]);
    const begin = kies.uit(['2026-07-01', '2026-06-20', '2026-05-01']);
    return {
      referentie: kies.soms(12) ? 'R1' : `R${bij.nr}-${kies.soms(20) ? 0 : nr}`,
      code,
      begin,
      einde: kies.uit([plus(begin, 59), plus(begin, 60), null]),
      omvang: omvang(kies, code),
      verwijzer: kies.soms(12) ? '06' : '02',
    };
  });
  return { ...hoofd, type: 'JW315', bsn: kies.uit(CLIENTEN), producten };
};

const jw317: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = kop(bij);
  const bsn = client(bij, hoofd);
  const ongewijzigd: number[] = [];
  const wijzigen = [];
  for (const t of stand.van(hoofd.gemeente, hoofd.aanbieder, bsn)) {
    const actueel = t.reden !== '13' && (t.einde === null || t.einde >= VANDAAG);
    if (actueel ? kies.soms(12) : !kies.soms(12)) continue;
    const begin = kies.soms(3) ? kies.uit([plus(VANDAAG, 10), '2026-04-20']) : t.begin;
    if (kies.soms(2)) ongewijzigd.push(t.nummer);
    else
      wijzigen.push({
        nummer: t.nummer,
        begin,
        einde: kies.uit([null, '2026-12-31']),
        omvang: { ...t.omvang, volume: 77 },
      });
  }
  if (kies.soms(15)) ongewijzigd.push(777);
  const leeg = ongewijzigd.length + wijzigen.length === 0 || wijzigen.length === 0;
  const nieuw =
    kies.soms(3) || (leeg && !kies.soms(10))
      ? kies.aantal(2, () => ({
          code: kies.uit([MINUTEN, UREN]),
          begin: '2026-07-15',
          einde: kies.uit([null, '2026-12-31']),
          omvang: omvang(kies, UREN),
        }))
      : [];
  const passend = nieuw.map((n) => ({ ...n, omvang: omvang(kies, n.code) }));
  return {
    ...hoofd,
    type: 'JW317',
    bsn,
    referentie: kies.soms(12) ? 'R1' : `W${bij.nr}`,
    ongewijzigd,
    wijzigen,
    nieuw: passend,
  };
};

const jw319: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = kop(bij);
  const verzoek = stand.verzoeken.length === 0 || kies.soms(12) ? undefined : kies.uit(stand.verzoeken);
  const antwoord = kies.uit(['1', '2']);
  const juist = antwoord === '1' ? '2' : null;
  const partijen =
    verzoek === undefined || kies.soms(20) ? {} : { gemeente: verzoek.gemeente, aanbieder: verzoek.aanbieder };
  return {
    ...hoofd,
    ...partijen,
    type: 'JW319',
    referentie: verzoek?.referentie ?? 'NIET',
    antwoord,
    reden: kies.soms(20) ? (juist === null ? '2' : null) : juist,
  };
};

function debet(bij: Omstandigheid, hoofd: Kop, bsn: string, referentie: string, nr: number): Prestatie {
  const { kies } = bij;
  const t = versie(bij, hoofd, bsn);
  const keuze = MAANDEN[(nr + kies.getal(2)) % MAANDEN.length] ?? MAANDEN[0];
  const maand = t === undefined || kies.soms(15) ? keuze : laterVan(keuze, eerderVan(t.begin.slice(0, 7), '2026-05'));
  const code = kies.soms(15) ? UREN : (t?.code ?? MINUTEN);
  const precies = t !== undefined && !kies.soms(10);
  const eenheid = kies.soms(20) ? '14' : code === UREN && kies.soms(2) ? '04' : '01';
  const inMinuten = code === UREN && eenheid === '01';
  const volume = eenheid === '04' ? kies.uit([1, 2, 40, 3]) : kies.uit([60, 20, 100, 40, 201, 1]);
  const juist = code === UREN ? (inMinuten ? 142 : UURTARIEF) : MINUUTTARIEF;
  const tarief = kies.soms(15) ? juist + 10 : juist;
  const bedrag = inMinuten && !kies.soms(15) ? Math.floor((2 * UURTARIEF * volume + 60) / 120) : volume * tarief;
  return {
    referentie,
    vorige: null,
    nummer: t?.nummer ?? 777,
    code,
    begin: precies && t.begin.startsWith(maand) ? laterVan(`${maand}-01`, t.begin) : `${maand}-01`,
    einde: precies && t.einde?.startsWith(maand) === true ? eerderVan(laatsteVan(maand), t.einde) : laatsteVan(maand),
    volume,
    eenheid,
    tarief,
    bedrag: kies.soms(20) ? bedrag + 1 : bedrag,
    dc: 'D',
  };
}

type Regels = readonly { readonly bsn: string; readonly prestaties: readonly Prestatie[] }[];

/** Without lines that a declaratie may hold but once: the same debet again, or a credit of the same line. */
function zonderHerhaling(clienten: Regels): Regels {
  const gezien = new Set<string>();
  const nieuw = (p: Prestatie) => {
    const sleutel = p.dc === 'C' ? `C ${p.vorige}` : `${p.nummer} ${p.code} ${p.begin} ${p.einde}`;
    const is = !gezien.has(sleutel);
    gezien.add(sleutel);
    return is;
  };
  return clienten.map((c) => ({ ...c, prestaties: c.prestaties.filter(nieuw) })).filter((c) => c.prestaties.length > 0);
}

const jw323: Maak = (bij) => {
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
      return kies.soms(12) ? { ...kopie, bedrag: kopie.bedrag + 1 } : kopie;
    }),
  }));
  const clienten = kies.soms(10) ? gemaakt : zonderHerhaling(gemaakt);
  const som = clienten.flatMap((c) => c.prestaties).reduce((s, p) => s + (p.dc === 'D' ? p.bedrag : -p.bedrag), 0);
  return {
    ...hoofd,
    type: 'JW323',
    nummer: kies.soms(15) ? 'D1' : `D${nr}`,
    maand: kies.soms(12) ? '2026-04' : '2026-05',
    totaal: kies.soms(25) ? som + 1 : som,
    clienten,
  };
};

export const MAKERS: readonly (readonly [naam: string, gewicht: number, maak: Maak])[] = [
  ['JW301', 5, jw301],
  ['JW305', 3, jw305],
  ['JW307', 3, jw307],
  ['JW315', 4, jw315],
  ['JW317', 2, jw317],
  ['JW319', 2, jw319],
  ['JW323', 6, jw323],
];
