import { groepVan, lijstVan, waardeVan } from '../../xml/tree.ts';
import type { Regel } from '../regel.ts';
import type { Bereik } from './inhoudsregel.ts';
import { alsFout, BEIDE_RELEASES, inhoudsregel } from './inhoudsregel.ts';
import { isGevuld } from './velden.ts';

/**
 * Addresses in a JW301. The source names Contact.Adres for CD005, CD025 and CD034, but not which element of it. Only what
 * is wrong under every reading is refused (choice):
 * - CD034, "verplicht" with Soort 01 and 03: without Adres none of its elements is there;
 * - CD025, "verplicht" with LandCode NL: read as Huis or as Postcode, with CD005 beside it, Postcode is needed;
 * - CD005, "verplicht" with Postcode, else empty: Huis or LandCode is meant, so both missing, or both without Postcode.
 */
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
    const huis = groepVan(waarden, 'Adres/Huis') !== undefined;
    const land = isGevuld(waarden, 'Adres/LandCode');
    const gevuld = (is: boolean) => (is ? 'gevuld' : 'leeg');
    const inhoud = { postcodeIs: gevuld(postcode), huisIs: gevuld(huis), landIs: gevuld(land) };
    return alsFout(postcode ? !huis && !land : huis && land, 'Adres', inhoud);
  }),
  ...inhoudsregel('CD009', CONTACT, ({ waarden }) => {
    const soort = waardeVan(waarden, 'Soort') ?? '';
    return alsFout(groepVan(waarden, 'Periode') !== undefined && soort !== '04', 'Periode', { soort });
  }),
  ...inhoudsregel('CD025', CONTACT, ({ waarden }) => {
    const inNederland = waardeVan(waarden, 'Adres/LandCode') === 'NL';
    return alsFout(inNederland && !isGevuld(waarden, 'Adres/Postcode'), 'Adres/Postcode');
  }),
  ...inhoudsregel('CD034', CONTACT, ({ waarden }) => {
    const soort = waardeVan(waarden, 'Soort') ?? '';
    return alsFout((soort === '01' || soort === '03') && groepVan(waarden, 'Adres') === undefined, 'Adres', { soort });
  }),
  ...inhoudsregel('CS089', CONTACT, ({ waarden }) => {
    const postcode = waardeVan(waarden, 'Adres/Postcode');
    if (postcode === undefined || waardeVan(waarden, 'Adres/LandCode') !== 'NL') return [];
    return alsFout(!NEDERLANDSE_POSTCODE.test(postcode), 'Adres/Postcode');
  }),
];
