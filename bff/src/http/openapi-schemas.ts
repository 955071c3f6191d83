import { z } from 'zod';
import * as auth from '../contract/auth';
import * as catalog from '../contract/catalog';
import * as credit from '../contract/credit';
import * as exchange from '../contract/exchange';
import { PartyKind, Role } from '../contract/fields';
import * as lists from '../contract/lists';
import * as orderViews from '../contract/order-views';
import * as orders from '../contract/orders';
import * as partners from '../contract/partners';
import * as stock from '../contract/stock';
import * as territory from '../contract/territory';

/** A JSON Schema of draft 2020-12, the dialect of OpenAPI 3.1. */
export type JsonSchema = z.core.JSONSchema.JSONSchema;

const declared: Readonly<Record<string, unknown>> = {
  ...auth,
  ...catalog,
  ...credit,
  ...exchange,
  ...lists,
  ...orderViews,
  ...orders,
  ...partners,
  ...stock,
  ...territory,
  PartyKind,
  Role,
};

/** The schemas the contract gives a name to: `OrderView`, `OrderState`, … */
export const namedSchemas: Readonly<Record<string, z.ZodType>> = Object.fromEntries(
  Object.entries(declared).filter((entry): entry is [string, z.ZodType] => entry[1] instanceof z.ZodType),
);

/** Leaves out what would only repeat the format, or bind readers to today's fields. */
function trim({ jsonSchema }: { jsonSchema: JsonSchema }): void {
  if (jsonSchema.format === 'date-time') delete jsonSchema.pattern;
  if (jsonSchema.minimum === Number.MIN_SAFE_INTEGER) delete jsonSchema.minimum;
  if (jsonSchema.maximum === Number.MAX_SAFE_INTEGER) delete jsonSchema.maximum;
  if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
}

/** Collects JSON schemas and the named ones they refer to. */
export function schemaCollector(names: Readonly<Record<string, z.ZodType>>) {
  const metadata = z.registry<{ id: string }>();
  for (const [id, schema] of Object.entries(names)) metadata.add(schema, { id });
  const components: Record<string, unknown> = {};

  /** The schema as `io` sees it; what has a name becomes a reference into `components`. */
  const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
    const wrapped = z.toJSONSchema(z.object({ it: schema }), { io, metadata, override: trim });
    const asText = JSON.stringify(wrapped).replaceAll('"#/$defs/', '"#/components/schemas/');
    const { properties, $defs = {} } = JSON.parse(asText) as JsonSchema;
    for (const [id, definition] of Object.entries($defs)) components[id] = withoutId(definition);
    return withoutId(properties?.it as JsonSchema);
  };
  return { components, schemaOf };
}

/** Zod repeats a schema's name inside it, where OpenAPI has no use for it. */
function withoutId(schema: JsonSchema): JsonSchema {
  const { id, ...rest } = schema;
  return rest;
}
