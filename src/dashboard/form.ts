import type { Form } from './page.ts';

export const NO_FORM: Form = { text: () => '', all: () => [], file: () => undefined };

/** What a form sent, as fastify read it. */
export function formOf(body: unknown): Form {
  const velden = (body ?? {}) as Readonly<Record<string, unknown>>;
  const all = (naam: string): string[] => {
    if (!Object.hasOwn(velden, naam)) return [];
    return [velden[naam]].flat().filter((waarde): waarde is string => typeof waarde === 'string');
  };
  return {
    all,
    text: (naam) => (all(naam)[0] ?? '').trim(),
    file: (naam) => {
      const deel = Object.hasOwn(velden, naam) ? velden[naam] : undefined;
      return isFile(deel) && deel.bytes.length > 0 ? deel : undefined;
    },
  };
}

function isFile(deel: unknown): deel is { readonly name: string; readonly bytes: Uint8Array } {
  return typeof deel === 'object' && deel !== null && 'bytes' in deel && deel.bytes instanceof Uint8Array;
}
