import type { Toegewezen } from '../bericht.ts';
import { plus } from '../datum.ts';
import { isOpen, type Versie } from '../naief/gegevens.ts';
import { CLIENTEN, VANDAAG } from '../wereld.ts';
import { bekend, client, type Maak, oudeKop, versie } from './omstandigheid.ts';
import { omvang, product, zonderBudget } from './product.ts';

/** A known toewijzing that this release can speak of. */
const kan = ({ nummer, categorie, budget }: Versie, oudeRelease: boolean) =>
  oudeRelease ? categorie !== null && budget === null : nummer !== null;

/** New toewijzingen, new versions of known ones and removals; sometimes because of a request. */
export const jw301: Maak = (bij) => {
  const { kies, stand } = bij;
  const los = oudeKop(bij);
  const hoofd = kies.soms(2) ? bekend(bij, los) : los;
  const oudeRelease = hoofd.release === '2.3';
  const bsn = kies.soms(2) ? client(bij, hoofd) : kies.uit(CLIENTEN);
  const open = stand.verzoeken.filter(
    (v) => v.gemeente === hoofd.gemeente && v.aanbieder === hoofd.aanbieder && isOpen(v),
  );
  const verzoek = open.length > 0 && kies.soms(2) ? kies.uit(open) : undefined;
  const wie = verzoek !== undefined && !kies.soms(10) ? verzoek.bsn : bsn;
  const producten = kies.aantal(2, (nr): Toegewezen => {
    const eerder = kies.soms(2) ? versie(bij, hoofd, wie) : undefined;
    const oud = eerder === undefined || kan(eerder, oudeRelease) ? eerder : undefined;
    const weg = oud !== undefined && kies.soms(3);
    const begin = oud?.begin ?? kies.uit(['2026-03-01', '2026-04-10', '2026-07-01', '2026-05-12']);
    const gekozen = product(kies, begin, ['2026-12-31', plus(begin, 40), null, plus(begin, 4)], nr);
    const nieuw = oudeRelease ? zonderBudget(gekozen) : gekozen;
    const { categorie, code } = oud ?? nieuw;
    const wat = oud?.code == null ? (oud ?? nieuw) : { omvang: omvang(kies, oud.code), budget: null };
    const referentie = verzoek !== undefined && (nr === 0 || verzoek.soort === 'VOW') ? verzoek.referentie : null;
    const nummer = 1000 + (kies.soms(8) ? kies.getal(5) : 10 * bij.nr + nr);
    const reden = weg ? (oudeRelease ? '01' : '13') : oud === undefined ? null : oudeRelease ? '03' : '12';
    return {
      nummer: oud === undefined ? (oudeRelease && kies.soms(3) ? null : nummer) : oud.nummer,
      referentie: kies.soms(15) ? kies.uit([null, 'R1', 'ONBEKEND']) : referentie,
      categorie,
      code,
      datum: kies.uit([VANDAAG, '2026-06-10']),
      tijd: kies.uit(['08:00:00', '12:00:00', '16:00:00']),
      begin,
      einde: weg && !kies.soms(20) ? begin : nieuw.einde,
      reden,
      omvang: wat.omvang,
      budget: wat.budget === null || !kies.soms(4) ? wat.budget : wat.budget + 1000,
    };
  });
  return { ...hoofd, type: 'JW301', bsn: wie, producten };
};
