import type { ApiSchema } from '../schemas/json-schema.ts';

/** The parts of an OpenAPI document that the page at /docs reads too; whatever else there is stays a schema. */
export interface ApiDocument {
  readonly openapi: string;
  readonly info: ApiSchema;
  readonly servers: readonly ApiSchema[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, ApiOperation>>>>;
  readonly components: ApiSchema;
}

export interface ApiOperation {
  readonly operationId: string;
  readonly tags: readonly [string];
  readonly summary: string;
  readonly description?: string;
  readonly security: readonly ApiSchema[];
  readonly parameters: readonly ApiParameter[];
  readonly requestBody?: { readonly required: true; readonly content: ApiContent };
  readonly responses: Readonly<Record<string, ApiResponse>>;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly description: string;
  readonly schema: ApiSchema;
  readonly example?: unknown;
}

export interface ApiResponse {
  readonly description: string;
  readonly content?: ApiContent;
}

/** By media type. */
export type ApiContent = Readonly<Record<string, { readonly schema?: unknown; readonly example?: unknown }>>;
