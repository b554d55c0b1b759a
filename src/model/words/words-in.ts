/** The words of a text as they are compared: without capitals, signs and what cannot be seen. */
export function wordsIn(text: string): string[] {
  return text.normalize('NFKC').toLowerCase().split(/[^\p{L}\p{M}\p{N}]+/u).filter((word) => word !== '')
}
