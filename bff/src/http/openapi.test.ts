import path from 'node:path';
import { contract } from '../contract';
import { namedSchemas } from './openapi-schemas';
import { type OperationObject, openApiDocument } from './openapi';
import { operationsOf } from './operations';
import { aServer, closeServers } from './testing';

const document = openApiDocument(contract, '1.2.3');
const described = Object.entries(document.paths).flatMap(([template, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ template, method, operation })),
);

function refsIn(value: unknown): string[] {
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === '$ref' && typeof inner === 'string' ? [inner] : refsIn(inner),
  );
}

const find = (id: string): OperationObject => {
  const found = described.find(({ operation }) => operation.operationId === id);
  if (!found) throw new Error(`no operation ${id}`);
  return found.operation;
};

it('has every route of the contract, and no other', () => {
  const endpoints = described.map(
    ({ template, method }) => `${method.toUpperCase()} ${template.replace(/\{(\w+)\}/g, ':$1')}`,
  );

  expect(endpoints.sort()).toEqual(
    operationsOf(contract)
      .map(({ route }) => route.endpoint)
      .sort(),
  );
});

it('refers only to what it defines', () => {
  const known = new Set(
    Object.keys(document.components.schemas).map((name) => `#/components/schemas/${name}`),
  );

  const refs = refsIn(document);

  expect(refs.length).toBeGreaterThan(50);
  expect(refs.filter((ref) => !known.has(ref))).toEqual([]);
});

it('gives every operation an id of its own', () => {
  const ids = described.map(({ operation }) => operation.operationId);

  expect(new Set(ids).size).toBe(ids.length);
});

it.each(described)('$method $template declares its path parameters', ({ template, operation }) => {
  const inTemplate = [...template.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);

  const declared = operation.parameters.filter((parameter) => parameter.in === 'path');

  expect(declared.map(({ name }) => name).sort()).toEqual(inTemplate.sort());
  expect(declared.every(({ required }) => required)).toBe(true);
  expect(operation.summary).not.toBe('');
});

it('puts a query into parameters and a body into the body, without what the path carries', () => {
  const list = find('ordersList');
  const cancel = find('ordersCancel');

  expect(list.parameters.map(({ name }) => name)).toEqual(['cursor', 'limit', 'side', 'state', 'q']);
  expect(list.requestBody).toBeUndefined();
  expect(list.parameters.find(({ name }) => name === 'limit')).toMatchObject({ required: false });
  expect(cancel.requestBody).toMatchObject({
    content: {
      'application/json': {
        schema: { required: ['commandId'], properties: { commandId: {}, reason: { default: '' } } },
      },
    },
  });
});

it('names the schema of an answer, and each refusal under its status', () => {
  const { responses, security } = find('ordersGet');

  expect(responses['200']?.content).toEqual({
    'application/json': { schema: { $ref: '#/components/schemas/OrderView' } },
  });
  expect(responses['404']?.description).toContain('`orders.unknown` 找不到该订单');
  expect(Object.keys(responses)).toEqual(['200', '400', '401', '403', '404', '429', '500', '503']);
  expect(security).toEqual([{ bearer: [] }, { apiKey: ['orders.read'] }]);
  expect(find('partnersStaff').security).toEqual([{ bearer: [] }]);
  expect(find('authLogIn').security).toEqual([]);
});

it('names the views of every domain', () => {
  expect(Object.keys(namedSchemas)).toEqual(
    expect.arrayContaining(['MeView', 'SkuView', 'LotView', 'BillView']),
  );
  expect(Object.keys(document.components.schemas)).toEqual(
    expect.arrayContaining(['OrderView', 'OrderState']),
  );
});

it('does not describe a code nobody gave a title', () => {
  const broken = { orders: { get: { ...contract.orders.get, errors: ['moon.full'] } } };

  expect(() => openApiDocument(broken, '1')).toThrow('moon.full');
});

describe('the page', () => {
  afterEach(closeServers);
  const swaggerRoot = path.dirname(require.resolve('swagger-ui-dist/package.json'));

  it('is served from here, without inline scripts', async () => {
    const { send } = await aServer({ swaggerRoot });

    const page = await send('/api/docs/', { token: null });
    const files = [...page.text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, file]) => file);
    const answers = await Promise.all(files.map((file) => send(`/api/docs/${file}`, { token: null })));

    expect(page.status).toBe(200);
    expect(page.text).not.toMatch(/<script>|https?:/);
    expect(answers.map(({ status }) => status)).toEqual(files.map(() => 200));
    expect((await send('/api/docs', { token: null })).headers.location).toBe('/api/docs/');
    expect((await send('/api/docs/package.json', { token: null })).status).toBe(404);
    expect((await send('/api/docs/..%2f..%2fpackage.json', { token: null })).status).toBe(404);
  });

  it('finds the document, and a second visit finds it unchanged', async () => {
    const { send } = await aServer({ swaggerRoot });

    const first = await send('/api/openapi.json', { token: null });
    const second = await send('/api/openapi.json', {
      token: null,
      headers: { 'If-None-Match': String(first.headers.etag) },
    });

    expect(first.json).toMatchObject({ openapi: '3.1.0', paths: { '/api/v1/things/{thingId}': {} } });
    expect(second.status).toBe(304);
  });
});
