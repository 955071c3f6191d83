import { axeFindingsInBothThemes } from './axe';
import type { Visitor } from './browser';
import { whatDoesNotFit } from './sideways';

/** A page of the console shows all of itself, but for what is made to scroll, and axe finds nothing by day or by night. */
export async function isClean({ page }: Pick<Visitor, 'page'>, madeToScroll: readonly string[] = []) {
  expect(await whatDoesNotFit(page, madeToScroll)).toEqual([]);
  expect(await axeFindingsInBothThemes(page)).toEqual({});
}
