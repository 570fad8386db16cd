import type { VNode } from 'preact';
import type { Bevinding } from '../../../findings/bevinding.ts';
import { Merk } from '../../kit/merk.tsx';
import { Xml } from '../../kit/rol.tsx';
import { fragment } from './fragment.ts';
import { prestatieOf } from './prestatie.ts';

const NIVEAUS = ['het bestand', 'de structuur (XSD)', 'de inhoud', 'eerdere berichten', 'een externe bron'] as const;
/** So many are shown with the place in the XML beside them. */
const HOOGSTENS = 200;

/** Every finding: what is wrong, what to do, where. With the text of the message the place is shown too. */
export function Bevindingen({ van, xml }: { readonly van: readonly Bevinding[]; readonly xml: string | null }): VNode {
  if (van.length === 0) return <p class="leeg">Er is niets op dit bericht aan te merken.</p>;
  const referentie = prestatieOf(xml);
  const regels = xml === null ? null : xml.split(/\r?\n/);
  return (
    <>
      <ol class="bevindingen">
        {van.slice(0, HOOGSTENS).map((een) => (
          <li class={een.ernst}>
            <p class="bevinding-kop">
              <Merk toon={een.ernst === 'fout' ? 'fout' : 'let-op'}>{een.ernst}</Merk> <strong>{een.regel}</strong>
              {een.retourcode === null ? null : <span>retourcode {een.retourcode}</span>}
              <span class="uitleg">
                niveau {een.niveau}: {NIVEAUS[een.niveau]}
              </span>
            </p>
            <Prestatie nummer={referentie(een)} />
            <p>{een.melding}</p>
            <Plek van={een} />
            {regels === null || een.lijn === null ? null : <Fragment regels={regels} lijn={een.lijn} />}
          </li>
        ))}
      </ol>
      {van.length > HOOGSTENS ? (
        <p>Nog {van.length - HOOGSTENS} bevindingen; het hele verslag staat in het CSV-bestand hieronder.</p>
      ) : null}
    </>
  );
}

function Prestatie({ nummer }: { readonly nummer: string | null }): VNode | null {
  return nummer === null ? null : (
    <p>
      Prestatie met ReferentieNummer <strong>{nummer}</strong>
    </p>
  );
}

function Plek({ van: { pad, lijn, kolom } }: { readonly van: Bevinding }): VNode | null {
  if (pad === null && lijn === null) return null;
  return (
    <p class="plek uitleg">
      {lijn === null ? null : `Regel ${lijn}${kolom === null ? '' : `, kolom ${kolom}`}. `}
      {pad === null ? null : <code>{pad.replaceAll('/', '/\u200b')}</code>}
    </p>
  );
}

/** The line that a finding is about, marked, between those round it. */
function Fragment({ regels, lijn }: { readonly regels: readonly string[]; readonly lijn: number }): VNode {
  return (
    <Xml label={`De XML rond regel ${lijn}`}>
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
