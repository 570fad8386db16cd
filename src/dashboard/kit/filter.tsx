import type { ComponentChildren, VNode } from 'preact';
import { parameterToets } from '../../api/checks/parameters.ts';
import type { ObjectSchema } from '../../api/schemas/json-schema.ts';
import { Keuze, Knop } from './formulier.tsx';

/** A form whose fields live in the address. */
export function Filter(props: {
  readonly action: string;
  readonly children: ComponentChildren;
  readonly knop?: string;
}): VNode {
  return (
    <form method="get" action={props.action} class="filter" aria-label="Filter">
      {props.children}
      <Knop rustig>{props.knop ?? 'Toon'}</Knop>
    </form>
  );
}

/** For who sees several regions. */
export function RegioKeuze(props: {
  readonly regios: readonly { readonly code: string; readonly naam: string }[];
  readonly waarde: string | undefined;
}): VNode | null {
  const { regios, waarde } = props;
  if (regios.length === 0) return null;
  const opties = regios.map(({ code, naam }) => ({ waarde: code, tekst: naam }));
  return <Keuze naam="regio" label="Regio" leeg="Alle regio’s" waarde={waarde} opties={opties} />;
}

/** A party by name, sent by its code; what was asked stays in the list, also when nobody knows it. */
export function PartijKeuze(props: {
  readonly naam: string;
  readonly label: string;
  readonly opties: readonly { readonly code: string; readonly naam: string }[];
  readonly waarde: string | undefined;
}): VNode | null {
  const { naam, label, opties, waarde } = props;
  const kent = waarde === undefined || opties.some(({ code }) => code === waarde);
  if (opties.length === 0 && kent) return null;
  const alle = [...opties, ...(kent ? [] : [{ code: waarde, naam: waarde }])].toSorted((a, b) =>
    a.naam.localeCompare(b.naam, 'nl'),
  );
  return (
    <Keuze
      naam={naam}
      label={label}
      leeg="Alle"
      waarde={waarde}
      opties={alle.map((een) => ({
        waarde: een.code,
        tekst: een.naam === een.code ? een.code : `${een.naam} (${een.code})`,
      }))}
    />
  );
}

export interface AskedQuery<T> {
  readonly asked: T;
  /** By name, a sentence; empty when all of it can be asked. */
  readonly fouten: Readonly<Record<string, string>>;
}

/** Reads a query by the schema of the call of the API that asks the same. */
export function askedBy<T extends object>(
  schema: ObjectSchema,
): (query: Readonly<Record<string, string>>) => AskedQuery<T> {
  const toets = parameterToets(schema);
  return (query) => {
    const gelezen = toets(query);
    if (gelezen.kind === 'ok') return { asked: gelezen.waarden as T, fouten: {} };
    const { fouten } = gelezen.antwoord.body as { readonly fouten: readonly { parameter: string; melding: string }[] };
    return {
      asked: query as T,
      fouten: Object.fromEntries(fouten.map(({ parameter, melding }) => [parameter, melding])),
    };
  };
}
