/** The bytes that a text table is made of beside its texts. */
export const quote = 0x22
export const space = 0x20
export const lineFeed = 0x0a
export const carriageReturn = 0x0d
