/** The sections on compensation that the book walks through clause by clause. */
export const compensationSections = [
  { act: '512/1999', sections: ['14 a', '14 b', '16', '17', '18', '19', '20', '21'] },
  { act: '1386/2010', sections: ['44', '53', '54', '55'] },
  { act: '681/2023', sections: ['59', '68', '70', '71'] },
].flatMap(({ act, sections }) => sections.map((section) => ({ act, section })))

/** The rule candidates of the domain study, by topic and number. */
export const domainCandidates = [
  numbered('REG', 4),
  numbered('DL', 6),
  numbered('CLM', 10),
  numbered('PER', 17),
  numbered('DEC', 9),
  numbered('CAT', 8),
  numbered('AMT', 8),
  numbered('OVL', 6),
  numbered('PKT', 8),
  numbered('RCV', 2),
  numbered('APL', 2),
].flat()

function numbered(topic: string, last: number): string[] {
  return Array.from({ length: last }, (_, index) => `${topic}-${String(index + 1).padStart(3, '0')}`)
}
