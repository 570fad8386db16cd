import { groepVan, lijstVan, waardeVan } from '../../xml/tree.ts';
import type { Regel } from '../regel.ts';
import { BEIDE_RELEASES } from '../releases.ts';
import type { Bereik } from './inhoudsregel.ts';
import { alsFout, inhoudsregel } from './inhoudsregel.ts';
import { isGevuld } from './velden.ts';

/** Addresses in a JW301. CD005 is about LandCode, CD025 about Huis and CD034 about Postcode. */
const CONTACT: Bereik = { berichten: ['JW301'], klassen: ['Contact'], releases: BEIDE_RELEASES };
const SOORTEN_VAN_CLIENT: ReadonlySet<string | undefined> = new Set(['01', '02', '03']);
const NEDERLANDSE_POSTCODE = /^[1-9][0-9]{3}[a-zA-Z]{2}$/;

export const CONTACT_REGELS: readonly Regel[] = [
  ...inhoudsregel('TR006', CONTACT, ({ waarden }) => {
    const telefoon = groepVan(waarden, 'Telefoon') !== undefined;
    const huis = groepVan(waarden, 'Adres/Huis') !== undefined && isGevuld(waarden, 'Adres/Postcode');
    return alsFout(!telefoon && !huis, '');
  }),
  ...inhoudsregel('TR061', { ...CONTACT, klassen: ['Client'] }, ({ waarden }) => {
    const contacten = lijstVan(waarden, 'Contactgegevens/Contact');
    return alsFout(!contacten.some((c) => SOORTEN_VAN_CLIENT.has(waardeVan(c, 'Soort'))), 'Contactgegevens');
  }),
  ...inhoudsregel('CD005', CONTACT, ({ waarden }) => {
    const postcode = isGevuld(waarden, 'Adres/Postcode');
    const fout = postcode !== isGevuld(waarden, 'Adres/LandCode');
    return alsFout(fout, 'Adres/LandCode', { postcodeIs: postcode ? 'gevuld' : 'leeg' });
  }),
  ...inhoudsregel('CD009', CONTACT, ({ waarden }) => {
    const soort = waardeVan(waarden, 'Soort') ?? '';
    return alsFout(groepVan(waarden, 'Periode') !== undefined && soort !== '04', 'Periode', { soort });
  }),
  ...inhoudsregel('CD025', CONTACT, ({ waarden }) => {
    const inNederland = waardeVan(waarden, 'Adres/LandCode') === 'NL';
    return alsFout(inNederland && groepVan(waarden, 'Adres/Huis') === undefined, 'Adres/Huis');
  }),
  ...inhoudsregel('CD034', CONTACT, ({ waarden }) => {
    const soort = waardeVan(waarden, 'Soort') ?? '';
    const nodig = soort === '01' || soort === '03';
    return alsFout(nodig && !isGevuld(waarden, 'Adres/Postcode'), 'Adres/Postcode', { soort });
  }),
  ...inhoudsregel('CS089', CONTACT, ({ waarden }) => {
    const postcode = waardeVan(waarden, 'Adres/Postcode');
    if (postcode === undefined || waardeVan(waarden, 'Adres/LandCode') !== 'NL') return [];
    return alsFout(!NEDERLANDSE_POSTCODE.test(postcode), 'Adres/Postcode');
  }),
];
