/** What a code from a text message looks like. */
export const isCode = (code: string) => /^\d{6}$/.test(code);

/** A mainland mobile, the only phone that gets text messages. */
export const isMobile = (phone: string) => /^1[3-9]\d{9}$/.test(phone);
