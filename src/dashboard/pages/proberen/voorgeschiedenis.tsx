import type { VNode } from 'preact';
import type { Bevinding } from '../../../findings/bevinding.ts';
import { PRETENDS } from '../../../gateway/trials/pretend.ts';
import { count } from '../../kit/value.tsx';
import { pastOf } from '../../words/history.ts';

/**
 * How much of a trial hangs on what was exchanged before: a message tried on its own is refused for what the gateway does not
 * have (yet), and its sender would look for the mistake in the message. Null where all that it names is known: what does not
 * fit with that is wrong.
 */
export function Voorgeschiedenis(props: {
  readonly van: readonly Bevinding[];
  readonly type: string | null;
  /** ToewijzingNummers that were taken for granted already. */
  readonly alsof: readonly number[];
}): VNode | null {
  const { van, type, alsof } = props;
  const fouten = van.filter(({ ernst }) => ernst === 'fout');
  const verleden = fouten.filter(({ regel }) => ZONDER_TOEWIJZING.has(regel) || ONBEKEND.has(regel));
  if (verleden.length === 0) return null;
  const zonder = verleden.some(({ regel }) => ZONDER_TOEWIJZING.has(regel));
  const wat = [...new Set(verleden.flatMap(({ regel }) => pastOf(regel)))];
  return (
    <div class="bericht-vak">
      <p>
        <strong>
          {verleden.length === fouten.length
            ? 'Los van wat er eerder is uitgewisseld is er niets op dit bericht aan te merken: het bestand, de structuur, de inhoud en de afspraken kloppen.'
            : `${count(verleden.length)} van de ${count(fouten.length)} fouten hangen af van wat er eerder is uitgewisseld, niet van het bericht alleen.`}
        </strong>
      </p>
      <p>
        De gateway vergelijkt met wat zij nu heeft: {opsomming(wat)}. Proberen bewaart niets, dus wat u eerder probeerde
        telt niet mee. Moet een toewijzing of een eerder bericht nog komen, of is dit een proefbericht over een
        verzonnen kind, dan zegt dit niets over het echte bericht.{' '}
        {type !== null && PRETENDS.has(type) && alsof.length === 0 && zonder
          ? 'Probeer het dan ook met “Doe alsof de toewijzing er is” aangevinkt. '
          : ''}
        Wat de gateway nog vindt in wat er dan wel is (zoals een volume boven de toewijzing) ziet u pas als dat er is.
      </p>
    </div>
  );
}

/** Rules that find no toewijzing, or none of this child by this number. */
const ZONDER_TOEWIJZING: ReadonlySet<string> = new Set(['TR019', 'TR303', 'TR304', 'TR338', 'TR350', 'TR351']);

/** Rules that find nothing of what else a message goes on from: an earlier start, request or declaratie. */
const ONBEKEND: ReadonlySet<string> = new Set(['IV056', 'TR063', 'TR337', 'TR355', 'TR382']);

/** So many are named. */
const GENOEMD = 5;

/** What was taken for granted: the verdict says nothing of that. */
export function Alsof({ nummers }: { readonly nummers: readonly number[] }): VNode | null {
  if (nummers.length === 0) return null;
  const genoemd = nummers.slice(0, GENOEMD).join(', ');
  return (
    <p class="bericht-vak">
      {nummers.length === 1
        ? `Er is gedaan alsof toewijzing ${genoemd} bestaat`
        : `Er is gedaan alsof ${count(nummers.length)} toewijzingen bestaan (${genoemd}${nummers.length > GENOEMD ? ', …' : ''})`}
      , zoals dit bericht haar noemt en ruim genoeg. Of de echte toewijzing er is, van dit kind is en groot genoeg is,
      zegt deze uitkomst dus niet. Bij het echte bericht wordt dat wel beoordeeld.
    </p>
  );
}

/** Beside a kind of finding: what it was compared with. */
export function tegenWat(regel: string): string | null {
  const wat = pastOf(regel);
  return wat.length === 0 ? null : `Vergeleken met wat de gateway nu heeft: ${opsomming(wat)}.`;
}

function opsomming(delen: readonly string[]): string {
  const laatste = delen.at(-1) ?? '';
  return delen.length < 2 ? laatste : `${delen.slice(0, -1).join(', ')} en ${laatste}`;
}
