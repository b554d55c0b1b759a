/** Files larger than this are refused: two million rows of text need no more. */
export const largestFile = 500_000_000
/** The columns of a sheet, as spreadsheets have them. */
export const mostColumns = 16_384
