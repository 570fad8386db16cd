import type { VNode } from 'preact';
import { Formulier, Knop, Tekstvak, Veld } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import type { Form } from '../../page.ts';

/** A ceiling of its own, granted by the gemeente; the aanbieder gets a JW301 with it. What it does is shown first. */
export function MaatwerkForm(props: {
  readonly gemeente: string;
  readonly nummer: number;
  readonly form: Form;
  readonly fouten: Readonly<Record<string, string>>;
}): VNode {
  const { gemeente, nummer, form, fouten } = props;
  return (
    <Sectie kop="Maatwerk toekennen" id="maatwerk">
      <Formulier action={`/toewijzingen/${gemeente}/${nummer}/signaalbudget`} label="Maatwerk toekennen">
        <p>De aanbieder krijgt een JW301 met hetzelfde nummer en het nieuwe budget. U ziet eerst wat er verandert.</p>
        <Veld
          naam="bedrag"
          label="Nieuw signaalbudget (euro)"
          uitleg="Het hele budget, niet wat erbij komt."
          waarde={form.text('bedrag')}
          fout={fouten.bedrag}
        />
        <Tekstvak naam="reden" label="Reden" regels={2} waarde={form.text('reden')} fout={fouten.reden} />
        <Tekstvak naam="plan" label="Plan (mag leeg)" regels={2} waarde={form.text('plan')} fout={fouten.plan} />
        <p>
          <Knop naam="stap" waarde="proef">
            Bekijk wat er verandert
          </Knop>
        </p>
      </Formulier>
    </Sectie>
  );
}
