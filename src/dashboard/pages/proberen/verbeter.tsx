import type { VNode } from 'preact';
import type { Improving } from '../../../gateway/trials/improve.ts';
import type { Voorstel } from '../../../rules/voorstellen.ts';
import { Knop } from '../../kit/formulier.tsx';
import { count } from '../../kit/value.tsx';
import type { Form } from '../../page.ts';
import { stukkenVan } from '../bericht/plek.ts';
import { alsXml, leesbaar, type Oorzaak, oorzakenVan } from './oorzaken.ts';
import { allesVol, NietsTeSturen } from './vol.tsx';

/** So many causes are offered, and of each so many changes named. */
const HOOGSTENS = 12;
const GENOEMD = 6;

/** What can be put right in one go, each cause with its choice. Stands in the form that holds the message. */
export function Verbeter(props: {
  readonly van: readonly Voorstel[];
  /** The message itself. */
  readonly tekst: string;
  /** What was chosen before, to go on from. */
  readonly ingevuld?: Verbeterkeuzen | undefined;
}): VNode | null {
  const { van, tekst, ingevuld } = props;
  const oorzaken = oorzakenVan(van);
  if (oorzaken.length === 0) return null;
  const alle = stukkenVan(tekst, 'Prestatie').length;
  if (allesVol(van, tekst)) return <NietsTeSturen van={van} />;
  return (
    <fieldset id="verbeter" class="keuzen">
      <legend>Verbeter dit bericht in één keer</legend>
      <p class="uitleg">
        Kies per oorzaak wat er gebeurt met alle plaatsen waar zij voorkomt. Bedragen en het totaalbedrag rekenen mee. U
        ziet daarna wat er van het verbeterde bericht zou worden; er wordt niets verstuurd.
      </p>
      {oorzaken.slice(0, HOOGSTENS).map((een, i) => (
        <EenOorzaak van={een} nr={i} ingevuld={ingevuld} alle={alle} />
      ))}
      {oorzaken.length <= HOOGSTENS ? null : (
        <p>En nog {count(oorzaken.length - HOOGSTENS)}; die ziet u als deze zijn verbeterd.</p>
      )}
      <p>
        <Knop naam="doen" waarde="verbeter">
          Verbeter het bericht
        </Knop>
      </p>
    </fieldset>
  );
}

interface Keus {
  readonly van: Oorzaak;
  readonly nr: number;
  readonly ingevuld: Verbeterkeuzen | undefined;
}

function EenOorzaak({ van, nr, ingevuld, alle }: Keus & { readonly alle: number }): VNode {
  const { vol, eerder, regel, wat, aantal, prestaties, wijzigingen, sleutel } = van;
  return (
    <div class="veld">
      <p>
        <strong>{regel}</strong>
        {wat === '' ? '' : ` ${wat}`}
        {prestaties ? `, ${aantal === 1 ? 'één prestatie' : `${count(aantal)} prestaties`}` : ''}
      </p>
      {vol.map((zin) => (
        <p>{zin}</p>
      ))}
      {eerder ? <p>{eerderZin(aantal, alle)}</p> : null}
      {wijzigingen.length === 0 ? <Invoer {...{ van, nr, ingevuld }} /> : <Voorgesteld {...{ van, nr, ingevuld }} />}
      {prestaties && !(eerder && aantal === alle) ? (
        <Vink id={`haaluit-${nr}`} naam="haaluit" waarde={sleutel} aan={ingevuld?.remove.has(sleutel) ?? false}>
          {aantal === 1
            ? 'Haal deze prestatie uit het bericht'
            : `Haal deze ${count(aantal)} prestaties uit het bericht`}
        </Vink>
      ) : null}
    </div>
  );
}

/** Of lines whose number stands on a line that was granted, or that the gemeente still judges: what that means for who sends them once more. */
function eerderZin(aantal: number, alle: number): string {
  const nummers =
    aantal === 1
      ? 'Dit nummer staat al op een prestatie; die is aangenomen of nog in behandeling.'
      : 'Deze nummers staan al op prestaties; die zijn aangenomen of nog in behandeling.';
  const dan =
    aantal === alle
      ? 'Stuurde u deze declaratie al eens, dan is er niets te sturen.'
      : 'Stuurde u ze al eens, haal ze er dan uit.';
  return `${nummers} ${dan} Zijn het andere prestaties, geef ze dan eigen nummers.`;
}

function Voorgesteld({ van, nr, ingevuld }: Keus): VNode {
  const { uitleg, element, wijzigingen, sleutel, minder } = van;
  const genoemd = wijzigingen
    .slice(0, GENOEMD)
    .map(({ tekst, aantal }) => (aantal === 1 ? tekst : `${tekst}, ${count(aantal)} keer`));
  const rest = wijzigingen.length - genoemd.length;
  return (
    <Vink id={`volg-${nr}`} naam="volg" waarde={sleutel} aan={ingevuld?.follow.has(sleutel) ?? !minder}>
      {element}: {genoemd.join('; ')}
      {rest > 0 ? `; en nog ${count(rest)}` : ''}
      {minder ? '. Dat is wat nog past; u declareert dan minder' : ''}
      {uitleg === '' ? '' : `. ${uitleg}`}
    </Vink>
  );
}

function Invoer({ van, nr, ingevuld }: Keus): VNode | null {
  const { element, waarde, aantal, sleutel, suggestie } = van;
  if (waarde === null) return null;
  const id = `zet-${nr}`;
  return (
    <>
      <input type="hidden" name="oorzaak" value={sleutel} />
      <input type="hidden" name="element" value={element} />
      <label for={id}>
        {element} is {leesbaar(element, waarde)};{' '}
        {aantal === 1 ? 'maak daarvan' : `maak daar ${count(aantal)} keer van`}
        {element === 'Identificatie' ? ' (de Dagtekening wordt die van vandaag)' : ''}
      </label>
      <input
        {...{ id, type: 'text', name: 'waarde', value: ingevuld?.getypt.get(sleutel) ?? suggestie }}
        autocomplete="off"
        spellcheck={false}
      />
    </>
  );
}

function Vink(props: {
  readonly id: string;
  readonly naam: string;
  readonly waarde: string;
  readonly aan: boolean;
  readonly children: VNode | (VNode | string)[] | string;
}): VNode {
  const { id, naam, waarde, aan, children } = props;
  return (
    <p class="keuze">
      <input type="checkbox" id={id} name={naam} value={waarde} checked={aan} />
      <label for={id}>{children}</label>
    </p>
  );
}

/** What was chosen and typed, as it was. */
export interface Verbeterkeuzen extends Pick<Improving, 'follow' | 'remove'> {
  readonly getypt: ReadonlyMap<string, string>;
}

export function keuzenIn(form: Form): Verbeterkeuzen {
  const waarden = form.all('waarde');
  return {
    follow: new Set(form.all('volg')),
    remove: new Set(form.all('haaluit')),
    getypt: new Map(form.all('oorzaak').map((sleutel, i) => [sleutel, waarden[i] ?? ''])),
  };
}

/** What was chosen. */
export function gekozen(form: Form): Improving {
  const [elementen, waarden] = [form.all('element'), form.all('waarde')];
  const paren = form.all('oorzaak').flatMap((sleutel, i): [string, string][] => {
    const getypt = (waarden[i] ?? '').trim();
    return getypt === '' ? [] : [[sleutel, alsXml(elementen[i] ?? '', getypt)]];
  });
  return {
    follow: new Set(form.all('volg')),
    set: new Map(paren),
    remove: new Set(form.all('haaluit')),
    granted: new Set(),
  };
}
