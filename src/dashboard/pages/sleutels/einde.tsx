import type { VNode } from 'preact';
import type { Sleutel } from '../../../access/keys/contract.ts';
import { isInForce } from '../../../access/keys/sleutelkast.ts';
import type { Subscription } from '../../../gateway/people/subscriptions.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Moment } from '../../kit/value.tsx';
import type { Names } from '../../words/names.ts';
import { Abonnementen } from './abonnementen.tsx';

/** What ends with a key, before it does: whoever works with it is stopped at once. */
export function Einde(props: {
  readonly sleutel: Sleutel;
  readonly alle: readonly Sleutel[];
  readonly now: Date;
  /** What was subscribed to with it. */
  readonly abonnementen: readonly Subscription[];
  /** Of who asks: it may be its own key. */
  readonly eigen: string;
  /** The last day that was filled in, where the key ends by that; null: for good. */
  readonly geldigTot: string | null;
  readonly naam: string;
  readonly names: Names;
}): VNode {
  const { sleutel, alle, now, abonnementen, eigen, geldigTot, naam, names } = props;
  const { id, laatstGebruiktOp } = sleutel;
  const partijen = sleutel.partijen ?? (sleutel.partij === null ? [] : [sleutel.partij]);
  const andere = alle.filter((een) => een.id !== id && isInForce(een, now));
  const haalt = (code: string) => (een: Sleutel) =>
    !een.alleenLezen && (een.partij === code || een.partijen?.includes(code) === true);
  const zonder = partijen.filter((code) => !andere.some(haalt(code)));
  const met = partijen.filter((code) => !zonder.includes(code));
  const laatsteBeheerder = sleutel.rol === 'beheerder' && !andere.some(({ rol }) => rol === 'beheerder');
  return (
    <Formulier action={`/sleutels/${id}`} class="bericht-vak fout" label={`Beëindig ${sleutel.naam}`}>
      <p>
        <strong>Wilt u de sleutel “{sleutel.naam}” beëindigen?</strong>
      </p>
      <ul>
        <li>
          Wie met deze sleutel werkt kan binnen vijf seconden niets meer versturen, ophalen of bekijken, ook wie er nu
          mee is aangemeld.{' '}
          {laatstGebruiktOp === null ? (
            'Zij is nooit gebruikt.'
          ) : (
            <>
              Zij is het laatst gebruikt op <Moment op={laatstGebruiktOp} />.
            </>
          )}
        </li>
        {zonder.length === 0 ? null : (
          <li>
            {zonder.map((code) => names.party(code)).join(', ')} {zonder.length === 1 ? 'heeft' : 'hebben'} geen andere
            geldige sleutel waarmee berichten zijn op te halen. Wat daar binnenkomt blijft wachten tot er een nieuwe is.
          </li>
        )}
        {met.length === 0 ? null : (
          <li>Voor {met.map((code) => names.party(code)).join(', ')} blijft een andere sleutel geldig.</li>
        )}
        {id === eigen ? <li>Het is de sleutel waarmee u nu bent aangemeld: u wordt afgemeld.</li> : null}
        {laatsteBeheerder ? <li>Er is geen andere geldige sleutel van een beheerder in deze lijst.</li> : null}
        <li>
          {geldigTot === null
            ? 'Dit is niet terug te draaien. Een nieuwe sleutel maken kan altijd.'
            : 'De laatste dag die u invulde is voorbij. Met een latere dag wordt zij weer geldig.'}
        </li>
      </ul>
      <Abonnementen van={abonnementen} andere={andere} />
      <input type="hidden" name="naam" value={naam} />
      <input type="hidden" name="geldigTot" value={geldigTot ?? ''} />
      <input type="hidden" name="zeker" value="ja" />
      <p class="knoppen">
        <Knop naam="doen" waarde={geldigTot === null ? 'beeindig' : 'wijzig'}>
          Ja, beëindig deze sleutel
        </Knop>
        <a href="/sleutels">Nee, terug</a>
      </p>
    </Formulier>
  );
}
