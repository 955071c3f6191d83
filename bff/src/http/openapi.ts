import type { AnyContract } from './handlers';
import { type JsonSchema, namedSchemas, schemaCollector } from './openapi-schemas';
import { type Operation, operationsOf } from './operations';
import { problemKindOf } from './problem-table';
import { scopesThatOpen } from './scopes';
import { accessRules } from '../contract/route';

interface Media {
  readonly schema: JsonSchema | { readonly $ref: string };
}

interface Response {
  readonly description: string;
  readonly content: Readonly<Record<string, Media>>;
}

interface Parameter {
  readonly name: string;
  readonly in: 'path' | 'query';
  readonly required: boolean;
  readonly schema: JsonSchema;
  readonly description?: string;
}

export interface OperationObject {
  readonly operationId: string;
  readonly tags: readonly string[];
  readonly summary: string;
  readonly description: string;
  readonly security: readonly object[];
  readonly parameters: readonly Parameter[];
  readonly requestBody?: object;
  readonly responses: Readonly<Record<string, Response>>;
}

export interface OpenApiDocument {
  readonly openapi: '3.1.0';
  readonly info: object;
  readonly servers: readonly object[];
  readonly tags: readonly object[];
  readonly paths: Readonly<Record<string, Readonly<Record<string, OperationObject>>>>;
  readonly components: {
    readonly schemas: Readonly<Record<string, unknown>>;
    readonly securitySchemes: Readonly<Record<string, unknown>>;
  };
}

const problemSchema = {
  type: 'object',
  description: 'A problem document of RFC 9457; `code` is stable, `title` is for people.',
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    instance: { type: 'string' },
    requestId: { type: 'string' },
    errors: {
      type: 'array',
      items: {
        type: 'object',
        properties: { path: { type: 'string' }, message: { type: 'string' } },
        required: ['path', 'message'],
      },
    },
  },
  required: ['type', 'title', 'status', 'code', 'instance', 'requestId'],
};

const description = `Every answer carries \`X-Request-Id\`; quote it when asking for help.

- Money is in fen, \`…E4\` in 1/10,000 yuan, quantities in base units, \`…At\` in UTC, \`…On\` a day in Shanghai.
- Fields of a request that a route does not know are ignored.
- What a caller creates gets its id from the caller: repeating a request gets the first answer, another
  body under the same id is refused.
- A 429 or 503 says in \`Retry-After\` when to come back.`;

/** Every code a route may answer with, its own and the general ones. */
function codesOf({ method, route }: Operation): string[] {
  const session = route.access === 'public' ? [] : ['auth.required', 'auth.expired'];
  const isForAll = route.access === 'public' || route.access === 'signedIn';
  const body = method === 'POST' ? ['request.malformed', 'request.notJson', 'request.tooLarge'] : [];
  const keys =
    scopesThatOpen(route.endpoint).length === 0 ? [] : ['access.outOfScope', 'access.addressDenied'];
  const access = [...(isForAll ? [] : ['access.denied']), ...keys];
  const general = ['request.invalid', ...body, ...session, ...access];
  return [...general, ...route.errors, 'rate.limited', 'server.busy', 'server.broken'];
}

function problemResponses(operation: Operation): Record<string, Response> {
  const lines = new Map<number, string[]>();
  for (const code of new Set(codesOf(operation))) {
    const kind = problemKindOf(code);
    if (!kind) throw new Error(`no status and title for ${code}`);
    lines.set(kind.status, [...(lines.get(kind.status) ?? []), `\`${code}\` ${kind.title}`]);
  }
  const content = { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } };
  return Object.fromEntries(
    [...lines]
      .sort(([a], [b]) => a - b)
      .map(([status, codes]) => [String(status), { description: codes.join('\n\n'), content }]),
  );
}

const listOf = (names: 'any' | 'anyone' | readonly string[]) =>
  typeof names === 'string' ? names : names.join(', ');

function accessSentence({ route }: Operation): string {
  if (route.access === 'public') return 'Needs no session.';
  const { parties, roles } = accessRules[route.access];
  const scopes = scopesThatOpen(route.endpoint);
  const keys = scopes.length === 0 ? 'Closed to keys.' : `Keys: scope ${scopes.join(' or ')}.`;
  return `Access \`${route.access}\`: parties ${listOf(parties)}; roles ${listOf(roles)} (owner holds every role). ${keys}`;
}

/** A session, or, where a scope opens the route, a key that has it. */
function securityOf({ route }: Operation): readonly object[] {
  if (route.access === 'public') return [];
  const scopes = scopesThatOpen(route.endpoint);
  return [{ bearer: [] }, ...scopes.map((scope) => ({ apiKey: [scope] }))];
}

type SchemaOf = ReturnType<typeof schemaCollector>['schemaOf'];

function operationObject(operation: Operation, schemaOf: SchemaOf): OperationObject {
  const { domain, name, method, pathParameters, route } = operation;
  const input = schemaOf(route.input, 'input');
  const properties = Object.entries(input.properties ?? {}) as [string, JsonSchema][];
  const required = input.required ?? [];
  const isInPath = (field: string) => pathParameters.includes(field);

  const parameters: Parameter[] = properties
    .filter(([field]) => method === 'GET' || isInPath(field))
    .map(([field, schema]) => ({
      name: field,
      in: isInPath(field) ? 'path' : 'query',
      required: isInPath(field) || required.includes(field),
      schema,
      ...(schema.description ? { description: schema.description } : {}),
    }));
  const body = properties.filter(([field]) => !isInPath(field));
  const bodyRequired = required.filter((field) => !isInPath(field));
  const bodySchema: JsonSchema = {
    type: 'object',
    properties: Object.fromEntries(body),
    ...(bodyRequired.length > 0 ? { required: bodyRequired } : {}),
  };

  return {
    operationId: `${domain}${name.charAt(0).toUpperCase()}${name.slice(1)}`,
    tags: [domain],
    summary: route.summary,
    description: accessSentence(operation),
    security: securityOf(operation),
    parameters,
    ...(method === 'POST'
      ? {
          requestBody: {
            required: bodyRequired.length > 0,
            content: { 'application/json': { schema: bodySchema } },
          },
        }
      : {}),
    responses: {
      '200': {
        description: 'Done.',
        content: { 'application/json': { schema: schemaOf(route.output, 'output') } },
      },
      ...problemResponses(operation),
    },
  };
}

/**
 * The OpenAPI 3.1 document of a contract.
 * @throws Error when a route names a code that has no status and title
 */
export function openApiDocument(contract: AnyContract, version: string): OpenApiDocument {
  const { components, schemaOf } = schemaCollector(namedSchemas);
  const paths: Record<string, Record<string, OperationObject>> = {};
  for (const operation of operationsOf(contract)) {
    const path = operation.path.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [operation.method.toLowerCase()]: operationObject(operation, schemaOf) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'Tongpan 通盘', version, description },
    servers: [{ url: '/' }],
    tags: Object.keys(contract).map((name) => ({ name })),
    paths,
    components: {
      schemas: { Problem: problemSchema, ...components },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer', description: 'The token of a log-in.' },
        apiKey: {
          type: 'http',
          scheme: 'bearer',
          description: 'A key `tpk_…` an owner has made for a program; a route says which scope opens it.',
        },
      },
    },
  };
}
