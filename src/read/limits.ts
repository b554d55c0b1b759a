/** Files larger than this are refused: what is read of one is held in memory, so that what was hashed is what is judged. */
export const largestFile = 160_000_000
/** The columns of a sheet, as spreadsheets have them. */
export const mostColumns = 16_384
