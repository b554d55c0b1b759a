// Draws the rooms of src and the imports between them, as they stand, into docs/architecture.md: npm run docs
import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

const source = join(dirname(fileURLToPath(import.meta.url)), '..', 'src')
const [begin, end] = ['<!-- rooms: made by scripts/rooms.js -->', '<!-- /rooms -->']

/** The page with the picture between its marks made anew. */
export function withRooms(page) {
  const [before, after] = [page.slice(0, page.indexOf(begin) + begin.length), page.slice(page.indexOf(end))]
  return `${before}\n\n${picture()}\n\n${after}`
}

/** Every pair of rooms of which the first imports the second, with how many files do. */
export function roomImports() {
  const pairs = new Map()
  for (const file of filesBelow(source)) {
    const targets = new Set([...readFileSync(file, 'utf8').matchAll(/(?:from|import\()\s*'(\.{1,2}\/[^']+)'/g)].map(([, path]) => roomOf(resolve(dirname(file), path))))
    for (const target of targets) {
      const [from, pair] = [roomOf(file), `${roomOf(file)} ${target}`]
      if (from !== target && from !== undefined && target !== undefined) pairs.set(pair, (pairs.get(pair) ?? 0) + 1)
    }
  }
  return [...pairs].map(([pair, files]) => ({ from: pair.split(' ')[0], to: pair.split(' ')[1], files })).sort((a, b) => (a.from + a.to < b.from + b.to ? -1 : 1))
}

/** How many files each room has. */
export function roomSizes() {
  const sizes = new Map()
  for (const room of filesBelow(source).map(roomOf)) if (room !== undefined) sizes.set(room, (sizes.get(room) ?? 0) + 1)
  return new Map([...sizes].sort())
}

function picture() {
  // Everybody may ask the model; arrows to it would hide the others.
  const arrows = roomImports().filter(({ to }) => to !== 'model')
  return ['```mermaid', 'flowchart TD', ...[...roomSizes().keys()].map((room) => `  ${room}["${room}/"]`), ...arrows.map(({ from, to }) => `  ${from} --> ${to}`), '```'].join('\n')
}

function roomOf(file) {
  const parts = relative(source, file).split(sep)
  return parts.length > 1 && parts[0] !== '..' ? parts[0] : undefined
}

function filesBelow(folder) {
  return readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && entry.name.endsWith('.ts')).map((entry) => join(entry.parentPath ?? entry.path, entry.name))
}
