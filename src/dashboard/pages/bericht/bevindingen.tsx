import type { VNode } from 'preact';
import type { Bevinding } from '../../../findings/bevinding.ts';
import { Merk } from '../../kit/merk.tsx';
import { Xml } from '../../kit/rol.tsx';
import { count, euros } from '../../kit/value.tsx';
import { codeMeans } from '../../words/causes.ts';
import { findingText, niveauText } from '../../words/finding.ts';
import type { Names } from '../../words/names.ts';
import { type Zin, zelfdeSlot } from '../oorzaken/zinnen.ts';
import { fragment } from './fragment.ts';
import { bedragIn, lijnVan } from './prestatie.ts';
import { type Bevindingsoort, soortenVan } from './soorten.ts';

/** Of each kind so many different texts, and so many places, are shown at once; what is more is folded away. */
const TEKSTEN = 6;
const PLEKKEN = 3;
/** So many places of a kind are shown with the place in the XML beside it. */
const HOOGSTENS = 200;

interface Bron {
  readonly prestatie: ReturnType<typeof lijnVan>;
  /** Lines of the message; null where it may not be shown. */
  readonly regels: readonly string[] | null;
  /** What more there is to say of a finding of this rule; null for nothing. */
  readonly bij: (regel: string) => string | null;
}

/** What is wrong and what to do, each kind once with how often and where. With the text of the message the place is shown too. */
export function Bevindingen(props: {
  readonly van: readonly Bevinding[];
  readonly xml: string | null;
  readonly names: Names;
  readonly bij?: Bron['bij'];
}): VNode {
  const { van, xml, names, bij = () => null } = props;
  if (van.length === 0) return <p class="leeg">Er is niets op dit bericht aan te merken.</p>;
  const bron: Bron = { prestatie: lijnVan(xml), regels: xml === null ? null : xml.split(/\r?\n/), bij };
  const soorten = soortenVan(van);
  return (
    <>
      {van.length === soorten.length ? null : (
        <p>
          {count(van.length)} bevindingen,{' '}
          {soorten.length === 1 ? 'alle van één soort' : `van ${soorten.length} soorten`}.
        </p>
      )}
      <ol class="bevindingen">
        {soorten.map((soort) => (
          <Soort van={soort} bron={bron} names={names} />
        ))}
      </ol>
    </>
  );
}

function Soort(props: { readonly van: Bevindingsoort; readonly bron: Bron; readonly names: Names }): VNode {
  const { van, bron, names } = props;
  const { eerste, leden, teksten } = van;
  const { ernst, regel, retourcode, niveau } = eerste;
  const betekent = codeMeans(retourcode);
  const producten = names.productsIn(teksten.map(({ melding }) => melding));
  const rest = leden.slice(PLEKKEN, HOOGSTENS);
  const meer = bron.bij(regel);
  return (
    <li class={ernst}>
      <p class="bevinding-kop">
        <Merk toon={ernst === 'fout' ? 'fout' : 'let-op'}>{ernst}</Merk> <strong>{regel}</strong>
        {leden.length === 1 ? null : <strong> {count(leden.length)} keer</strong>}
        {retourcode === null ? null : (
          <span>
            retourcode {retourcode}
            {betekent === null ? '' : `: ${betekent}`}
          </span>
        )}
        <span class="uitleg">{niveauText(niveau)}</span>
      </p>
      <Teksten van={teksten} />
      {producten.length === 0 ? null : <p>Product: {producten.join(', ')}.</p>}
      {meer === null ? null : <p class="uitleg">{meer}</p>}
      {leden.slice(0, PLEKKEN).map((een) => (
        <Plek van={een} bron={bron} />
      ))}
      {rest.length === 0 ? null : (
        <details>
          <summary>
            Ook op {rest.length === 1 ? 'één andere plaats' : `${count(leden.length - PLEKKEN)} andere plaatsen`}
            <span class="alleen-gehoord"> van {regel}</span>
          </summary>
          {rest.map((een) => (
            <Plek van={een} bron={bron} />
          ))}
          {leden.length > HOOGSTENS ? <p>De andere staan in het CSV-bestand hieronder.</p> : null}
        </details>
      )}
    </li>
  );
}

/** Each text once with how often; what all of them end with stands once below them. */
function Teksten({ van }: { readonly van: Bevindingsoort['teksten'] }): VNode {
  const [enige] = van;
  if (van.length === 1 && enige !== undefined) return <p>{findingText(enige.melding)}</p>;
  const { zinnen, slot } = zelfdeSlot(van.map(({ melding, aantal }) => ({ aantal, tekst: findingText(melding) })));
  const regel = ({ tekst, aantal }: Zin) => (
    <li>
      {aantal === 1 ? '' : `${count(aantal)} keer: `}
      {tekst}
    </li>
  );
  return (
    <>
      <ul>{zinnen.slice(0, TEKSTEN).map(regel)}</ul>
      {zinnen.length <= TEKSTEN ? null : (
        <details>
          <summary>Nog {count(zinnen.length - TEKSTEN)} zulke zinnen, met andere getallen</summary>
          <ul>{zinnen.slice(TEKSTEN, HOOGSTENS).map(regel)}</ul>
        </details>
      )}
      {slot === null ? null : <p>{slot}</p>}
    </>
  );
}

/** Where it is: the line of a declaratie, the line of the file, and that line marked between those round it. */
function Plek({ van, bron }: { readonly van: Bevinding; readonly bron: Bron }): VNode | null {
  const { pad, lijn, kolom } = van;
  const prestatie = bron.prestatie(van);
  const bedrag = prestatie === null ? null : bedragIn(prestatie.tekst);
  if (pad === null && lijn === null) return null;
  return (
    <>
      <p class="plek uitleg">
        {prestatie === null || prestatie.referentie === null ? null : (
          <>
            Prestatie met ReferentieNummer <strong>{prestatie.referentie}</strong>
            {bedrag === null ? '' : `, ${euros(bedrag)}`}.{' '}
          </>
        )}
        {lijn === null ? null : `Lijn ${lijn}${kolom === null ? '' : `, kolom ${kolom}`} van het bestand. `}
        {pad === null ? null : <code>{pad.replaceAll('/', '/\u200b')}</code>}
      </p>
      {bron.regels === null || lijn === null ? null : <Fragment regels={bron.regels} lijn={lijn} />}
    </>
  );
}

/** The line that a finding is about, marked, between those round it. */
function Fragment({ regels, lijn }: { readonly regels: readonly string[]; readonly lijn: number }): VNode {
  return (
    <Xml label={`De XML rond lijn ${lijn}`}>
      {fragment(regels, lijn).map(({ nummer, tekst, gemarkeerd }) => (
        <>
          <span class="regelnummer">{String(nummer).padStart(5)} </span>
          {gemarkeerd ? <mark>{tekst}</mark> : tekst}
          {'\n'}
        </>
      ))}
    </Xml>
  );
}
