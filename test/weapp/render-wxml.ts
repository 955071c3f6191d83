import type { Binding, Receiver, ScreenElement, ScreenNode } from './elements';
import { evaluate, interpolate, type Scope } from './wxml-expression';
import type { WxmlFile } from './wxml-files';
import { isText, type SourceElement, type SourceNode } from './wxml-source';

/** What a page or component is drawn from. */
export interface Drawing {
  readonly file: WxmlFile;
  readonly owner: Receiver;
}

export interface RenderPorts {
  /** The component that an element stands for; null for what WeChat draws itself. */
  readonly componentOf: (element: ScreenElement) => Drawing | null;
  /** WeChat only warns of a template that is missing, and draws nothing. */
  readonly onMissingTemplate: (name: string) => void;
}

interface Place {
  readonly file: WxmlFile;
  readonly owner: Receiver;
  readonly parent: ScreenElement | null;
}

/** Draws a page with everything in it. */
export function renderWxml({ file, owner }: Drawing, ports: RenderPorts): readonly ScreenNode[] {
  return renderAll(file.body, { ...owner.data, ...file.modules }, { file, owner, parent: null }, ports);
}

function renderAll(nodes: readonly SourceNode[], scope: Scope, place: Place, ports: RenderPorts) {
  const drawn: ScreenNode[] = [];
  let isChosen = false;
  for (const node of nodes) {
    if (isText(node)) {
      drawn.push({ text: String(interpolate(node.text, scope) ?? '') });
      continue;
    }
    const { 'wx:if': first, 'wx:elif': next, 'wx:else': otherwise } = node.attributes;
    const condition = first ?? next ?? (otherwise === undefined ? undefined : true);
    if (condition !== undefined) {
      if (first !== undefined) isChosen = false;
      if (isChosen || !interpolate(condition, scope)) continue;
      isChosen = true;
    }
    for (const inner of scopesOf(node, scope)) drawn.push(...renderOne(node, inner, place, ports));
  }
  return drawn;
}

/** One scope for an element, or one for each item of its `wx:for`. */
function scopesOf({ attributes }: SourceElement, scope: Scope): readonly Scope[] {
  const loop = attributes['wx:for'];
  if (loop === undefined) return [scope];
  const items = interpolate(loop, scope) ?? [];
  if (!Array.isArray(items)) throw new Error(`wx:for over what is not a list: ${String(loop)}`);
  const itemName = String(attributes['wx:for-item'] ?? 'item');
  const indexName = String(attributes['wx:for-index'] ?? 'index');
  return items.map((item: unknown, index) => ({ ...scope, [itemName]: item, [indexName]: index }));
}

function renderOne(
  node: SourceElement,
  scope: Scope,
  place: Place,
  ports: RenderPorts,
): readonly ScreenNode[] {
  if (node.tag === 'block') return renderAll(node.children, scope, place, ports);
  if (node.tag === 'template') return renderTemplate(node, scope, place, ports);
  const element: ScreenElement = { tag: node.tag, ...partsOf(node, scope), ...placed(place), children: [] };
  const component = ports.componentOf(element);
  if (component) {
    const inside = { ...component, parent: element };
    const data = { ...component.owner.data, ...component.file.modules };
    element.children = renderAll(component.file.body, data, inside, ports);
  } else {
    element.children = renderAll(node.children, scope, { ...place, parent: element }, ports);
  }
  return [element];
}

const placed = ({ owner, parent }: Place) => ({ owner, parent });

/** A template sees nothing but its `data`. */
function renderTemplate({ attributes }: SourceElement, scope: Scope, place: Place, ports: RenderPorts) {
  const name = String(interpolate(attributes.is ?? '', scope));
  const template = place.file.templates.get(name);
  if (!template) {
    ports.onMissingTemplate(name);
    return [];
  }
  const handed = String(attributes.data ?? '').replace(/^\{\{|\}\}$/g, '');
  const data = handed ? evaluate(`{${handed}}`, scope) : {};
  const { element, file } = template;
  return renderAll(
    element.children,
    { ...Object.assign({}, data), ...file.modules },
    { ...place, file },
    ports,
  );
}

const binding = /^(?:capture-|mut-)?(bind|catch):?(.+)$/;

/** Attributes, data-… and event bindings of an element, told apart. */
function partsOf({ attributes: written }: SourceElement, scope: Scope) {
  const attributes: Record<string, unknown> = {};
  const dataset: Record<string, unknown> = {};
  const bindings = new Map<string, Binding>();
  for (const [name, value] of Object.entries(written)) {
    if (name.startsWith('wx:')) continue;
    const [, kind, event] = binding.exec(name) ?? [];
    const filled = interpolate(value, scope);
    if (event) bindings.set(event, { handler: String(filled ?? ''), stops: kind === 'catch' });
    else if (name.startsWith('data-')) dataset[camelCase(name.slice('data-'.length))] = filled;
    else attributes[name] = filled;
  }
  return { attributes, dataset, bindings };
}

const camelCase = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
