/** The LIKE pattern of what holds these words; its wildcards are escaped by `!`: `LIKE ? ESCAPE '!'`. */
export const holding = (words: string) => `%${words.replace(/[!%_]/g, '!$&')}%`;
