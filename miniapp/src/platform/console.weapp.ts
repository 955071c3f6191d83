/** The console is made for a desk; a mini-program opens no pages of the web. */
export const canOpenConsole = () => false;
export const openConsole = () => undefined;
