import { canonical } from '../content.js'
import { hashesOf, hashList, manifestSchema, sha256, type Manifest } from '../manifest.js'
import { listedFiles, unlistedButAlways } from '../packet-files.js'
import { parseModestJson } from './parse-json.js'
import { differs, type Difference } from './difference.js'

export interface CheckedManifest {
  readonly manifest?: Manifest
  readonly differences: readonly Difference[]
}

/** Whether the files are those of the manifest, each with its hash, and nothing besides. */
export function checkManifest(files: ReadonlyMap<string, Uint8Array>): CheckedManifest {
  const bytes = files.get('manifest.json')
  const missing = unlistedButAlways.filter((file) => !files.has(file)).map((file) => differs('file-missing', { file }))
  if (bytes === undefined) return { differences: missing }
  const parsed = parse(bytes)
  if ('code' in parsed) return { differences: [...missing, parsed] }
  return { manifest: parsed, differences: [...missing, ...checkFiles(parsed, files), ...checkHashList(parsed, files), ...checkForm(parsed, bytes)] }
}

function parse(bytes: Uint8Array): Manifest | Difference {
  try {
    const result = manifestSchema.safeParse(parseModestJson(bytes))
    if (result.success) return result.data
    return differs('manifest-unreadable', { problem: result.error.issues[0]?.path.map(String).join('.') ?? '' })
  } catch {
    return differs('manifest-unreadable', { problem: 'JSON' })
  }
}

function checkFiles(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Difference[] {
  const listed = new Set<string>()
  const differences: Difference[] = []
  for (const { path, sha256: hash, bytes: length } of manifest.files) {
    const bytes = files.get(path)
    if (!listedFiles.includes(path)) differences.push(differs('manifest-lists-other', { file: path }))
    else if (listed.has(path)) differences.push(differs('manifest-lists-twice', { file: path }))
    else if (bytes === undefined) differences.push(differs('file-missing', { file: path }))
    else if (sha256(bytes) !== hash) differences.push(differs('file-changed', { file: path }))
    else if (bytes.length !== length) differences.push(differs('file-length', { file: path }))
    listed.add(path)
  }
  const added = [...files.keys()].filter((name) => listedFiles.includes(name) && !listed.has(name))
  const unlisted = listedFiles.filter((name) => !listed.has(name) && !files.has(name))
  return [...differences, ...added.map((file) => differs('file-added', { file })), ...unlisted.map((file) => differs('file-missing', { file }))]
}

/** The list is remade; when only the line of the sealed annex differs, it is the annex that was changed. */
function checkHashList(manifest: Manifest, files: ReadonlyMap<string, Uint8Array>): Difference[] {
  const list = files.get('manifest-sha256.txt')
  if (list === undefined) return []
  const hashes = hashesOf(manifest, files.get('manifest.json') as Uint8Array, files.get('persons.age'))
  if (same(list, hashList(hashes))) return []
  const lines = new TextDecoder().decode(list).split('\n').filter((line) => line !== '')
  const expected = new TextDecoder().decode(hashList(hashes)).split('\n').filter((line) => line !== '')
  const annexOnly = lines.length === expected.length && lines.every((line, index) => line === expected[index] || line.endsWith('  persons.age'))
  return [annexOnly ? differs('file-changed', { file: 'persons.age' }) : differs('hash-list-differs', { file: 'manifest-sha256.txt' })]
}

function checkForm(manifest: Manifest, bytes: Uint8Array): Difference[] {
  return same(bytes, canonical(manifest)) ? [] : [differs('not-canonical', { file: 'manifest.json' })]
}

/** Whether two files hold the same bytes. */
export function same(left: Uint8Array, right: Uint8Array): boolean {
  return Buffer.compare(left, right) === 0
}
