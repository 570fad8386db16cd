import { elfproef } from '../../standard/bsn.ts';
import { isVoor, plusJaren } from '../../standard/datum.ts';
import type { BerichtType } from '../../standard/message-types.ts';
import type { Groep } from '../../xml/tree.ts';
import { groepVan, waardeVan } from '../../xml/tree.ts';
import type { Regel } from '../regel.ts';
import { BEIDE_RELEASES } from '../releases.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { dagtekeningVan, isGevuld } from './velden.ts';

/** Clients and relations: BSN, birth date, name, communication. */

const MET_GEBOORTEDATUM: readonly BerichtType[] = ['JW301', 'JW305', 'JW307', 'JW315', 'JW303', 'JW304'];
const OUDST = 120;

function datumGebruikKlopt(geboortedatum: Groep): boolean {
  const datum = waardeVan(geboortedatum, 'Datum') ?? '';
  const gebruik = waardeVan(geboortedatum, 'DatumGebruik');
  if (gebruik === '3') return datum === '1900-01-01';
  if (gebruik === '2') return datum.endsWith('-01-01');
  if (gebruik === '1') return datum.endsWith('-01');
  return true;
}

export const PERSOON_REGELS: readonly Regel[] = [
  ...inhoudsregel(
    'CS002',
    {
      berichten: [...MET_GEBOORTEDATUM, 'JW317', 'JW323', 'JW325'],
      klassen: ['Client'],
      releases: BEIDE_RELEASES,
    },
    ({ waarden }) => alsFout(!elfproef(waardeVan(waarden, 'Bsn') ?? ''), 'Bsn'),
  ),
  ...inhoudsregel(
    'TR002',
    { berichten: MET_GEBOORTEDATUM, klassen: ['Client', 'Relatie'], releases: BEIDE_RELEASES },
    ({ waarden }, { bericht }) => {
      const datum = waardeVan(waarden, 'Geboortedatum/Datum');
      const onbekend = datum === '1900-01-01' && waardeVan(waarden, 'Geboortedatum/DatumGebruik') === '3';
      if (datum === undefined || onbekend) return [];
      const dagtekening = dagtekeningVan(bericht);
      return alsFout(isVoor(datum, plusJaren(dagtekening, -OUDST)), 'Geboortedatum/Datum', { dagtekening });
    },
  ),
  ...inhoudsregel(
    'CS139',
    { berichten: MET_GEBOORTEDATUM, klassen: ['Client', 'Relatie'], releases: BEIDE_RELEASES },
    ({ waarden }) => {
      const geboortedatum = groepVan(waarden, 'Geboortedatum');
      const fout = geboortedatum !== undefined && !datumGebruikKlopt(geboortedatum);
      return alsFout(fout, 'Geboortedatum/DatumGebruik');
    },
  ),
  ...inhoudsregel(
    'CS050',
    { berichten: ['JW301'], klassen: ['Client', 'Relatie'], releases: BEIDE_RELEASES },
    ({ waarden }) => {
      const metPartner = groepVan(waarden, 'Naam/Partnernaam') !== undefined;
      const mag = metPartner ? ['1', '2', '3', '4'] : ['1', '6'];
      const gebruik = waardeVan(waarden, 'Naam/NaamGebruik') ?? '';
      const partner = metPartner ? 'een' : 'geen';
      return alsFout(!mag.includes(gebruik), 'Naam/NaamGebruik', { gebruik, partner, mag: mag.join(', ') });
    },
  ),
  ...inhoudsregel('CS318', { berichten: ['JW301'], klassen: ['Client'], releases: BEIDE_RELEASES }, ({ waarden }) =>
    alsFout(waardeVan(waarden, 'Naam/NaamGebruik') === '6', 'Naam/NaamGebruik'),
  ),
  ...inhoudsregel('CD007', { berichten: ['JW301'], klassen: ['Client'], releases: BEIDE_RELEASES }, ({ waarden }) => {
    const vorm = waardeVan(waarden, 'Communicatie/Vorm');
    if (vorm === undefined) return [];
    return alsFout((vorm === '1') !== isGevuld(waarden, 'Communicatie/Taal'), 'Communicatie/Taal', { vorm });
  }),
];
