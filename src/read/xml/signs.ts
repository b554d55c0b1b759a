/** The bytes that XML is made of. */
export const lessThan = 0x3c
export const greaterThan = 0x3e
export const slash = 0x2f
export const exclamation = 0x21
export const question = 0x3f
export const colon = 0x3a
export const space = 0x20
export const doubleQuote = 0x22
export const singleQuote = 0x27
export const equals = 0x3d
export const ampersand = 0x26
