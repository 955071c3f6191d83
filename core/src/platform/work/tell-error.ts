const cut = '…';
const longestWords = 200;

/** What stands in quotes is a name of the program when it has letters alone; everything else may be somebody's. */
const quoted = /'([^'\n]*)'|"([^"\n]*)"|“([^”\n]*)”/g;
const nameOfProgram = /^[A-Za-z_.$]{1,60}$/;
/** Addresses of mail, and of servers with their passwords. */
const address = /\S+@\S+/g;
/** Phone numbers, bank numbers and the like, however they are grouped; ids of ours have letters among the digits. */
const longNumber = /(?<![0-9A-Za-z])\+?\d(?:[ -]?\d){6,}(?![0-9A-Za-z])/g;

/**
 * What went wrong, for somebody who is to mend it: one line, and nothing of whom it was about. Drivers put the values of
 * a statement into their words: below the first line, or in quotes.
 */
export function tellError(error: string): string {
  const [line = ''] = error.trim().split(/[\r\n]/, 1);
  const told = line
    .slice(0, 2 * longestWords)
    .replace(quoted, (whole, ...inner: (string | undefined)[]) =>
      nameOfProgram.test(inner.slice(0, 3).find((one) => one !== undefined) ?? '')
        ? whole
        : `${whole[0]}${cut}${whole.at(-1)}`,
    )
    .replace(address, cut)
    .replace(longNumber, cut);
  return told.length > longestWords ? `${told.slice(0, longestWords)}${cut}` : told;
}
