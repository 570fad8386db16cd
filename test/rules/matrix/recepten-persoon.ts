import { plusJaren } from '../../../src/standard/datum.ts';
import type { Bericht } from '../../../src/xml/tree.ts';
import { met, zonder } from '../builders.ts';
import { boven, dagen, dagVan, erin, type Recept, totKlasse, waarde } from './recept.ts';

/** Clients, relations and their addresses. */

const TELEFOON = { Telefoon01: { Telefoonnummer: '0201234567', Landnummer: '+31' } };
const CONTACT = /^Contact$/;

/** The Contact of this element, reachable by telephone so that TR006 asks for no address. */
function metTelefoon(basis: Bericht, element: string): { readonly contact: string; readonly begin: Bericht } {
  const contact = totKlasse(element, CONTACT);
  return { contact, begin: met(basis, [`${contact}/Telefoon`, TELEFOON]) };
}

/** The Contact of this element as a temporary one; another takes its place as an address of the client (TR061). */
function tijdelijk(basis: Bericht, element: string): Bericht {
  const contact = totKlasse(element, CONTACT);
  const ander = `${contact}[2]`;
  const soort = met(basis, [`${contact}/Soort`, '04']);
  return contact.includes('Relatie') ? soort : zonder(met(soort, [`${ander}/Soort`, '02']), `${ander}/Periode`);
}

const datumGebruik: Recept = ({ basis, element }) =>
  (
    [
      ['3', '1900-01-01', '2012-01-01'],
      ['2', '2012-01-01', '2012-02-01'],
      ['1', '2012-02-01', '2012-02-02'],
    ] as const
  ).map(([DatumGebruik, goed, fout]) => {
    const metDatum = (Datum: string) => met(basis, [boven(element), { Datum, DatumGebruik }]);
    return { goed: metDatum(goed), fout: metDatum(fout) };
  });

export const PERSOON_RECEPTEN: Readonly<Record<string, Recept>> = {
  CS002: erin('999900007'),
  CS139: datumGebruik,
  TR002: ({ basis, element }) => {
    const grens = plusJaren(dagVan(basis), -120);
    return [{ goed: met(basis, [element, grens]), fout: met(basis, [element, dagen(grens, -1)]) }];
  },
  CS050: ({ basis, element }) => {
    const metPartner = met(basis, [`${boven(element)}/Partnernaam`, { Achternaam: 'Ander' }]);
    const client = element.startsWith('Client/Naam/');
    return [
      { goed: basis, fout: met(basis, [element, '2']) },
      {
        goed: met(metPartner, [element, '4']),
        fout: met(metPartner, [element, '6']),
        ook: client ? ['CS318'] : [],
      },
    ];
  },
  CS318: ({ basis, element }) => [{ goed: basis, fout: met(basis, [`${element}/NaamGebruik`, '6']) }],
  CD007: ({ basis, element }) => {
    const schriftelijk = met(basis, [`${boven(element)}/Vorm`, '2']);
    return [
      { goed: basis, fout: zonder(basis, element) },
      { goed: zonder(schriftelijk, element), fout: schriftelijk },
    ];
  },
  CD005: ({ basis, element }) => {
    const { contact, begin } = metTelefoon(basis, element);
    const kaal = zonder(met(begin, [`${contact}/Soort`, '02']), element, `${contact}/Adres/Postcode`);
    const schoon = contact.includes('Relatie') ? kaal : zonder(kaal, `${contact}[2]/Periode`);
    const ander = contact.includes('Relatie') ? schoon : met(schoon, [`${contact}[2]/Soort`, '03']);
    return [
      { goed: basis, fout: zonder(basis, element) },
      { goed: ander, fout: met(ander, [element, 'BE']) },
    ];
  },
  CD009: erin({ Begindatum: '2026-01-01' }),
  CD025: ({ basis, element }) => {
    const { contact, begin } = metTelefoon(basis, element);
    const buitenland = met(zonder(begin, element), [`${contact}/Adres/LandCode`, 'BE']);
    return [
      { goed: begin, fout: zonder(begin, element) },
      { goed: buitenland, fout: met(buitenland, [`${contact}/Adres/LandCode`, 'NL']) },
    ];
  },
  CD034: ({ basis, element }) => {
    const { contact, begin } = metTelefoon(basis, element);
    return [
      { goed: begin, fout: zonder(begin, element, `${contact}/Adres/LandCode`) },
      { goed: begin, fout: zonder(begin, `${contact}/Adres`) },
    ];
  },
  CS089: waarde('1181aa', '0181AA'),
  TR006: ({ basis, element }) => {
    const zonderHuis = zonder(met(basis, [`${element}/Adres/LandCode`, 'BE']), `${element}/Adres/Huis`);
    return [
      { goed: met(zonderHuis, [`${element}/Telefoon`, TELEFOON]), fout: zonderHuis },
      { goed: basis, fout: zonderHuis },
    ];
  },
  TR061: ({ basis, element }) => {
    const alleen = (Soort: string) =>
      met(basis, [`${element}/Contactgegevens/Contact`, [{ Soort, Telefoon: TELEFOON }]]);
    return [{ goed: alleen('02'), fout: alleen('04') }];
  },
};

/** CS003 on the Periode of a Contact. */
export const CONTACTPERIODE: Recept = ({ basis, element }) => {
  const begin = tijdelijk(basis, element);
  const tot = (Einddatum: string) => met(begin, [boven(element), { Begindatum: '2026-02-02', Einddatum }]);
  return [{ goed: tot('2026-02-02'), fout: tot('2026-02-01') }];
};
