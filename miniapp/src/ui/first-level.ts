/** What a screen reader knows the title of a page by. */
export const firstLevel = { role: 'heading', 'aria-level': 1 };
