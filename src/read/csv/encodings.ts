/** What a text file may be written in, as a mapping names it. */
export const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-15', 'cp850', 'cp437', 'mac-roman'] as const
export type Encoding = (typeof encodings)[number]
