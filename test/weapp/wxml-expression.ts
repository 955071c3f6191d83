import { types } from 'node:util';
import vm from 'node:vm';

/** What the names in a WXML expression stand for. */
export type Scope = Readonly<Record<string, unknown>>;

const compiled = new Map<string, (scope: Scope) => unknown>();

/** Evaluates what stands between `{{` and `}}`. Members of nothing are nothing, as in WeChat. */
export function evaluate(expression: string, scope: Scope): unknown {
  const known = new Proxy(scope, {
    has: (_, name) => typeof name === 'string',
    get: (target, name) => (typeof name === 'string' ? target[name] : undefined),
  });
  try {
    return compile(expression)(known);
  } catch (error) {
    if (isOfNothing(error)) return undefined;
    throw error;
  }
}

/** The error comes from another realm, so its class tells nothing. */
const isOfNothing = (error: unknown) =>
  types.isNativeError(error) && error.name === 'TypeError' && !error.message.includes('is not a function');

function compile(expression: string) {
  const known = compiled.get(expression);
  if (known) return known;
  const made = vm.compileFunction(`with (scope) { return (${expression}); }`, ['scope']);
  const evaluated = (scope: Scope): unknown => made(scope);
  compiled.set(expression, evaluated);
  return evaluated;
}

/** The value of an attribute or a text: one expression keeps its type, a mixture becomes a string. */
export function interpolate(value: string | true, scope: Scope): unknown {
  if (value === true || !value.includes('{{')) return value;
  const [, only] = /^\{\{((?:(?!\}\})[\s\S])*)\}\}$/.exec(value) ?? [];
  if (only !== undefined) return evaluate(only, scope);
  return value.replace(/\{\{([\s\S]*?)\}\}/g, (_, expression: string) =>
    String(evaluate(expression, scope) ?? ''),
  );
}
