import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, it } from 'vitest'

const root = join(import.meta.dirname, '../..')
const { roomImports, roomSizes, withRooms } = (await import(join(root, 'scripts/rooms.js'))) as {
  roomImports: () => { from: string; to: string; files: number }[]
  roomSizes: () => Map<string, number>
  withRooms: (page: string) => string
}
const page = await readFile(join(root, 'docs/architecture.md'), 'utf8')

it('shows the rooms and their imports as they stand; mend with: npm run docs', () => {
  expect(withRooms(page)).toBe(page)
})

it('tells the one job of every room', () => {
  for (const room of roomSizes().keys()) expect(page).toContain(`| \`${room}/\` |`)
})

it('lets imports run one way: nobody below asks for what stands above', () => {
  const floors = ['commands', 'batch', 'desk', 'cli', 'report', 'packet', 'register', 'claim', 'rules', 'read', 'formats', 'templates', 'workspace', 'model']
  const upwards = roomImports().filter(({ from, to }) => floors.indexOf(to) < floors.indexOf(from))
  expect(upwards).toEqual([])
})
