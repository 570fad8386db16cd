import type { VNode } from 'preact';
import { Formulier, Keuze, Knop, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import type { Form } from '../../page.ts';

const ROLLEN = [
  { waarde: 'aanbieder', tekst: 'Aanbieder' },
  { waarde: 'gemeente', tekst: 'Gemeente' },
  { waarde: 'operator', tekst: 'Operator' },
  { waarde: 'beheerder', tekst: 'Beheerder' },
];

const lijst = (tekst: string) => tekst.split(/[\s,;]+/).filter((deel) => deel !== '');

/** What was filled in as the body of `POST /sleutels`; its schema says what is wrong. */
export function keyFields(form: Form): Readonly<Record<string, unknown>> {
  const partijen = lijst(form.text('partij'));
  const regios = lijst(form.text('regios'));
  return {
    naam: form.text('naam'),
    rol: form.text('rol'),
    ...(partijen.length === 1 ? { partij: partijen[0] } : {}),
    ...(partijen.length > 1 ? { partijen } : {}),
    ...(regios.length > 0 ? { regios } : {}),
    ...(form.text('alleenLezen') === 'ja' ? { alleenLezen: true } : {}),
    ...(form.text('geldigTot') === '' ? {} : { geldigTot: form.text('geldigTot') }),
  };
}

/** `fouten`: what is wrong with what was filled in, by field; then that stays. */
export function NieuweSleutel(props: {
  readonly form: Form;
  readonly fouten: Readonly<Record<string, string>>;
}): VNode {
  const { form, fouten } = props;
  const was = (naam: string) => (Object.keys(fouten).length > 0 ? form.text(naam) : '');
  return (
    <Sectie kop="Nieuwe sleutel" id="nieuw">
      <Formulier action="/sleutels" label="Nieuwe sleutel">
        <Veld
          naam="naam"
          label="Naam"
          uitleg="Waaraan u haar later herkent: het systeem of de dienst."
          breed
          waarde={was('naam')}
          fout={fouten.naam}
        />
        <Keuze naam="rol" label="Rol" leeg="Kies een rol" opties={ROLLEN} waarde={was('rol')} fout={fouten.rol} />
        <Veld
          naam="partij"
          label="Partij of partijen (code)"
          uitleg="Van een aanbieder (AGB) of gemeente; meer dan een code met een komma ertussen."
          waarde={was('partij')}
          fout={fouten.partij}
        />
        <Veld
          naam="regios"
          label="Regio’s"
          uitleg="Alleen van een operator, zoals AA, ZAWA."
          waarde={was('regios')}
          fout={fouten.regios}
        />
        <Veld
          naam="geldigTot"
          label="Geldig tot en met (mag leeg)"
          soort="date"
          waarde={was('geldigTot')}
          fout={fouten.geldigTot}
        />
        <p class="keuze">
          <input
            type="checkbox"
            id="veld-alleenLezen"
            name="alleenLezen"
            value="ja"
            checked={was('alleenLezen') === 'ja'}
          />
          <label for="veld-alleenLezen">Alleen lezen: kijkt, maar verstuurt, besluit en wijzigt niets</label>
        </p>
        <p>
          <Knop>Maak de sleutel</Knop>
        </p>
      </Formulier>
    </Sectie>
  );
}
