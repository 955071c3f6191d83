import path from 'node:path';
import vm from 'node:vm';
import { builtFolder, builtText } from './built-bundle';
import type { Timers } from './timers';

/** What a file hands to `App()`, `Page()` or `Component()`. */
export type Definition = Readonly<Record<string, unknown>>;

export interface LogicLayerPorts {
  readonly wx: object;
  readonly timers: Timers;
  readonly onError: (error: unknown) => void;
  readonly currentPages: () => readonly object[];
}

/** The names of a browser that WeChat's module wrapper hides from the program. */
const hidden = [
  'window',
  'document',
  'frames',
  'self',
  'location',
  'navigator',
  'localStorage',
  'history',
  'screen',
  'alert',
  'confirm',
  'prompt',
  'fetch',
  'XMLHttpRequest',
  'WebSocket',
  'WebAssembly',
];

/**
 * Where the program's own code runs: a realm with JavaScript, `wx` and a module system, and nothing of
 * a browser or of Node. Making code from strings throws there, as on a phone.
 */
export function createLogicLayer({ wx, timers, onError, currentPages }: LogicLayerPorts) {
  const modules = new Map<string, { exports: unknown }>();
  const defined = new Map<string, Definition>();
  let app: Definition | undefined;
  let loading = '';

  const define = (definition: Definition) => void defined.set(loading, definition);
  const globals: Record<string, unknown> = {
    ...timers.globals,
    wx,
    console: consoleFor(onError),
    App: (definition: Definition) => {
      app = definition;
    },
    Page: define,
    Component: define,
    Behavior: (definition: Definition) => definition,
    getApp: () => app,
    getCurrentPages: currentPages,
  };
  globals.global = globals;
  vm.createContext(globals, { codeGeneration: { strings: false, wasm: false } });

  function load(name: string): unknown {
    const known = modules.get(name);
    if (known) return known.exports;
    const module: { exports: unknown } = { exports: {} };
    modules.set(name, module);
    const source = `(function (require, module, exports, ${hidden.join(', ')}) {${builtText(name)}\n})`;
    const run: unknown = vm.runInContext(source, globals, { filename: path.join(builtFolder, name) });
    if (typeof run === 'function') Reflect.apply(run, undefined, [requireFrom(name), module, module.exports]);
    return module.exports;
  }

  const requireFrom = (from: string) => (wanted: string) => {
    const name = wanted.startsWith('/') ? wanted.slice(1) : path.posix.join(path.posix.dirname(from), wanted);
    return load(name.endsWith('.js') ? name : `${name}.js`);
  };

  return {
    /** Runs `app.js`. @throws Error when it registers no app */
    loadApp() {
      load('app.js');
      if (!app) throw new Error('app.js did not call App()');
      return app;
    },
    /** What a page or component registers, run when it is first needed. @throws Error when it registers nothing */
    definitionOf(route: string) {
      if (!defined.has(route)) {
        loading = route;
        load(`${route}.js`);
      }
      const definition = defined.get(route);
      if (!definition) throw new Error(`${route}.js called neither Page() nor Component()`);
      return definition;
    },
  };
}

export type LogicLayer = ReturnType<typeof createLogicLayer>;

/** What the program reports as an error counts as one; the rest of its talk is not heard. */
function consoleFor(onError: (error: unknown) => void) {
  const silent = () => undefined;
  const talk = ['log', 'info', 'debug', 'warn', 'time', 'timeEnd', 'group', 'groupEnd', 'table'];
  return {
    ...Object.fromEntries(talk.map((name) => [name, silent])),
    error: (...words: unknown[]) => onError(words.map(textOfError).join(' ')),
  };
}

/** An error with its stack, whichever realm it comes from. */
export const textOfError = (error: unknown) =>
  typeof error === 'object' && error !== null && 'stack' in error ? String(error.stack) : String(error);
