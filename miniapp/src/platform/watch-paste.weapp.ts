/** Mini-programs hear of no paste but into a field. */
export const watchPaste = (_tell: (text: string, fieldId: string) => void) => () => undefined;
