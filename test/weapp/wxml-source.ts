/** WXML as it is written: tags, attributes and text, before any data. */

export interface SourceElement {
  readonly tag: string;
  /** An attribute without a value is `true`. */
  readonly attributes: Readonly<Record<string, string | true>>;
  readonly children: SourceNode[];
}

export interface SourceText {
  readonly text: string;
}

export type SourceNode = SourceElement | SourceText;

export const isText = (node: SourceNode): node is SourceText => 'text' in node;

/** A comment, an end tag (1), a start tag (2) with its attributes (3) and perhaps its own end (4), or text. */
const pieces =
  /<!--[\s\S]*?-->|<\/([\w-]+)\s*>|<([\w-]+)((?:\s+[^\s=>/"']+(?:\s*=\s*(?:"[^"]*"|'[^']*'))?)*)\s*(\/?)>|[^<]+/y;
const attributes = /([^\s=>/"']+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'))?/g;

/** Reads a WXML file as strictly as WeChat does. @throws Error where it is not well-formed */
export function parseWxml(source: string): readonly SourceNode[] {
  const root: SourceElement = { tag: '', attributes: {}, children: [] };
  const open = [root];
  pieces.lastIndex = 0;
  while (pieces.lastIndex < source.length) {
    const from = pieces.lastIndex;
    const piece = pieces.exec(source);
    if (!piece) throw new Error(`WXML is broken at: ${source.slice(from, from + 60)}`);
    const [whole, endTag, startTag, attributeText = '', selfEnd] = piece;
    const inside = open.at(-1)!;
    if (endTag) {
      if (inside.tag !== endTag) throw new Error(`WXML: </${endTag}> closes <${inside.tag}>`);
      open.pop();
    } else if (startTag) {
      const element = { tag: startTag, attributes: attributesOf(attributeText), children: [] };
      inside.children.push(element);
      if (!selfEnd) open.push(element);
    } else if (!whole.startsWith('<!--') && whole.trim() !== '') {
      inside.children.push({ text: whole });
    }
  }
  if (open.length > 1) throw new Error(`WXML: <${open.at(-1)!.tag}> is not closed`);
  return root.children;
}

const attributesOf = (text: string): Record<string, string | true> =>
  Object.fromEntries(
    [...text.matchAll(attributes)].map(([, name, one, other]) => [name, one ?? other ?? true]),
  );
