import path from 'node:path';
import { builtFolder, readApp, readComponents } from './built-bundle';
import type { Receiver, ScreenElement, ScreenNode } from './elements';
import type { LogicLayer } from './logic-layer';
import { callOn, createReceiver } from './receivers';
import { renderWxml, type Drawing } from './render-wxml';
import type { Timers } from './timers';
import { createWxmlFiles } from './wxml-files';

export interface ScreenPorts {
  readonly logic: LogicLayer;
  readonly timers: Timers;
  readonly onError: (error: unknown) => void;
}

/** A page that is open. */
export interface OpenPage {
  /** What pages see of each other. */
  readonly receiver: Receiver;
  readonly route: string;
  /** What stands on the page now. */
  draw(): readonly ScreenNode[];
  /** Tells the page what happens to it: `onLoad`, `onShow`, … */
  tell(moment: string, ...parameters: readonly unknown[]): void;
}

/** Opens pages: their logic, their components, and what they draw. */
export function createScreens({ logic, timers, onError }: ScreenPorts) {
  const files = createWxmlFiles(builtFolder);
  const appComponents = readApp().components;

  return function openPage(route: string, query: Readonly<Record<string, string>>): OpenPage {
    const parts = new Map<string, Receiver>();
    const places = { ...appComponents, ...readComponents(route) };
    const ports = { timers, onError, redraw: () => void draw() };
    const extra = { route, __route__: route, options: query };
    const receiver = createReceiver(route, logic.definitionOf(route), extra, ports);

    const draw = () =>
      renderWxml(
        { file: files.load(route), owner: receiver },
        { componentOf, onMissingTemplate: (name) => onError(`${route}: no template ${name}`) },
      );

    function componentOf(element: ScreenElement): Drawing | null {
      const place = places[element.tag];
      if (place === undefined) return null;
      const name = path.posix.resolve('/', path.posix.dirname(route), place).slice(1);
      const definition = logic.definitionOf(name);
      const properties = Object.fromEntries(
        Object.keys(Object.assign({}, definition.properties)).map((key) => [key, element.attributes[key]]),
      );
      const key = `${name} ${String(element.attributes.id)}`;
      const part = parts.get(key) ?? attach(name, properties);
      parts.set(key, part);
      Object.assign(part.data, properties);
      return { file: files.load(name), owner: part };
    }

    function attach(name: string, properties: Readonly<Record<string, unknown>>) {
      const definition = logic.definitionOf(name);
      const part = createReceiver(
        `${route} <${name}>`,
        definition,
        { ...Object.assign({}, definition.methods), is: name, properties, data: properties },
        ports,
      );
      const moments: Record<string, unknown> = { ...definition, ...Object.assign({}, definition.lifetimes) };
      for (const moment of ['created', 'attached', 'ready']) callOn(part, moments[moment], [], onError);
      return part;
    }

    return {
      receiver,
      route,
      draw,
      tell: (moment, ...parameters) => callOn(receiver, receiver[moment], parameters, onError),
    };
  };
}
