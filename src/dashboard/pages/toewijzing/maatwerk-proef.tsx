import { randomUUID } from 'node:crypto';
import type { VNode } from 'preact';
import type { GrantProef } from '../../../gateway/budgets.ts';
import { Formulier, Knop } from '../../kit/formulier.tsx';
import { Sectie } from '../../kit/lijst.tsx';
import { PasAan } from '../../kit/pas-aan.tsx';
import { Uitgaand } from '../../kit/uitgaand.tsx';
import { euros } from '../../kit/value.tsx';
import { type Verandering, WasWordt } from '../../kit/was-wordt.tsx';
import type { Form } from '../../page.ts';
import { omvangText, usedText } from '../../words/care.ts';
import type { Names } from '../../words/names.ts';

type Toegekend = Extract<GrantProef, { kind: 'granted' }>;

/** What is less than it was, in sentences: a grant gives more, as a rule. */
export function bezwaren({ was, wordt, gebruikt }: Toegekend): readonly string[] {
  const [oud, nieuw] = [was.signaalbudget?.bedrag ?? null, wordt.signaalbudget?.bedrag ?? 0];
  return [
    ...(oud !== null && nieuw < oud
      ? [`Dit verlaagt het budget: het is nu ${euros(oud)} en wordt ${euros(nieuw)}.`]
      : []),
    ...(oud === nieuw ? [`Dit verandert niets: het budget is al ${euros(nieuw)}.`] : []),
    ...(nieuw < gebruikt
      ? [`Er is al ${euros(gebruikt)} gebruikt, meer dan dit budget. Nieuwe declaraties passen er dan niet meer in.`]
      : []),
  ];
}

function veranderingen({ was, wordt, gebruikt }: Toegekend): readonly Verandering[] {
  const [oud, nieuw] = [was.signaalbudget?.bedrag ?? null, wordt.signaalbudget?.bedrag ?? 0];
  const meer = oud === null ? null : nieuw - oud;
  return [
    {
      wat: 'Signaalbudget',
      was: oud === null ? 'geen' : euros(oud),
      wordt: euros(nieuw),
      verschil: meer === null ? '' : `${meer > 0 ? '+' : ''}${euros(meer)}`,
    },
    { wat: 'Omvang', was: omvangText(was), wordt: omvangText(wordt) },
    {
      wat: `Gebruikt (${euros(gebruikt)})`,
      was: oud === null ? '–' : usedText(gebruikt, oud),
      wordt: usedText(gebruikt, nieuw),
    },
  ];
}

/** Was and will be, what goes out, and the button that does it; what is less than it was asks for a tick more. */
export function MaatwerkProef(props: {
  readonly proef: Toegekend;
  readonly adres: string;
  readonly form: Form;
  readonly names: Names;
  readonly fout: string | undefined;
}): VNode {
  const { proef, adres, form, names, fout } = props;
  const tegen = bezwaren(proef);
  return (
    <Sectie kop="Dit verandert er als u toekent" id="proef">
      <p>Er is nog niets toegekend.</p>
      {tegen.length === 0 ? null : (
        <div class="bericht-vak fout" role="alert">
          {tegen.map((zin) => (
            <p>{zin}</p>
          ))}
        </div>
      )}
      <WasWordt titel="Was en wordt" van={veranderingen(proef)} />
      <p>Er gaat uit:</p>
      <Uitgaand van={proef.antwoorden} names={names} />
      <Formulier action={`${adres}/signaalbudget`} label="Maatwerk vastleggen">
        {['bedrag', 'reden', 'plan'].map((naam) => (
          <input type="hidden" name={naam} value={form.text(naam)} />
        ))}
        <input type="hidden" name="eenmaal" value={randomUUID()} />
        {tegen.length === 0 ? null : (
          <p class={fout === undefined ? 'keuze' : 'keuze fout'}>
            <input type="checkbox" id="toch" name="toch" value="ja" />
            <label for="toch">Ja, ik wil dit toch</label>
          </p>
        )}
        <p>
          <Knop naam="stap" waarde="vast">
            Ken toe
          </Knop>{' '}
          <PasAan />
        </p>
      </Formulier>
    </Sectie>
  );
}
