/** What stands on the screen: WXML with its data filled in. */

/** A page or a component: whoever the handlers named in its WXML belong to. */
export interface Receiver {
  data: Record<string, unknown>;
  [member: string]: unknown;
}

export interface Binding {
  readonly handler: string;
  /** `catch` keeps the event from the elements around. */
  readonly stops: boolean;
}

export interface ScreenElement {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, unknown>>;
  readonly dataset: Readonly<Record<string, unknown>>;
  readonly bindings: ReadonlyMap<string, Binding>;
  readonly owner: Receiver;
  readonly parent: ScreenElement | null;
  children: readonly ScreenNode[];
}

export interface ScreenText {
  readonly text: string;
}

export type ScreenNode = ScreenElement | ScreenText;

/** The words of a part of the screen, as a reader would read them. */
export const wordsOf = (nodes: readonly ScreenNode[]): string =>
  nodes.map((node) => ('text' in node ? node.text : wordsOf(node.children))).join('');

/** Every element in document order. */
export function allElements(nodes: readonly ScreenNode[]): ScreenElement[] {
  return nodes.flatMap((node) => ('text' in node ? [] : [node, ...allElements(node.children)]));
}

/** The element with this id, if it is there. */
export const elementWithId = (nodes: readonly ScreenNode[], id: string) =>
  allElements(nodes).find(({ attributes }) => attributes.id === id);
