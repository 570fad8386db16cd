import type { RegieRecord } from '../../dossier/regie.ts';
import { isVoor } from '../../standard/datum.ts';
import { AKKOORD, alsFout } from '../content/inhoudsregel.ts';
import { isVerwijdering } from '../content/velden.ts';
import type { Klasse } from '../klasse.ts';
import type { Afkeur, Omgeving, Regel } from '../regel.ts';
import { regieVelden } from '../regie.ts';
import { ALLEEN_32, BEIDE_RELEASES } from '../releases.ts';
import { clientVan } from './client.ts';
import { contextregel } from './contextregel.ts';
import { isGekoppeld } from './koppeling.ts';
import { laatste, regieBij, startsIn, stopsVan, zelfdeProduct } from './levering.ts';

/** RedenBeeindiging of a stop after which delivery may go on; every other reason is definitive. */
const TIJDELIJK = '20';

type Velden = ReturnType<typeof regieVelden>;

/** A check of a first delivery among those of its levering: nothing more is looked at of a removal or an orphan. */
function bijEersteAanlevering(toets: (velden: Velden, regie: readonly RegieRecord[]) => readonly Afkeur[]) {
  return (klasse: Klasse, omgeving: Omgeving): readonly Afkeur[] => {
    if (isVerwijdering(klasse) || !isGekoppeld(klasse, omgeving)) return AKKOORD;
    const velden = regieVelden(klasse);
    return toets(velden, regieBij(velden, clientVan(klasse, omgeving), omgeving));
  };
}

/** TR326: a start that no stop has ended is still current. */
function looptNog(_velden: Velden, regie: readonly RegieRecord[]): readonly Afkeur[] {
  const lopend = startsIn(regie).find((start) => stopsVan(start, regie).length === 0);
  return alsFout(lopend !== undefined, 'Begindatum', { begindatum: lopend?.begindatum ?? '' });
}

/**
 * TR382: a stop repeats the key of the latest start. An earlier start may be stopped as well while no stop for it stands:
 * so a wrong stop can be removed and sent again after delivery was resumed.
 */
function geenStart(velden: Velden, regie: readonly RegieRecord[]): readonly Afkeur[] {
  const starts = startsIn(regie);
  const bedoeld = starts.find((start) => start.begindatum === velden.begindatum && zelfdeProduct(start, velden));
  const goed = bedoeld !== undefined && (bedoeld === laatste(starts) || stopsVan(bedoeld, regie).length === 0);
  return alsFout(!goed, 'Begindatum', { start: laatste(starts)?.begindatum ?? 'geen' });
}

/** TR413: no second temporary stop. */
function weerTijdelijk(velden: Velden, regie: readonly RegieRecord[]): readonly Afkeur[] {
  if (velden.redenBeeindiging !== TIJDELIJK) return AKKOORD;
  const eerder = stopsVan(velden, regie).find((stop) => stop.redenBeeindiging === TIJDELIJK);
  return alsFout(eerder !== undefined, 'RedenBeeindiging', { einddatum: eerder?.einddatum ?? '' });
}

/** TR414: a later stop does not end before the current one. */
function eindigtEerder(velden: Velden, regie: readonly RegieRecord[]): readonly Afkeur[] {
  const actueel = laatste(stopsVan(velden, regie))?.einddatum ?? null;
  const fout = actueel !== null && velden.einddatum !== null && isVoor(velden.einddatum, actueel);
  return alsFout(fout, 'Einddatum', { einddatum: actueel ?? '' });
}

/** TR415: nothing after a definitive stop. */
function alBeeindigd(velden: Velden, regie: readonly RegieRecord[]): readonly Afkeur[] {
  const definitief = stopsVan(velden, regie).find((stop) => stop.redenBeeindiging !== TIJDELIJK);
  return alsFout(definitief !== undefined, 'RedenBeeindiging', { einddatum: definitief?.einddatum ?? '' });
}

const STOP = { berichten: ['JW307'], klassen: ['StopProduct'], kennis: 'R' } as const;

export const START_STOP_REGELS: readonly Regel[] = [
  ...contextregel(
    'TR326',
    { retourcode: '9326', berichten: ['JW305'], klassen: ['StartProduct'], kennis: 'R', releases: BEIDE_RELEASES },
    bijEersteAanlevering(looptNog),
  ),
  ...contextregel('TR382', { ...STOP, retourcode: '9069', releases: BEIDE_RELEASES }, bijEersteAanlevering(geenStart)),
  ...contextregel('TR413', { ...STOP, retourcode: '9413', releases: ALLEEN_32 }, bijEersteAanlevering(weerTijdelijk)),
  ...contextregel('TR414', { ...STOP, retourcode: '9414', releases: ALLEEN_32 }, bijEersteAanlevering(eindigtEerder)),
  ...contextregel('TR415', { ...STOP, retourcode: '9415', releases: ALLEEN_32 }, bijEersteAanlevering(alBeeindigd)),
];
