/** How results are written; every command knows the first two, those that judge know all. */
export const formats = ['text', 'json', 'ndjson', 'sarif', 'junit'] as const
export type Format = (typeof formats)[number]
