/** How many letters must be added, left out, changed or swapped with their neighbour to make one text of the other. */
export function editDistance(left: string, right: string): number {
  let [before, last] = [[] as number[], Array.from({ length: right.length + 1 }, (_, index) => index)]
  for (let row = 1; row <= left.length; row++) {
    const next = [row]
    for (let column = 1; column <= right.length; column++) {
      const same = left[row - 1] === right[column - 1]
      let best = Math.min((last[column] as number) + 1, (next[column - 1] as number) + 1, (last[column - 1] as number) + (same ? 0 : 1))
      const swapped = row > 1 && column > 1 && left[row - 1] === right[column - 2] && left[row - 2] === right[column - 1]
      if (swapped) best = Math.min(best, (before[column - 2] as number) + 1)
      next.push(best)
    }
    before = last
    last = next
  }
  return last[right.length] as number
}

/** How alike two texts are: 1 for the same, 0 for nothing in common. */
export function likeness(left: string, right: string): number {
  const longest = Math.max(left.length, right.length)
  return longest === 0 ? 1 : 1 - editDistance(left, right) / longest
}

/** The known word that was probably meant: one that differs by a slip or two, or nothing. */
export function nearestOf<Word>(text: string, known: readonly Word[], keyOf: (word: Word) => string): Word | undefined {
  const best = known.map((word) => ({ word, alike: likeness(text, keyOf(word)) })).reduce<{ word: Word; alike: number } | undefined>((left, right) => (left === undefined || right.alike > left.alike ? right : left), undefined)
  return best !== undefined && best.alike >= 0.7 && best.alike < 1 ? best.word : undefined
}
