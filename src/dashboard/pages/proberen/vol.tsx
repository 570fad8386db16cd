import type { VNode } from 'preact';
import type { Vol } from '../../../rules/regel.ts';
import type { Voorstel } from '../../../rules/voorstellen.ts';
import { groepeer } from '../../../standard/groepeer.ts';
import { count, euros } from '../../kit/value.tsx';
import { stukkenVan } from '../bericht/plek.ts';

/** So many toewijzingen are named. */
const GENOEMD = 6;

/** Whether every line of the declaratie is on a toewijzing of which nothing is left: then there is nothing to send. */
export function allesVol(van: readonly Voorstel[], tekst: string): boolean {
  const vol = new Set(van.flatMap(({ vol, prestatie }) => (vol === null || prestatie === null ? [] : [prestatie.pad])));
  return vol.size > 0 && vol.size === stukkenVan(tekst, 'Prestatie').length;
}

/** Of each toewijzing that is full that it is, and that there is nothing to send for its lines. */
export function volZinnen(van: readonly Voorstel[]): readonly string[] {
  const vol = van.flatMap((een) => (een.vol === null ? [] : [een.vol]));
  return [...groepeer(vol, ({ welke }) => welke).values()].slice(0, GENOEMD).flatMap((leden) => {
    const [eerste] = leden;
    return eerste === undefined ? [] : [zin(eerste, leden.length)];
  });
}

function zin({ welke, gedeclareerd, toegewezen, eenheid, ookHier }: Vol, prestaties: number): string {
  const hier = ookHier ? ', met wat er verder in dit bericht staat' : '';
  const hoeveel =
    eenheid === 'eurocent'
      ? `${euros(gedeclareerd)} van ${euros(toegewezen)}`
      : `${count(gedeclareerd)} van ${count(toegewezen)} ${eenheid}`;
  const waarvoor = prestaties === 1 ? 'deze prestatie' : `deze ${count(prestaties)} prestaties`;
  return `${welke.charAt(0).toUpperCase()}${welke.slice(1)} is opgebruikt (${hoeveel}${hier}): voor ${waarvoor} is er nu niets te sturen, vraag eerst om een ruimere toewijzing (met een JW317, of bij de gemeente).`;
}

/** In place of what can be put right, where nothing can. */
export function NietsTeSturen({ van }: { readonly van: readonly Voorstel[] }): VNode {
  return (
    <div class="bericht-vak" id="verbeter">
      <p>
        <strong>Er is nu niets om te sturen.</strong>
      </p>
      {volZinnen(van).map((een) => (
        <p>{een}</p>
      ))}
      <p>Is de toewijzing ruimer geworden, open dan dit bericht opnieuw op Proberen: daar staat dan wat er past.</p>
    </div>
  );
}

/** Beside a kind of finding that says to ask for less: that this does not help where nothing is left. */
export function verlagenHelptNiet(regel: string, van: readonly Voorstel[]): string | null {
  const past = van.filter((een) => een.regel === regel);
  if (past.every(({ vol }) => vol === null)) return null;
  return past.every(({ vol }) => vol !== null)
    ? 'Er past niets meer: het volume verlagen helpt hier niet.'
    : 'Waar niets meer past helpt het volume verlagen niet.';
}
