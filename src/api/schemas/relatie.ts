import type { RelatieInvoer } from '../../replies/relatie.ts';
import { RELATIE_SCHEMA } from '../../replies/relatie-schema.ts';
import type { Typed } from './value-of.ts';

/** The Relatie that a decision puts into the JW301; the command that keeps it is held to the same schema. */
export const RELATIE: Typed<RelatieInvoer | null> = RELATIE_SCHEMA;
