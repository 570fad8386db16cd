import type { Clienten, Jw303, Prestatie } from '../bericht.ts';
import { laatsteVan, plus } from '../datum.ts';
import type { Kies } from '../keuze.ts';
import type { Geboekt } from '../naief/gegevens.ts';
import { FACTURATIE, VANDAAG } from '../wereld.ts';
import { bekend, client, kop, type Maak, type Omstandigheid, type Partijen } from './omstandigheid.ts';
import { credit, debet, som, zonderHerhaling } from './prestatie.ts';

/** New lines and credits of earlier ones, for one client or two. */
function clienten(bij: Omstandigheid, hoofd: Partijen, eerder: readonly Geboekt[], nieuw: (p: Prestatie) => Prestatie) {
  const { kies, nr } = bij;
  const eerste = client(bij, hoofd);
  const tweede = client(bij, hoofd);
  const namen = tweede === eerste || kies.soms(2) ? [eerste] : [eerste, tweede];
  const gemaakt: Clienten = namen.map((bsn, c) => ({
    bsn,
    prestaties: kies.aantal(3, (p): Prestatie => {
      const referentie = kies.soms(20) ? 'P1' : `P${nr}-${c}-${p}`;
      const eigen = eerder.filter((g) => g.aanbieder === hoofd.aanbieder && g.bsn === bsn);
      if (eigen.length === 0 || !kies.soms(2)) return nieuw(debet(bij, hoofd, bsn, referentie, 2 - p));
      return credit(kies, kies.uit(eigen), referentie);
    }),
  }));
  return kies.soms(10) ? gemaakt : zonderHerhaling(gemaakt);
}

const nummer = ({ kies, nr }: Omstandigheid) => (kies.soms(15) ? 'D1' : `D${nr}`);

export const jw323: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = bekend(bij, kop(bij));
  const nieuwste = stand.geboekt.filter((g) => g.nummer !== null && (g.tarief === null) === (g.eenheid === '83'));
  const inhoud = clienten(bij, hoofd, nieuwste, (p) => ({ ...p, nummer: p.nummer ?? 777 }));
  const maand = kies.soms(12) ? '2026-04' : '2026-05';
  return {
    ...hoofd,
    type: 'JW323',
    nummer: nummer(bij),
    begin: `${maand}-01`,
    einde: laatsteVan(maand),
    totaal: som(inhoud) + (kies.soms(25) ? 1 : 0),
    clienten: inhoud,
  };
};

/** Without number or tariff now and then, for part of a month, with what iJW 2.3 has besides. */
function oudeRegel(kies: Kies, p: Prestatie): Prestatie {
  const inDagen = kies.soms(4) ? { begin: plus(p.begin, 3), einde: plus(p.einde, kies.uit([-3, 10])) } : {};
  const berekend = p.tarief === null ? p.bedrag : p.volume * p.tarief;
  return {
    ...p,
    ...inDagen,
    nummer: kies.soms(4) ? null : p.nummer,
    tarief: kies.soms(4) ? null : p.tarief,
    berekend: kies.soms(3) ? Math.max(berekend, kies.soms(6) ? 0 : p.bedrag) : null,
  };
}

export const jw303: Maak = (bij) => {
  const { kies, stand } = bij;
  const hoofd = bekend(bij, kop(bij));
  const nu = nummer(bij);
  const oud = stand.regels.filter((g) => 'berekend' in g);
  const inhoud = clienten(bij, hoofd, oud, (p) => oudeRegel(kies, p));
  const anders = kies.soms(12);
  const vorm: Jw303['vorm'] =
    ((FACTURATIE[hoofd.gemeente] ?? kies.uit(['declaratie', 'factuur'])) === 'factuur') !== anders
      ? 'factuur'
      : 'declaratie';
  const vooruit = kies.soms(20);
  const begin = kies.soms(12) ? '2026-04-01' : vooruit ? plus(VANDAAG, 10) : '2026-05-01';
  return {
    ...hoofd,
    ...(vooruit && kies.soms(2) ? { dagtekening: plus(VANDAAG, 50) } : {}),
    release: '2.3',
    type: 'JW303',
    identificatie: nu,
    nummer: nu,
    vorm,
    vrijgesteld: vorm === 'factuur' ? !kies.soms(20) : kies.soms(4),
    begin,
    einde: vooruit
      ? plus(begin, 27)
      : kies.uit(['2026-05-31', '2026-05-31', kies.soms(5) ? '2026-06-30' : plus(begin, 27)]),
    totaal: som(inhoud) + (kies.soms(25) ? 1 : 0),
    clienten: inhoud,
  };
};
