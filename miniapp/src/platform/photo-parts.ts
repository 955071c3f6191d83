/** Parts of base64 whole by themselves: a multiple of four letters each. A lost one costs a second on a bad network. */
const usualLetters = 174_760;
/** The largest the server takes. */
const mostLetters = 349_528;
const mostParts = 20;

/** A photo in base64 as it goes out; larger parts only where small ones would be too many. */
export function partsOf(base64: string): readonly string[] {
  const letters = base64.length > mostParts * usualLetters ? mostLetters : usualLetters;
  const parts: string[] = [];
  for (let from = 0; from < base64.length; from += letters) parts.push(base64.slice(from, from + letters));
  return parts;
}
