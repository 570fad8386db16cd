import type { Form, FormFile } from './page.ts';

export const NO_FORM: Form = { text: () => '', all: () => [], file: () => undefined, files: () => [] };

/** What a form sent, as fastify read it. */
export function formOf(body: unknown): Form {
  const velden = (body ?? {}) as Readonly<Record<string, unknown>>;
  const all = (naam: string): string[] => {
    if (!Object.hasOwn(velden, naam)) return [];
    return [velden[naam]].flat().filter((waarde): waarde is string => typeof waarde === 'string');
  };
  const files = (naam: string): FormFile[] =>
    (Object.hasOwn(velden, naam) ? [velden[naam]].flat() : []).filter(isFile).filter(({ bytes }) => bytes.length > 0);
  return {
    all,
    files,
    text: (naam) => (all(naam)[0] ?? '').trim(),
    file: (naam) => files(naam)[0],
  };
}

function isFile(deel: unknown): deel is FormFile {
  return typeof deel === 'object' && deel !== null && 'bytes' in deel && deel.bytes instanceof Uint8Array;
}
