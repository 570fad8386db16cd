import { AKKOORD, alsFout } from '../content/inhoudsregel.ts';
import { isVerwijdering } from '../content/velden.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { regieSleutel, regieVelden } from '../regie.ts';
import { BEIDE_RELEASES } from '../releases.ts';
import { clientVan } from './client.ts';
import { contextregel } from './contextregel.ts';
import { isGekoppeld } from './koppeling.ts';
import { regieBij, stopsVan, zelfdeProduct } from './levering.ts';

function isBekend(klasse: Klasse, omgeving: Omgeving): boolean {
  const velden = regieVelden(klasse);
  const { release } = omgeving.bericht;
  const sleutel = regieSleutel(velden, release);
  const bekend = regieBij(velden, clientVan(klasse, omgeving), omgeving);
  return bekend.some((record) => regieSleutel(record, release) === sleutel);
}

/** TR063: what is removed was delivered before. */
function nietsTeVerwijderen(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  return alsFout(isVerwijdering(klasse) && !isBekend(klasse, omgeving), 'StatusAanlevering');
}

/** TR071: first the stop goes, then the start. */
function startMetStop(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  if (!isVerwijdering(klasse) || !isBekend(klasse, omgeving)) return AKKOORD;
  const velden = regieVelden(klasse);
  const stops = stopsVan(velden, regieBij(velden, clientVan(klasse, omgeving), omgeving));
  const stop = stops.find((record) => zelfdeProduct(record, velden));
  return alsFout(stop !== undefined, 'StatusAanlevering', { einddatum: stop?.einddatum ?? '' });
}

/** TR074: a first delivery has a key of its own. */
function sleutelGebruikt(klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] {
  const fout = !isVerwijdering(klasse) && isGekoppeld(klasse, omgeving) && isBekend(klasse, omgeving);
  return alsFout(fout, 'Begindatum');
}

const REGIE = { kennis: 'R', releases: BEIDE_RELEASES } as const;
const BEIDE = { berichten: ['JW305', 'JW307'], klassen: ['StartProduct', 'StopProduct'] } as const;

export const AANLEVERING_REGELS: readonly Regel[] = [
  ...contextregel('TR063', { ...REGIE, ...BEIDE, retourcode: '9063' }, nietsTeVerwijderen),
  ...contextregel(
    'TR071',
    { ...REGIE, retourcode: '9071', berichten: ['JW305'], klassen: ['StartProduct'] },
    startMetStop,
  ),
  ...contextregel('TR074', { ...REGIE, ...BEIDE, retourcode: '9074' }, sleutelGebruikt),
];
