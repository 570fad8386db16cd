import { readFileSync } from 'node:fs';
import { passwordHash } from '../../servers/rabbitmq.ts';

interface Definitions {
  readonly users: readonly { readonly name: string }[];
  readonly policies: readonly { readonly name: string; readonly definition: object }[];
}

const FILE = new URL('../../../deploy/rabbitmq/definitions.json', import.meta.url);

export const GATEWAY_USER = 'ijw-gateway';

export function passwordOf(user: string): string {
  return `wachtwoord van ${user}`;
}

/** The file as operators import it, with passwords; `policies` changes the definition of some. */
export function definitions(policies: Readonly<Record<string, object>> = {}): object {
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as Definitions;
  return {
    ...file,
    users: file.users.map(withPassword),
    policies: file.policies.map((one) => ({ ...one, definition: { ...one.definition, ...policies[one.name] } })),
  };
}

/** With a user for each of these parties, as the file has for its two; and one that may speak for any user. */
export function definitionsFor(parties: readonly string[]): object {
  const file = JSON.parse(readFileSync(FILE, 'utf8')) as Definitions;
  const all = { vhost: '/', configure: '.*', write: '.*', read: '.*' };
  const users = [{ name: GATEWAY_USER }, ...parties.map((party) => ({ name: userOf(party) }))].map(withPassword);
  return {
    policies: file.policies,
    users: [...users, { ...withPassword({ name: 'stem' }), tags: ['impersonator'] }],
    permissions: [...users.map(({ name }) => ({ user: name, ...all })), { user: 'stem', ...all }],
  };
}

export function userOf(party: string): string {
  return `systeem-${party}`;
}

function withPassword<T extends { readonly name: string }>(user: T) {
  const hash = {
    password_hash: passwordHash(passwordOf(user.name)),
    hashing_algorithm: 'rabbit_password_hashing_sha256',
  };
  return { tags: [], ...user, ...hash };
}
