import { readFileSync } from 'node:fs';
import path from 'node:path';
import vm from 'node:vm';
import { isText, parseWxml, type SourceElement, type SourceNode } from './wxml-source';

/** One WXML file with what it imports. */
export interface WxmlFile {
  readonly templates: Map<string, Template>;
  /** The exports of its wxs modules by the names they have in this file. */
  readonly modules: Record<string, unknown>;
  readonly body: readonly SourceNode[];
}

export interface Template {
  readonly element: SourceElement;
  /** A template sees the wxs modules and the templates of the file that it stands in. */
  readonly file: WxmlFile;
}

/** Reads WXML files below `folder` with their imports and wxs modules, each once. */
export function createWxmlFiles(folder: string) {
  const files = new Map<string, WxmlFile>();

  function load(place: string): WxmlFile {
    const known = files.get(place);
    if (known) return known;
    const nodes = parseWxml(readFileSync(place, 'utf8'));
    const templates = new Map<string, Template>();
    const modules: Record<string, unknown> = {};
    const body: SourceNode[] = [];
    const file = { templates, modules, body };
    files.set(place, file);
    for (const node of nodes) {
      if (isText(node)) body.push(node);
      else if (node.tag === 'import') takeTemplates(templates, load(placeOf(place, node)));
      else if (node.tag === 'wxs') modules[String(node.attributes.module)] = runModule(placeOf(place, node));
      else if (node.tag === 'template' && node.attributes.name)
        templates.set(String(node.attributes.name), { element: node, file });
      else body.push(node);
    }
    return file;
  }

  function placeOf(from: string, { attributes }: SourceElement) {
    const source = String(attributes.src);
    return source.startsWith('/') ? path.join(folder, source) : path.resolve(path.dirname(from), source);
  }

  return { load: (name: string) => load(path.join(folder, `${name}.wxml`)) };
}

function takeTemplates(templates: Map<string, Template>, imported: WxmlFile) {
  for (const [name, template] of imported.templates) templates.set(name, template);
}

function runModule(place: string): unknown {
  const module: { exports: unknown } = { exports: {} };
  vm.runInNewContext(readFileSync(place, 'utf8'), { module }, { filename: place });
  return module.exports;
}

export type WxmlFiles = ReturnType<typeof createWxmlFiles>;
