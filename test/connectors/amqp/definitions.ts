import { readFileSync } from 'node:fs';
import { passwordHash } from '../../servers/rabbitmq.ts';

interface Definitions {
  readonly users: readonly { readonly name: string }[];
  readonly policies: readonly { readonly name: string; readonly definition: object }[];
}

const FILE = new URL('../../../deploy/rabbitmq/definitions.json', import.meta.url);

export function passwordOf(user: string): string {
  return `wachtwoord van ${user}`;
}

/** The file as operators import it, with passwords; `policies` changes the definition of some. */
export function definitions(policies: Readonly<Record<string, object>> = {}): object {
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as Definitions;
  return {
    ...file,
    users: file.users.map((user) => ({ ...user, password_hash: passwordHash(passwordOf(user.name)) })),
    policies: file.policies.map((one) => ({ ...one, definition: { ...one.definition, ...policies[one.name] } })),
  };
}
