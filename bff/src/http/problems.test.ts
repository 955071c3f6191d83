import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contract } from '../contract';
import { operationsOf } from './operations';
import { generalProblems, problemKindOf } from './problem-table';
import { RefusedRequest, diagnose, errorFields } from './problems';

const codes = [...new Set(operationsOf(contract).flatMap(({ route }) => route.errors))];

it.each([...codes, ...Object.keys(generalProblems)])('%s has a status and a Chinese title', (code) => {
  const kind = problemKindOf(code);

  expect(kind?.status).toBeGreaterThanOrEqual(400);
  expect(kind?.status).toBeLessThan(600);
  expect(kind?.title).toMatch(/^[\u4e00-\u9fff，、 0-9A-Z]+$/);
});

it('lists no code that no route names', () => {
  const folder = path.join(__dirname, 'problem-kinds');
  const source = readdirSync(folder)
    .map((name) => readFileSync(path.join(folder, name), 'utf8'))
    .join('\n');
  const listed = [...source.matchAll(/^ {2}'(\w+\.\w+)':/gm)].map(([, code]) => code ?? '');

  const known = new Set([...codes, ...Object.keys(generalProblems)]);

  expect(listed.filter((code) => !known.has(code))).toEqual([]);
});

it.each([
  [400, 'request.malformed'],
  [403, 'route.unknown'],
  [404, 'route.unknown'],
  [413, 'request.tooLarge'],
  [500, 'server.broken'],
])('reads an error of a library with status %i as %s', (status, code) => {
  const error = Object.assign(new Error('C:\\secret\\path'), { status });

  const diagnosis = diagnose(error);

  expect(diagnosis.code).toBe(code);
  expect(JSON.stringify(diagnosis)).not.toContain('secret');
});

it.each(['a string', null, 7])('calls %p, thrown, a bug', (thrown) => {
  expect(diagnose(thrown)).toMatchObject({ code: 'server.broken', isBug: true });
});

it('carries the headers of a refusal', () => {
  const refused = new RefusedRequest('rate.limited', { headers: { 'Retry-After': '3' } });

  expect(diagnose(refused)).toMatchObject({ status: 429, headers: { 'Retry-After': '3' } });
});

it('keeps the causes of an error, as far as they help', () => {
  const error = new Error('outer', { cause: Object.assign(new Error('inner'), { code: 'ECONNREFUSED' }) });

  expect(errorFields(error)).toMatchObject({
    message: 'outer',
    cause: { message: 'inner', code: 'ECONNREFUSED' },
  });
});
