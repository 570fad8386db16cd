import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { passwordHash } from '../../lib/private-rabbitmq.mjs';
import { ROOT } from '../../lib/run.mjs';

/** The two parties that stand in the file as an example. */
const EXAMPLE = '42420001';

export function userOf(partij) {
  return `systeem-${partij}`;
}

/** For a broker that lives as long as a demonstration. */
export function passwordOf(user) {
  return `geheim-van-${user}`;
}

/** deploy/rabbitmq/definitions.json with these parties, and passwords. */
export function brokerUsers(parties) {
  const file = JSON.parse(readFileSync(join(ROOT, 'deploy', 'rabbitmq', 'definitions.json'), 'utf8'));
  const users = file.users.filter(({ name }) => name === 'ijw-gateway' || name === userOf(EXAMPLE));
  const perParty = (rows) => {
    const own = rows.filter((row) => JSON.stringify(row).includes(EXAMPLE));
    const shared = rows.filter((row) => !/"(systeem-)?[0-9]{4,8}|\.[0-9]{4,8}/.test(JSON.stringify(row)));
    return [...shared, ...parties.flatMap((partij) => own.map((row) => of(row, partij)))];
  };
  const password = (user) => ({ ...user, password_hash: passwordHash(passwordOf(user.name)) });
  return {
    ...file,
    users: perParty(users).map(password),
    permissions: perParty(file.permissions),
    topic_permissions: perParty(file.topic_permissions),
    queues: perParty(file.queues),
    bindings: perParty(file.bindings),
  };
}

function of(row, partij) {
  return JSON.parse(JSON.stringify(row).replaceAll(EXAMPLE, partij));
}
