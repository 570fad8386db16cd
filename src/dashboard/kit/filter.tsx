import type { ComponentChildren, VNode } from 'preact';
import { parameterToets } from '../../api/checks/parameters.ts';
import type { ObjectSchema } from '../../api/schemas/json-schema.ts';
import { Knop } from './formulier.tsx';

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
