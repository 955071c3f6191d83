const isTaken = (character: string) => {
  const point = character.codePointAt(0) ?? 0;
  // WeChat takes UTF-8 of up to three bytes: no emoji, no lone halves of one, and no control characters.
  return point >= 0x20 && point !== 0x7f && point <= 0xffff && !(point >= 0xd800 && point <= 0xdfff);
};

const taken = (text: string) => [...text].filter(isTaken);

/** A text of at most `limit` characters that WeChat takes: the same text gives the same again. */
export const fitCharacters = (text: string, limit: number): string =>
  taken(text).slice(0, limit).join('').trim();

/** A text of at most `limitBytes` bytes that WeChat takes, cut between characters. */
export function fitBytes(text: string, limitBytes: number): string {
  let bytes = 0;
  const fitting = taken(text).filter((character) => {
    bytes += Buffer.byteLength(character);
    return bytes <= limitBytes;
  });
  return fitting.join('').trim();
}
