import type { VNode } from 'preact';
import { labelVan } from '../../../standard/codelists/labels.ts';
import { Formulier, Keuze, Knop, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import type { Ingevuld } from './invoer.ts';

export const REDENEN = ['1', '2', '3', '4', '5', '6', '7', '8', '9'].map((code) => ({
  waarde: code,
  tekst: labelVan('3.2', 'LDT_RedenAfwijzingVerzoek', code) ?? code,
}));

export const BESLUITEN = [
  ['toewijzen', 'Toewijzen', 'De aanbieder krijgt een JW301.'],
  ['afwijzen', 'Afwijzen', 'De aanbieder krijgt een JW319 met de reden.'],
  ['onderzoek', 'In onderzoek nemen', 'De aanbieder hoort met een JW319 dat u er langer over doet.'],
] as const;

const BUDGETTEN = [
  { waarde: 'standaard', tekst: 'Het vaste signaalbudget' },
  { waarde: 'maatwerk', tekst: 'Een maatwerksignaalbudget' },
];

export interface Invulling {
  readonly ingevuld: Ingevuld;
  /** By the name of the field. */
  readonly fouten: Readonly<Record<string, string>>;
}

/** How a form ends that decides: with a word to go with it, and a button that sends nothing yet. */
export function BekijkEerst({ ingevuld, fouten }: Invulling): VNode {
  return (
    <>
      <Veld
        naam="toelichting"
        label="Toelichting: waarom u dit besluit"
        uitleg="Alleen voor uw eigen gemeente: de aanbieder leest haar niet. Mag leeg; wijst u meer toe dan het vaste signaalbudget, schrijf dan waarom."
        breed
        waarde={ingevuld.toelichting}
        fout={fouten.toelichting}
      />
      <p>
        <Knop naam="stap" waarde="proef">
          Bekijk wat er uitgaat
        </Knop>
      </p>
    </>
  );
}

/** What is decided is shown before it is done: the first button sends nothing. */
export function BesluitForm(props: Invulling & { readonly id: string }): VNode {
  const { id, ingevuld: v, fouten } = props;
  return (
    <Sectie kop="Uw besluit" id="besluit">
      <Formulier action={`/werkbak/${id}`} label="Uw besluit">
        <fieldset class={fouten.besluit === undefined ? undefined : 'fout'}>
          <legend>Wat besluit u?</legend>
          {fouten.besluit === undefined ? null : <p class="melding-fout">{fouten.besluit}</p>}
          {BESLUITEN.map(([waarde, tekst, uitleg]) => (
            <p class="keuze">
              <input
                type="radio"
                name="besluit"
                value={waarde}
                id={`besluit-${waarde}`}
                checked={v.besluit === waarde}
              />
              <label for={`besluit-${waarde}`}>
                {tekst} <span class="uitleg">{uitleg}</span>
              </label>
            </p>
          ))}
        </fieldset>
        <details open={v.besluit === 'afwijzen'}>
          <summary>Bij afwijzen</summary>
          <Keuze
            naam="reden"
            label="Reden"
            leeg="Kies een reden"
            opties={REDENEN}
            waarde={v.reden}
            fout={fouten.reden}
          />
          <Veld
            naam="woonplaats"
            label="Verantwoordelijke gemeente (code)"
            uitleg="Alleen bij woonplaatsbeginsel."
            cijfers
            waarde={v.woonplaats}
            fout={fouten.woonplaats}
          />
        </details>
        <details open={v.besluit === 'toewijzen' && anders(v)}>
          <summary>Anders toewijzen dan gevraagd</summary>
          <p class="uitleg">Wat u leeg laat, wordt toegewezen zoals het is gevraagd.</p>
          <Veld
            naam="ingangsdatum"
            label="Ingangsdatum"
            soort="date"
            waarde={v.ingangsdatum}
            fout={fouten.ingangsdatum}
          />
          <Veld naam="einddatum" label="Einddatum" soort="date" waarde={v.einddatum} fout={fouten.einddatum} />
          <Veld
            naam="volume"
            label="Volume"
            uitleg="In de eenheid en frequentie van wat is gevraagd; u ziet eerst wat het kost."
            cijfers
            waarde={v.volume}
            fout={fouten.volume}
          />
          <Keuze naam="soort" label="Signaalbudget" leeg="Volgens de afspraken" opties={BUDGETTEN} waarde={v.soort} />
          <Veld
            naam="bedrag"
            label="Bedrag van het maatwerk (euro)"
            uitleg="Leeg: de waarde van wat u toewijst."
            waarde={v.bedrag}
            fout={fouten.bedrag}
          />
        </details>
        <BekijkEerst {...props} />
      </Formulier>
    </Sectie>
  );
}

function anders({ ingangsdatum, einddatum, volume, soort, bedrag }: Ingevuld): boolean {
  return [ingangsdatum, einddatum, volume, soort, bedrag].some((waarde) => waarde !== '');
}
