import { Ajv, type JSONSchemaType } from 'ajv';
import type { Command, CommandKind, CommandOf } from './command.ts';
import { type DecisionCommand, decisionFrom } from './decision-command.ts';
import { DECISION_COMMAND_SCHEMA } from './decision-schema.ts';
import { GRANT_COMMAND_SCHEMA, type GrantCommand } from './grant-command.ts';

/** How a kind of command is named in the store; rows of older builds bear that name alone. */
const SOORT: Readonly<Record<CommandKind, string>> = { decision: 'besluit', grant: 'maatwerk' };

const ajv = new Ajv({ allowUnionTypes: true });

function fits<T>(schema: object): (data: unknown) => data is T {
  return ajv.compile<T>(schema as unknown as JSONSchemaType<T>);
}

const isDecision = fits<Partial<DecisionCommand> & Pick<DecisionCommand, 'item' | 'besluit'>>(DECISION_COMMAND_SCHEMA);
const isGrant = fits<GrantCommand>(GRANT_COMMAND_SCHEMA);

const READERS: { readonly [K in CommandKind]: (data: unknown) => CommandOf<K> | null } = {
  decision: (data) => (isDecision(data) ? decisionFrom(data) : null),
  grant: (data) => (isGrant(data) ? data : null),
};

export function soortOf({ kind }: Pick<Command, 'kind'>): string {
  return SOORT[kind];
}

/**
 * A command as the store keeps it, held to its schema; null when it is none that this build knows (a later version, a row
 * that somebody changed). Rows of older builds have no kind and no version: they are version 1 of what their soort says.
 */
export function readCommand(soort: string, gegevens: Readonly<Record<string, unknown>>): Command | null {
  const kind = KINDS.find((one) => SOORT[one] === soort);
  if (kind === undefined) return null;
  return READERS[kind]({ kind, version: 1, ...gegevens });
}

const KINDS = Object.keys(SOORT) as CommandKind[];
