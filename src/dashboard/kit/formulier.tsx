import type { ComponentChildren, JSX, VNode } from 'preact';
import { AROUND } from './surroundings.ts';

/** A form that changes something: always posted, always with the token. */
export function Formulier(props: {
  readonly action: string;
  readonly children: ComponentChildren;
  readonly class?: string;
  readonly label?: string;
  readonly bestanden?: boolean;
  /** Files may be dropped on it (assets/neerzetten.js); says so in what stands under `data-gekozen`. */
  readonly neerzetten?: boolean;
  /** For fields that stand outside it. */
  readonly id?: string;
}): VNode {
  const { action, children, class: klas = 'formulier', label, bestanden = false, neerzetten = false, id } = props;
  return (
    <form
      method="post"
      id={id}
      action={action}
      class={klas}
      aria-label={label}
      data-neerzetten={neerzetten ? '' : undefined}
      enctype={bestanden ? 'multipart/form-data' : undefined}
    >
      <AROUND.Consumer>{({ csrf }) => <input type="hidden" name="csrf" value={csrf} />}</AROUND.Consumer>
      {children}
    </form>
  );
}

interface VeldProps {
  readonly naam: string;
  readonly label: string;
  readonly waarde?: string | undefined;
  /** What is wrong with what was typed. */
  readonly fout?: string | undefined;
  readonly uitleg?: string;
}

/** What stands round a field: its label, what it is for and what is wrong. */
function Omlijst(props: Omit<VeldProps, 'waarde'> & { readonly children: ComponentChildren }): VNode {
  const { naam, label, fout, uitleg, children } = props;
  return (
    <div class={fout === undefined ? 'veld' : 'veld fout'}>
      <label for={`veld-${naam}`}>{label}</label>
      {uitleg === undefined ? null : (
        <p class="uitleg" id={`uitleg-${naam}`}>
          {uitleg}
        </p>
      )}
      {fout === undefined ? null : (
        <p class="melding-fout" id={`fout-${naam}`}>
          <span aria-hidden="true">⚠ </span>
          {fout}
        </p>
      )}
      {children}
    </div>
  );
}

function aangeduid({ naam, fout, uitleg }: VeldProps) {
  const bij = [...(uitleg === undefined ? [] : [`uitleg-${naam}`]), ...(fout === undefined ? [] : [`fout-${naam}`])];
  return {
    id: `veld-${naam}`,
    name: naam,
    'aria-describedby': bij.length === 0 ? undefined : bij.join(' '),
    'aria-invalid': fout === undefined ? undefined : ('true' as const),
  };
}

export function Veld(
  props: VeldProps & {
    readonly soort?: 'text' | 'date' | 'password' | 'number' | 'month' | 'search';
    readonly cijfers?: boolean;
    readonly autocomplete?: string;
    readonly breed?: boolean;
    /** What may be chosen in place of typing. */
    readonly lijst?: readonly Optie[];
  },
): VNode {
  const { soort = 'text', waarde = '', cijfers = false, autocomplete = 'off', breed = false, lijst } = props;
  const eigen = {
    ...{ type: soort, value: waarde, autocomplete, spellcheck: false },
    inputmode: cijfers ? 'numeric' : undefined,
    class: breed ? 'breed' : undefined,
    list: lijst === undefined ? undefined : `lijst-${props.naam}`,
  };
  return (
    <Omlijst {...props}>
      <input {...({ ...aangeduid(props), ...eigen } as JSX.IntrinsicElements['input'])} />
      {lijst === undefined ? null : (
        <datalist id={`lijst-${props.naam}`}>
          {lijst.map(({ waarde: code, tekst }) => (
            <option value={code}>{tekst}</option>
          ))}
        </datalist>
      )}
    </Omlijst>
  );
}

export function Tekstvak(props: VeldProps & { readonly regels?: number; readonly code?: boolean }): VNode {
  const { regels = 3, waarde = '', code = false } = props;
  return (
    <Omlijst {...props}>
      {/* The first line break of a textarea is no part of its text. */}
      <textarea {...aangeduid(props)} rows={regels} spellcheck={!code} class={code ? 'code' : undefined}>
        {`\n${waarde}`}
      </textarea>
    </Omlijst>
  );
}

export interface Optie {
  readonly waarde: string;
  readonly tekst: string;
}

/** A list to choose from; `leeg` is the choice of none. */
export function Keuze(props: VeldProps & { readonly opties: readonly Optie[]; readonly leeg?: string }): VNode {
  const { opties, waarde = '', leeg } = props;
  return (
    <Omlijst {...props}>
      <select {...aangeduid(props)}>
        {leeg === undefined ? null : <option value="">{leeg}</option>}
        {opties.map((optie) => (
          <option value={optie.waarde} selected={optie.waarde === waarde}>
            {optie.tekst}
          </option>
        ))}
      </select>
    </Omlijst>
  );
}

export function Knop(props: {
  readonly children: ComponentChildren;
  readonly naam?: string;
  readonly waarde?: string;
  readonly rustig?: boolean;
  readonly label?: string;
}): VNode {
  const { children, naam, waarde, rustig = false, label } = props;
  return (
    <button type="submit" name={naam} value={waarde} class={rustig ? 'rustig' : undefined} aria-label={label}>
      {children}
    </button>
  );
}

/** At the head of a page after a form was refused. */
export function Foutlijst({ fouten }: { readonly fouten: readonly string[] }): VNode | null {
  if (fouten.length === 0) return null;
  return (
    <div class="bericht-vak fout" role="alert">
      <p>
        <strong>Dit is nog niet gelukt.</strong>
      </p>
      <ul>
        {fouten.map((fout) => (
          <li>{fout}</li>
        ))}
      </ul>
    </div>
  );
}
