import type { Start, Stop } from '../bericht.ts';
import { eerderVan, plus } from '../datum.ts';
import type { Regie } from '../naief/gegevens.ts';
import { MINUTEN, UREN, VANDAAG } from '../wereld.ts';
import { bekend, client, type Maak, type Omstandigheid, oudeKop, type Partijen, versie } from './omstandigheid.ts';

const isBij = (r: Regie, hoofd: Partijen) => r.gemeente === hoofd.gemeente && r.aanbieder === hoofd.aanbieder;

function start(bij: Omstandigheid, hoofd: Partijen, bsn: string): Start {
  const { kies, stand } = bij;
  const t = versie(bij, hoofd, bsn);
  const code = kies.soms(12) ? UREN : (t?.code ?? MINUTEN);
  const eerder = stand.regie.filter((r) => isBij(r, hoofd) && r.bsn === bsn && r.nummer === t?.nummer);
  const status = kies.soms(40) ? '2' : eerder.length > 0 ? kies.uit(['1', '1', '1', '3']) : kies.soms(12) ? '3' : '1';
  // A removal names what stands, mostly.
  const weg = status === '3' && !kies.soms(4) ? eerder.find((r) => r.soort === 'start') : undefined;
  return {
    nummer: kies.soms(12) ? null : t === undefined ? 777 : t.nummer,
    code: weg?.code ?? code,
    begin: weg?.begin ?? kies.uit(['2026-04-15', '2026-05-01', '2026-06-01']),
    status,
  };
}

export const jw305: Maak = (bij) => {
  const hoofd = bekend(bij, oudeKop(bij));
  const bsn = client(bij, hoofd);
  return { ...hoofd, type: 'JW305', bsn, producten: bij.kies.aantal(2, () => start(bij, hoofd, bsn)) };
};

/** Mostly of a start that stands. */
export const jw307: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = bekend(bij, oudeKop(bij));
  const starts = stand.regie.filter((r) => r.soort === 'start' && isBij(r, hoofd));
  const bedoeld = starts.length === 0 || kies.soms(8) ? undefined : kies.uit(starts);
  const bsn = bedoeld?.bsn ?? client(bij, hoofd);
  const stop = (nr: number): Stop => {
    const los = start(bij, hoofd, bsn);
    const hetzelfde = nr === 0 && bedoeld !== undefined;
    const anders = hetzelfde ? { nummer: bedoeld.nummer, code: bedoeld.code, begin: bedoeld.begin } : {};
    const begin = anders.begin ?? los.begin;
    const einde = plus(begin, kies.uit([10, 5, 10, 14]) - (kies.soms(30) ? 20 : 0));
    return {
      ...los,
      ...anders,
      reden: kies.uit(['20', '31', '20']),
      einde: kies.soms(40) ? plus(VANDAAG, 2) : eerderVan(einde, VANDAAG),
    };
  };
  return { ...hoofd, type: 'JW307', bsn, producten: kies.soms(4) ? [stop(0), stop(1)] : [stop(0)] };
};
